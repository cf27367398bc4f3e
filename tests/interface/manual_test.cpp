// The manual page says all that the program can.
#include "interface/commands.hpp"

namespace tiendo::test {

TEST_CASE("the manual names every command") {
  const auto text = shell("cat tools/tiendo/tiendo.1").out;
  const auto all = commands();
  for (const auto& path : all) {
    INFO(path);
    CHECK((text.find(".It Cm " + path + " ") != std::string::npos ||
           text.find(".It Cm " + path + "\n") != std::string::npos));
  }
  CHECK(all.size() > 50);
}

TEST_CASE("the manual is well-formed where there is something to read it") {
  if (shell("command -v mandoc >/dev/null").exit == 0) {
    CHECK(shell("mandoc -T lint -W error tools/tiendo/tiendo.1").out.empty());
  } else if (shell("command -v groff >/dev/null").exit == 0) {
    CHECK(shell("groff -mdoc -Tutf8 -ww -z -K utf8 tools/tiendo/tiendo.1 2>&1").out.empty());
  } else {
    WARN("SKIPPED: neither mandoc nor groff");
  }
}

}  // namespace tiendo::test
