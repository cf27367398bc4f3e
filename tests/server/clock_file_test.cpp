#include "server/clock_file.hpp"

#include <catch2/catch.hpp>
#include <fstream>

#include "journal/folder_layout.hpp"
#include "server/recovered.hpp"
#include "support/plan.hpp"
#include "support/temporary_folder.hpp"

namespace tiendo::test {
namespace {

using server::ClockLeft;
using server::read_clock_file;

/// A rehearsal that was made on 6/1/2025 at 08:00.
struct LeftRehearsal {
  LeftRehearsal() {
    journal::DataFolder::Options made;
    made.make = journal::DataFolder::Making{at("2025-01-06 08:00"), true};
    REQUIRE(journal::DataFolder::open_to_write(options.data, made).has_value());
    options.owner = model::UserId{"owner:lan"};
  }
  [[nodiscard]] ClockLeft begins() const {
    const auto recovered = server::Recovered::from(options);
    REQUIRE(recovered.has_value());
    REQUIRE((*recovered)->rehearsal != nullptr);
    return {(*recovered)->clock->read().now, (*recovered)->rehearsal->speed()};
  }

  TemporaryFolder folder;
  server::ServerOptions options{.data = folder.path() / "data"};
};

}  // namespace

TEST_CASE("a rehearsal that stood still stands where it stood after a restart") {
  LeftRehearsal rehearsal;
  const ClockLeft left{at("2025-03-03 09:10") + std::chrono::microseconds{7}, 0};
  REQUIRE(server::write_clock_file(rehearsal.options.data, left).has_value());
  CHECK(rehearsal.begins() == left);
  rehearsal.options.clock = at("2025-04-01 08:00");
  CHECK(rehearsal.begins() == ClockLeft{at("2025-04-01 08:00"), 0});
}

TEST_CASE("a rehearsal that was never left begins with its record, as fast as it is told to") {
  LeftRehearsal rehearsal;
  rehearsal.options.first_speed = 0;
  CHECK(rehearsal.begins() == ClockLeft{at("2025-01-06 08:00"), 0});
  rehearsal.options.first_speed = 1440;
  rehearsal.options.speed = 0;
  CHECK(rehearsal.begins() == ClockLeft{at("2025-01-06 08:00"), 0});
  REQUIRE(
      server::write_clock_file(rehearsal.options.data, {at("2024-12-01 08:00"), 3}).has_value());
  CHECK(rehearsal.begins() == ClockLeft{at("2025-01-06 08:00"), 0});
  rehearsal.options.speed.reset();
  CHECK(rehearsal.begins().speed == 3);
}

TEST_CASE("what nobody understands of a clock that was left is passed over") {
  const TemporaryFolder folder;
  for (const auto* text :
       {"", "{", "[]", R"({"now":"gestern","speed":1})", R"({"now":"2025-01-06T08:00:00Z"})",
        R"({"now":"2025-01-06T08:00:00Z","speed":-1})"}) {
    INFO(text);
    std::ofstream{journal::clock_in(folder.path())} << text;
    CHECK_FALSE(read_clock_file(folder.path()));
  }
}

}  // namespace tiendo::test
