#include "server/clock.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <thread>

#include "server/moved_clocks.hpp"
#include "support/plan.hpp"

namespace tiendo::test {
namespace {

using namespace std::chrono_literals;
using server::MachineClock;
using server::RehearsalClock;

}  // namespace

TEST_CASE("a clock that is set by 59 minutes has not jumped, by 61 minutes it has") {
  const auto [by, jumped] = GENERATE(table<std::chrono::minutes, bool>(
      {{59min, false}, {-59min, false}, {60min, false}, {61min, true}, {-61min, true}}));
  INFO("set by " << by.count() << " minutes");
  MovedClocks moved{at("2025-04-20 08:00")};
  MachineClock clock{moved.raw()};
  moved.pass(10min);
  moved.set_by(by);
  const auto reading = clock.read();
  CHECK(reading.now == at("2025-04-20 08:10") + by);
  REQUIRE(reading.jump.has_value() == jumped);
  if (jumped) {
    CHECK(reading.jump->by == by);
  }
}

TEST_CASE("a machine that sleeps for a week has not jumped") {
  MovedClocks moved{at("2025-04-20 08:00")};
  MachineClock clock{moved.raw()};
  moved.pass(24h * 7);
  CHECK_FALSE(clock.read().jump);
  CHECK(clock.read().now == at("2025-04-27 08:00"));
}

TEST_CASE("small jumps of one day add up, those of a month do not") {
  MovedClocks moved{at("2025-04-20 08:00")};
  MachineClock clock{moved.raw()};
  for (int day = 0; day < 30; ++day) {
    moved.pass(25h);
    moved.set_by(10min);
    REQUIRE_FALSE(clock.read().jump);
  }
  moved.set_by(40min);
  CHECK_FALSE(clock.read().jump);
  moved.pass(1h);
  moved.set_by(40min);
  REQUIRE(clock.read().jump);
  CHECK(clock.read().jump->by == 80min);
}

TEST_CASE("a jump stays until somebody confirms it, even when the clock is set right again") {
  MovedClocks moved{at("2025-04-20 08:00")};
  MachineClock clock{moved.raw()};
  moved.set_by(48h);
  REQUIRE(clock.read().jump);
  moved.pass(72h);
  CHECK(clock.read().jump->by == 48h);
  moved.set_by(-48h);
  REQUIRE(clock.read().jump);
  CHECK(clock.read().jump->by == 0h);
  clock.confirm();
  CHECK_FALSE(clock.read().jump);
  moved.set_by(-61min);
  CHECK(clock.read().jump);
}

TEST_CASE("the time until an instant is nothing where it has passed") {
  MovedClocks moved{at("2025-04-20 08:00")};
  MachineClock clock{moved.raw()};
  CHECK(clock.until(at("2025-04-20 09:00")) == 1h);
  CHECK(clock.until(at("2025-04-20 08:00")) == 0h);
  CHECK(clock.until(at("2025-04-20 07:00")) == 0h);
}

TEST_CASE("the machine has clocks, and they agree with each other") {
  MachineClock clock;
  const auto reading = clock.read();
  CHECK_FALSE(reading.jump);
  CHECK(reading.now > at("2024-01-01"));
  const auto began = server::stopwatch();
  CHECK(server::stopwatch() >= began);
}

TEST_CASE("a rehearsal begins where it is told to and goes as fast as it is told to") {
  MovedClocks moved{at("2030-01-01 00:00")};
  RehearsalClock clock{at("2025-01-06 08:00"), 1440, moved.raw()};
  CHECK(clock.read().now == at("2025-01-06 08:00"));
  moved.pass(1min);
  CHECK(clock.read().now == at("2025-01-07 08:00"));
  CHECK(clock.until(at("2025-01-08 08:00")) >= 1min);
  CHECK(clock.until(at("2025-01-08 08:00")) <= 1min + 1us);
  CHECK(clock.until(at("2025-01-07 07:00")) == 0s);
}

TEST_CASE("a rehearsal that is paused, goes on slower, and is stepped, never goes back") {
  MovedClocks moved{at("2030-01-01 00:00")};
  RehearsalClock clock{at("2025-01-06 08:00"), 60, moved.raw()};
  moved.pass(1min);
  CHECK(clock.set_speed(0));
  moved.pass(24h);
  CHECK(clock.read().now == at("2025-01-06 09:00"));
  CHECK(clock.until(at("2025-01-06 10:00")) == server::microseconds::max());
  CHECK(clock.set_speed(1));
  moved.pass(1min);
  CHECK(clock.read().now == at("2025-01-06 09:01"));
  CHECK(clock.step_to(at("2025-03-01 08:00")));
  CHECK(clock.read().now == at("2025-03-01 08:00"));
  CHECK_FALSE(clock.step_to(at("2025-02-28 08:00")));
  CHECK(clock.read().now == at("2025-03-01 08:00"));
  CHECK_FALSE(clock.read().jump);
}

TEST_CASE("a rehearsal refuses a speed that is none") {
  const auto speed =
      GENERATE(-1.0, RehearsalClock::speed_max * 2, std::numeric_limits<double>::quiet_NaN());
  MovedClocks moved{at("2030-01-01 00:00")};
  RehearsalClock clock{at("2025-01-06 08:00"), 60, moved.raw()};
  CHECK_FALSE(clock.set_speed(speed));
  CHECK(clock.speed() == 60);
}

TEST_CASE("a rehearsal is read while another thread changes it, and never seems to go back") {
  MovedClocks moved{at("2030-01-01 00:00")};
  RehearsalClock clock{at("2025-01-06 08:00"), 60, moved.raw()};
  std::thread mover{[&] {
    for (int i = 0; i < 2'000; ++i) {
      moved.pass(1ms);
      (void)clock.set_speed(i % 100);
    }
  }};
  auto seen = clock.read().now;
  for (int i = 0; i < 2'000; ++i) {
    const auto now = clock.read().now;
    REQUIRE(now >= seen);
    seen = now;
  }
  mover.join();
}

}  // namespace tiendo::test
