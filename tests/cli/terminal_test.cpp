// What a person sees in a terminal: completion, tables.
#include <algorithm>
#include <sstream>

#include "cli/tiendo.hpp"

namespace tiendo::test {
namespace {

std::vector<std::string> completed(const std::string& words) {
  std::istringstream lines{tiendo("complete " + words).out};
  std::vector<std::string> all;
  for (std::string line; std::getline(lines, line);) {
    all.push_back(line);
  }
  return all;
}

/// Of a text in UTF-8 without wide characters.
std::size_t columns(const std::string& line) {
  return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

}  // namespace

TEST_CASE("commands, options and ids are completed") {
  const Rehearsal rehearsal;
  const auto data = "--data '" + rehearsal.data + "' ";
  CHECK(completed("campaign is") == std::vector<std::string>{"issue"});
  CHECK(completed("task as") == std::vector<std::string>{"ask-extension", "assign"});
  CHECK(completed("task list --sta") == std::vector<std::string>{"--state", "--status"});
  CHECK(completed("task show " + data + "coop") == std::vector<std::string>{"coopstar"});
  CHECK(completed("task accept " + data + "--as b") == std::vector<std::string>{"binh"});
  CHECK(completed("task list " + data + "--unit n") == std::vector<std::string>{"nghiep-vu"});
  CHECK(completed("campaign show " + data + "t") ==
        std::vector<std::string>{"thang-hanh-dong-htx-2025"});
  CHECK(completed("unit merge " + data + "n") == std::vector<std::string>{"nghiep-vu"});
  CHECK(completed("plan check x") == std::vector<std::string>{"@files"});
  CHECK(completed("task show --data /nowhere c").empty());
  CHECK(shell("bash -n tools/tiendo/completion.bash").exit == 0);
}

TEST_CASE("bash completes what the program says") {
  const auto run =
      shell("PATH=\"$(dirname '" TIENDO_PROGRAM
            "'):$PATH\" bash -c '. "
            "tools/tiendo/completion.bash; COMP_WORDS=(tiendo task sho); COMP_CWORD=2; _tiendo; "
            "echo \"${COMPREPLY[@]}\"'");
  CHECK(run.out == "show\n");
}

TEST_CASE("tables keep to the width that they are given") {
  const Rehearsal rehearsal;
  for (const std::size_t width : {80U, 200U}) {
    for (const auto* command : {"task list", "campaign list", "campaign show", "user list",
                                "unit list", "holiday list", "inbox", "task show coopstar"}) {
      INFO(command << " " << width);
      const auto run = shell("COLUMNS=" + std::to_string(width) + " '" TIENDO_PROGRAM "' " +
                             command + " --data '" + rehearsal.data + "' 2>/dev/null");
      CHECK(run.exit == 0);
      std::istringstream lines{run.out};
      for (std::string line; std::getline(lines, line);) {
        // Lines of their own, outside of tables, are broken by the terminal.
        const bool of_table = line.find("  ") != std::string::npos;
        CHECK((!of_table || columns(line) <= width));
      }
    }
  }
}

TEST_CASE("a task without a lead says so, in either language") {
  const Rehearsal rehearsal;
  const auto list = [&](const std::string& language) {
    return tiendo("task list --lang " + language + " --data '" + rehearsal.data + "'").out;
  };
  CHECK(list("vi").find("chưa phân công") != std::string::npos);
  CHECK(list("vi").find("chưa đến hạn") != std::string::npos);
  CHECK(list("en").find("not due yet") != std::string::npos);
}

}  // namespace tiendo::test
