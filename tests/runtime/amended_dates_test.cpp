// An amendment of Kế hoạch số 345/KH-LMHTX on Monday 3/2/2025: five deadlines and their reminders,
// held against days that were counted by hand in a calendar of 2025.
//
// Off in 2025: 1/1; 27-31/1 (Tết); 7/4 (Giỗ Tổ); 30/4, 1/5; 2/5, against which Saturday 26/4 is
// worked; 1/9, 2/9. The office opens at 07:30. A printed date ends at its midnight, on a day off
// too. The first reminder comes ten working days before it, the last on the day itself or, where
// that is off, on the working day before. Counted back, from the day before the due date:
//
//  20/4 Sun: 18 17 16 15 14 | 11 10 9 8 (7 off) | 4/4                 conference, before
//  30/4 Wed: 29 28 | 26 (Sat, worked) 25 24 23 22 21 | 18 17/4        conference, after;
//                                                                     Party cell, before
//  31/3 Mon: 28 27 26 25 24 | 21 20 19 18 17/3                        CoopStar, review, before
//   9/4 Wed: 8 (7 off) | 4 3 2 1/4 31/3 | 28 27 26 25/3               CoopStar, after
//  31/5 Sat: 30 29 28 27 26 | 23 22 21 20 19/5                        Party cell, after
//   5/5 Mon: (2 1/5 30 off) 29 28 | 26 (Sat) 25 24 23 22 21 | 18 17/4 review, after
//  10/8 Sun: 8 7 6 5 4 | 1/8 31 30 29 28/7                            stands, before
//  10/9 Wed: 9 8 | 5 4 3 (2 1/9 off) | 29 28 27 26 25/8               stands, after
//
// The stands are due the day before the congress begins: 11/8, and by the amendment 11/9.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <utility>

#include "definition/file.hpp"
#include "definition/holidays.hpp"
#include "definition/plan_reader.hpp"
#include "runtime/moves.hpp"
#include "runtime/simulation.hpp"
#include "support/plan.hpp"

namespace tiendo::test {
namespace {

using model::Rung;
using model::RungKind;

const std::string document_001 = TIENDO_SOURCE_DIR "/workflows/thang-hanh-dong-htx-2025.yaml";

/// What is written for a task after the line of its id, and what the amendment writes there.
struct Rewritten {
  const char* task;
  const char* before;
  const char* after;
};

constexpr Rewritten amendment[] = {
    {"hoi-nghi-dien-hinh", "Dự kiến trung tuần tháng 4/2025", "Dự kiến hạ tuần tháng 4/2025"},
    {"coopstar", "Quý I/2025", "từ ngày 01/01/2025 đến hết ngày 09/4/2025"},
    {"dai-hoi-chi-bo", "Tháng 4/2025", "Tháng 5/2025"},
    {"ra-soat-htx", "Quý I/2025", "từ ngày 01/01/2025 đến hết ngày 05/5/2025"},
    {"dai-hoi-lien-minh", "Dự kiến trung tuần tháng 8/2025", "Dự kiến trung tuần tháng 9/2025"},
};

std::shared_ptr<const model::Plan> read(const std::string& text) {
  auto read = definition::read_plan(text, document_001, definition::companions_of(document_001),
                                    definition::built_in_working_days());
  REQUIRE(read.value.has_value());
  return std::make_shared<const model::Plan>(std::move(*read.value));
}

std::string amended(std::string text) {
  for (const auto& [task, before, after] : amendment) {
    const auto window = text.find(before, text.find(std::string{"\n  "} + task + ":"));
    REQUIRE(window != std::string::npos);
    text.replace(window, std::string{before}.size(), after);
  }
  return text;
}

/// The campaign at the moment before and after its amendment, and when every rung was reached when
/// it had gone on for the year.
struct Amended {
  std::vector<runtime::Move> moves;
  std::vector<model::Event> events;

  Amended() {
    const auto text = definition::read_file(document_001).value();
    runtime::Simulation simulation{definition::built_in_holidays()};
    REQUIRE(simulation.issue(read(text))->accepted());
    REQUIRE(simulation.run_until(at("2025-02-03 08:00")).has_value());
    const auto before = simulation.state();
    model::AmendPlan command{read(amended(text)), {}, {"12/KH-LMHTX", {}, {}, {}}, "sắp xếp", {}};
    const auto answer = simulation.submit({model::UserId{model::owner_prefix},
                                           {},
                                           simulation.campaign().id,
                                           model::CampaignCommand{std::move(command)}},
                                          at("2025-02-03 08:00"));
    REQUIRE(answer->accepted());
    moves = runtime::moves(before, simulation.state());
    REQUIRE(simulation.run_until(at("2025-12-31 12:00")).has_value());
    events.assign(simulation.events().begin(), simulation.events().end());
  }

  [[nodiscard]] std::pair<std::string, std::string> of(const char* task, Rung rung) const {
    const auto move = std::ranges::find_if(moves, [&](const runtime::Move& one) {
      return one.task == model::TaskId{task} && one.rung == rung;
    });
    REQUIRE(move != moves.end());
    return {to_string(move->before.value()), to_string(move->after.value())};
  }

  [[nodiscard]] std::string reached(const char* task, Rung rung) const {
    for (const auto& event : events) {
      const auto* reached = std::get_if<model::RungReached>(&event.body);
      if (reached != nullptr && reached->task == model::TaskId{task} &&
          reached->rung.rung == rung && event.at > at("2025-02-03 08:00")) {
        return to_string(event.at);
      }
    }
    return "never";
  }
};

/// A line of the list, before and after, as it was counted; what then happens is the latter.
void check_move(const Amended& year, const char* task, Rung rung, const std::string& before,
                const std::string& after) {
  INFO(task << " " << model::to_string(rung));
  const auto [was, is] = year.of(task, rung);
  CHECK(was == before);
  CHECK(is == after);
  CHECK(year.reached(task, rung) == after);
}

constexpr Rung due{RungKind::due, 0};
constexpr Rung first{RungKind::reminder, -10};
constexpr Rung last{RungKind::reminder, 0};

}  // namespace

TEST_CASE("the list of an amendment of document 001 is what was counted by hand for five tasks") {
  const Amended year;
  const auto check = [&](auto&&... line) { check_move(year, line...); };

  check("hoi-nghi-dien-hinh", due, "2025-04-21T00:00:00+07:00", "2025-05-01T00:00:00+07:00");
  check("hoi-nghi-dien-hinh", first, "2025-04-04T07:30:00+07:00", "2025-04-17T07:30:00+07:00");
  check("hoi-nghi-dien-hinh", last, "2025-04-18T07:30:00+07:00", "2025-04-29T07:30:00+07:00");

  check("coopstar", due, "2025-04-01T00:00:00+07:00", "2025-04-10T00:00:00+07:00");
  check("coopstar", first, "2025-03-17T07:30:00+07:00", "2025-03-25T07:30:00+07:00");
  check("coopstar", last, "2025-03-31T07:30:00+07:00", "2025-04-09T07:30:00+07:00");

  check("dai-hoi-chi-bo", due, "2025-05-01T00:00:00+07:00", "2025-06-01T00:00:00+07:00");
  check("dai-hoi-chi-bo", first, "2025-04-17T07:30:00+07:00", "2025-05-19T07:30:00+07:00");
  check("dai-hoi-chi-bo", last, "2025-04-29T07:30:00+07:00", "2025-05-30T07:30:00+07:00");

  check("ra-soat-htx", due, "2025-04-01T00:00:00+07:00", "2025-05-06T00:00:00+07:00");
  check("ra-soat-htx", first, "2025-03-17T07:30:00+07:00", "2025-04-17T07:30:00+07:00");
  check("ra-soat-htx", last, "2025-03-31T07:30:00+07:00", "2025-05-05T07:30:00+07:00");

  check("thiet-ke-gian-hang", due, "2025-08-11T00:00:00+07:00", "2025-09-11T00:00:00+07:00");
  check("thiet-ke-gian-hang", first, "2025-07-28T07:30:00+07:00", "2025-08-25T07:30:00+07:00");
  check("thiet-ke-gian-hang", last, "2025-08-08T07:30:00+07:00", "2025-09-10T07:30:00+07:00");
}

TEST_CASE("the list of an amendment names no task whose dates it leaves as they were") {
  for (const auto& move : Amended{}.moves) {
    INFO(move.task);
    const bool is_amended = std::ranges::any_of(
        amendment, [&](const auto& one) { return move.task == model::TaskId{one.task}; });
    CHECK((is_amended || move.task == model::TaskId{"thiet-ke-gian-hang"}));
  }
}

}  // namespace tiendo::test
