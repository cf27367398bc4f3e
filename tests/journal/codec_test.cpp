#include "journal/codec.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <random>
#include <set>

#include "journal/binary_reader.hpp"
#include "journal/binary_writer.hpp"
#include "journal/json_writer.hpp"
#include "journal/random_value.hpp"
#include "journal/read_payload.hpp"
#include "journal/sample_events.hpp"

namespace tiendo::test {

// An event that has been released three times: its word changed its name, then it got a reason.
struct FirstMoved {
  std::string where;
};
struct Moved {
  std::string to;
  std::string reason;
};

}  // namespace tiendo::test

template <>
struct tiendo::journal::Description<tiendo::test::FirstMoved> {
  using T = test::FirstMoved;
  static constexpr EventType type{"Moved", 1};
  static constexpr auto fields = std::tuple{required("where", &T::where)};
};

template <>
struct tiendo::journal::Description<tiendo::test::Moved> {
  using T = test::Moved;
  static constexpr EventType type{"Moved", 3, 2};
  static constexpr auto fields = std::tuple{required("to", &T::to), optional("reason", &T::reason)};

  using Before = test::FirstMoved;
  static T from(Before&& before) { return {std::move(before.where), "not said"}; }
};

namespace tiendo::test {
namespace {

using journal::decode;
using journal::encode;

/// `TIENDO_SEED=… journal_tests "a random event…"` repeats a run.
std::uint32_t seed_of_run() {
  const char* given = std::getenv("TIENDO_SEED");
  return given != nullptr ? static_cast<std::uint32_t>(std::strtoul(given, nullptr, 10))
                          : std::random_device{}();
}

std::string payload_of(const model::EventBody& body) {
  std::string payload;
  encode(body, payload);
  return payload;
}

model::EventBody through_json(const model::EventBody& body) {
  std::string payload = "what stood there before";
  const auto [type, schema] = encode(body, payload);
  auto decoded = decode(type, schema, payload);
  INFO(payload);
  INFO((decoded ? "" : decoded.error().where + ": " + decoded.error().message.en));
  REQUIRE(decoded.has_value());
  return std::move(*decoded);
}

model::EventBody through_binary(const model::EventBody& body) {
  return std::visit(
      []<class Body>(const Body& event) -> model::EventBody {
        std::string bytes;
        journal::BinaryWriter{bytes}.write(event);
        Body read;
        journal::BinaryReader reader{bytes};
        reader.read(read);
        CHECK_FALSE(reader.failed());
        CHECK(reader.at_end());
        return read;
      },
      body);
}

/// Why the payload is refused, in English; empty: it is not.
std::string refused(std::string_view type, std::uint32_t schema, std::string_view payload) {
  const auto decoded = decode(type, schema, payload);
  if (decoded) {
    return "";
  }
  CHECK_FALSE(decoded.error().message.vi.empty());
  return decoded.error().where + ": " + decoded.error().message.en;
}

}  // namespace

TEST_CASE("an event says the same after JSON and after the binary form") {
  std::set<std::size_t> types;
  for (const auto& event : sample_events()) {
    types.insert(event.index());
    const auto payload = payload_of(event);
    CHECK(payload_of(through_json(event)) == payload);
    CHECK(payload_of(through_binary(event)) == payload);
  }
  CHECK(types.size() == std::variant_size_v<model::EventBody>);
}

TEST_CASE("a random event says the same after JSON and after the binary form") {
  const auto seed = seed_of_run();
  INFO("TIENDO_SEED=" << seed);
  RandomValue random{seed};
  for (int i = 0; i < 5000; ++i) {
    const auto event = random.event();
    const auto payload = payload_of(event);
    INFO(payload);
    REQUIRE(payload_of(through_json(event)) == payload);
    REQUIRE(payload_of(through_binary(event)) == payload);
  }
}

TEST_CASE("what is empty is left out, and what it stands for is pinned") {
  const model::TaskId task{"a"};
  CHECK(payload_of(model::TaskReported{task, "", ""}) == R"({"task":"a"})");
  CHECK(payload_of(model::TaskReported{task, "", "xong"}) == R"({"task":"a","text":"xong"})");
  CHECK(payload_of(model::CampaignRun{}) == "{}");
  CHECK(payload_of(model::RungReached{task,
                                      1,
                                      {{model::RungKind::to_head, 2},
                                       Day{std::chrono::year{2025} / 4 / 22},
                                       Timestamp{std::chrono::microseconds{1745281800000000}}},
                                      false}) ==
        R"({"task":"a","due_version":1,"rung":{"rung":{"kind":"to_head","offset":2},)"
        R"("day":"2025-04-22","at_us":1745281800000000}})");
}

TEST_CASE("strings are escaped as JSON asks, and read in every way JSON allows") {
  const auto text = [](std::string_view payload) {
    const auto decoded = decode("TaskCommented", 1, payload);
    REQUIRE(decoded.has_value());
    return std::get<model::TaskCommented>(*decoded).text;
  };
  const std::string all{"\"\\/\b\f\n\r\t\x01 ạ \xf0\x9f\x8e\x89"};
  CHECK(payload_of(model::TaskCommented{model::TaskId{"a"}, all}) ==
        "{\"task\":\"a\",\"text\":\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001 ạ \xf0\x9f\x8e\x89\"}");
  CHECK(text(R"({"task":"a","text":"\"\\\/\b\f\n\r\t\u0001 \u1EA1 \ud83c\udf89"})") == all);
  CHECK(text(" { \"text\" : \"x\" ,\n\t\"ta\\u0073k\" : \"a\" }\r\n") == "x");
  for (const char* broken : {R"(\ud83c)", R"(\udf89)", R"(\ud83cx)", R"(\ud83c\u0041)", R"(\x)",
                             R"(\u00g1)", R"(\u12)", "\x01", "\n"}) {
    CHECK(refused("TaskCommented", 1, R"({"task":"a","text":")" + std::string{broken} + "\"}") !=
          "");
  }
}

TEST_CASE("what is refused is refused by its name and its place") {
  CHECK(refused("TaskDreamt", 1, "{}").find("'TaskDreamt' is not known") != std::string::npos);
  CHECK(refused("TaskReported", 2, R"({"task":"a"})")
            .find("version 2 of the event TaskReported is newer than this program, which reads up "
                  "to 1") != std::string::npos);
  CHECK(refused("TaskReported", 0, R"({"task":"a"})").find("has no version 0") !=
        std::string::npos);
  CHECK(refused("TaskReported", 1, R"({"text":"x"})") ==
        "TaskReported 1: the field 'task' is missing");
  CHECK(refused("TaskReported", 1, R"({"task":"a","txt":"x"})") ==
        "TaskReported 1: there is no field 'txt'; the fields are: task, document, text");
  CHECK(refused("TaskReported", 1, R"({"task":"a","task":"b"})") ==
        "TaskReported 1: the field 'task' is there twice");
  CHECK(refused("TaskReported", 1, R"({"task":7})") ==
        "TaskReported 1: task: must be a string (at byte 8)");
  CHECK(refused("TaskReported", 1, R"({"task":null})") ==
        "TaskReported 1: task: must be a string (at byte 8)");
  CHECK(refused("TaskReported", 1, R"({"task":"a"}{)") ==
        "TaskReported 1: something follows the end (at byte 12)");
  CHECK(refused("TaskReported", 1, "[]") == "TaskReported 1: must be an object { } (at byte 0)");
  CHECK(refused("ExtensionGranted", 1, R"({"task":"a","due":"2025-02-29"})") ==
        "ExtensionGranted 1: due: '2025-02-29' is not a day like 2025-04-20");
  CHECK(refused("TaskAssigned", 1, R"({"task":"a","leads":[{"unit":"x"},{"unti":"y"}]})") ==
        "TaskAssigned 1: leads[1]: there is no field 'unti'; the fields are: unit, scope");
  CHECK(refused("ProgressReported", 1, R"({"task":"a","percent":3000000000})") ==
        "ProgressReported 1: percent: the number does not fit into 32 bits");
  CHECK(refused("ProgressReported", 1, R"({"task":"a","percent":1.5})") ==
        "ProgressReported 1: percent: must be a whole number (at byte 22)");
  CHECK(refused("DeliveryMoved", 2, R"({"key":"k","state":"lost"})") ==
        "DeliveryMoved 2: state: 'lost' is none of: queued, sending, waiting_retry, sent, dead, "
        "withdrawn");
}

TEST_CASE("a payload is read in every version in which it was released") {
  using journal::read_payload;
  const auto first = read_payload<Moved>(1, R"({"where":"Yên Bái"})");
  REQUIRE(first.has_value());
  CHECK(first->to == "Yên Bái");
  CHECK(first->reason == "not said");
  const auto second = read_payload<Moved>(2, R"({"to":"Lào Cai"})");
  REQUIRE(second.has_value());
  CHECK(second->to == "Lào Cai");
  CHECK(second->reason.empty());
  CHECK(read_payload<Moved>(3, R"({"to":"Lào Cai","reason":"sáp nhập"})")->reason == "sáp nhập");
  CHECK(read_payload<Moved>(1, R"({"to":"Lào Cai"})").error().where == "Moved 1");
  CHECK(read_payload<Moved>(4, "{}").error().message.en.find("newer than this program") !=
        std::string::npos);
  CHECK(read_payload<Moved>(0, "{}").has_error());
}

TEST_CASE("a plan is refused where it would lead outside itself") {
  auto payload = payload_of(model::CampaignIssued{sample_plan(), {}});
  const auto with = [&](std::string_view old, std::string_view now) {
    auto changed = payload;
    const auto place = changed.find(old);
    REQUIRE(place != std::string::npos);
    return refused("CampaignIssued", 1, changed.replace(place, old.size(), now));
  };
  CHECK(with(R"("after":[1])", R"("after":[2])") ==
        "CampaignIssued 1: plan: task 'coopstar' names task number 2 of only 2");
  CHECK(with(R"("id":"dai-hoi")", R"("id":"coopstar")") ==
        "CampaignIssued 1: plan: two tasks have the same id");
  CHECK(with(R"({"condition":1})", R"({"condition":4})").find("not in its list") !=
        std::string::npos);
  CHECK(with(R"({"start":0})", R"({"start":1})").find("not in its list") != std::string::npos);
  CHECK(with(R"("not":[{"condition":0}])", R"("not":[])").find("not in its list") !=
        std::string::npos);
  CHECK(with(R"("to":["review"])", R"("to":["nowhere"])").find("the chart is wrong") !=
        std::string::npos);
  CHECK(with(R"("kinds":[{"id":"award")", R"("kinds":[{"id":"general")") ==
        "CampaignIssued 1: plan.kinds[1]: there is one of the same id before it");
}

TEST_CASE("a payload that was cut or changed anywhere is an event or an error") {
  const auto seed = seed_of_run();
  INFO("TIENDO_SEED=" << seed);
  std::mt19937 engine{seed};
  for (const auto& event : sample_events()) {
    std::string payload;
    const auto [type, schema] = encode(event, payload);
    for (std::size_t size = 0; size < payload.size(); ++size) {
      REQUIRE(refused(type, schema, std::string_view{payload}.substr(0, size)) != "");
    }
    for (int i = 0; i < 200; ++i) {
      auto changed = payload;
      changed[engine() % changed.size()] = static_cast<char>(engine());
      if (const auto decoded = decode(type, schema, changed)) {
        CHECK_FALSE(payload_of(*decoded).empty());
      }
    }
  }
  CHECK(refused("TaskAssigned", 1, std::string(100'000, '[')) != "");
  CHECK(refused("TaskAssigned", 1, R"({"leads":)" + std::string(100'000, '[')) != "");
}

TEST_CASE("bytes of the binary form that were cut or changed are a value or a failure") {
  const auto seed = seed_of_run();
  INFO("TIENDO_SEED=" << seed);
  std::mt19937 engine{seed};
  for (const auto& event : sample_events()) {
    std::visit(
        [&]<class Body>(const Body& body) {
          std::string bytes;
          journal::BinaryWriter{bytes}.write(body);
          const auto reads = [](std::string_view input) {
            Body read;
            journal::BinaryReader reader{input};
            reader.read(read);
            return !reader.failed();
          };
          for (std::size_t size = 0; size < bytes.size(); ++size) {
            REQUIRE_FALSE(reads(std::string_view{bytes}.substr(0, size)));
          }
          for (int i = 0; i < 200 && !bytes.empty(); ++i) {
            auto changed = bytes;
            changed[engine() % changed.size()] = static_cast<char>(engine());
            static_cast<void>(reads(changed));
          }
        },
        event);
  }
}

}  // namespace tiendo::test
