// `tiendo chart run` as people and scripts use it.

#include "cli/tiendo.hpp"

namespace tiendo::test {
namespace {

const std::string two_states =
    R"("chart":{"schema":"tiendo/chart/1","states":{"a":{"on":[{"event":"e","to":"b"}]},"b":{}}})";

/// The answer to one line of a batch.
json::object answer_to(const std::string& line, int exit) {
  const TempFolder folder;
  const auto run = tiendo("chart run --json --batch '" + folder.file("batch", line + "\n") + "'");
  CHECK(run.exit == exit);
  return run.document();
}

std::string error_of(const std::string& line) {
  const auto answer = answer_to(line, 2);
  return answer.contains("error") ? std::string{answer.at("error").as_string()} : "";
}

bool contains(const std::string& text, const std::string& part) {
  INFO(text);
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("any valid JSON is taken in a batch, its id given back") {
  const auto answer = answer_to(R"({"id":"\ud83d\ude00",)" + two_states + R"(,"events":["e"]})", 0);
  CHECK(answer.at("id") == "😀");
  CHECK(answer.at("done") == false);
  CHECK(answer_to(R"({"id":7,)" + two_states + R"(,"events":[]})", 0).at("id") == 7);
  for (const auto* id : {"true", "1.5", "{}", "[]"}) {
    CHECK(contains(error_of(R"({"id":)" + std::string{id} + "," + two_states + R"(,"events":[]})"),
                   "id "));
  }
}

TEST_CASE("a line of a batch with a key too many or too few is not run") {
  CHECK(contains(error_of("{" + two_states + R"(,"event":["e"]})"), "\"event\""));
  CHECK(contains(error_of("{" + two_states + "}"), "events"));
  CHECK(contains(error_of("{" + two_states + R"(,"events":[],"x":1})"), "\"x\""));
  CHECK(contains(error_of("{" + two_states + R"(,"events":[],"events":["e"]})"), "\"events\""));
  CHECK(contains(error_of("[]"), "\"chart\""));
}

TEST_CASE("blanks around names are nothing, and names that none can be called are refused") {
  const TempFolder folder;
  const auto file = folder.file(
      "c.yaml", "schema: tiendo/chart/1\nstates: { a: { on: [ { event: e, to: b } ] }, b: {} }\n");
  const auto run = [&](const std::string& events) {
    return tiendo("chart run '" + file + "' --json --events '" + events + "'");
  };
  const auto good = run(" e , e");
  CHECK(good.exit == 0);
  CHECK(good.document().at("steps").as_array().at(1).as_object().at("event") == "e");
  for (const auto* wrong : {"e;e", "-2s", "a..b", ".a", "e,,e"}) {
    CHECK(run(wrong).exit == 2);
  }
  CHECK(contains(std::string{run("e;e").document().at("error").as_string()}, "e;e"));
  CHECK(contains(errors_of("chart run '" + file + "' --events e,approv --lang en").out,
                 "no transition waits for the event approv"));
  CHECK(errors_of("chart run '" + file + "' --events e").out.empty());
}

TEST_CASE("what cannot be read, and a line without end, end the run") {
  for (const auto* input : {"< tests", "<&-"}) {
    CHECK(shell("'" TIENDO_PROGRAM "' chart run --batch - " + std::string{input} + " 2>/dev/null")
              .exit == 3);
    CHECK(shell("'" TIENDO_PROGRAM "' chart run - " + std::string{input} + " 2>/dev/null").exit ==
          3);
    CHECK(shell("'" TIENDO_PROGRAM "' plan check - " + std::string{input} + " 2>/dev/null").exit ==
          3);
  }
  CHECK(shell("'" TIENDO_PROGRAM "' chart run --batch /dev/zero --json 2>/dev/null").exit == 2);
}

}  // namespace tiendo::test
