#include "server/backup_rotation.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <future>
#include <set>

#include "journal/sqlite/data_folder.hpp"
#include "journal/sqlite/sqlite_journal.hpp"
#include "support/plan.hpp"
#include "support/temporary_folder.hpp"
#include "support/words.hpp"

namespace tiendo::test {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using server::BackupRotation;
using server::Worker;

std::vector<Day> days(std::initializer_list<const char*> words) {
  std::vector<Day> days;
  for (const char* word : words) {
    days.push_back(day(word));
  }
  return days;
}

std::set<std::string> names_in(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator{folder}) {
    names.insert(entry.path().filename().string());
  }
  return names;
}

/// A data folder that a writer holds open, and its backups.
class Office {
 public:
  Office() {
    auto opened = journal::DataFolder::open_to_write(
        folder_.path() / "data", {.make = journal::DataFolder::Making{at("2025-01-06 08:00")}});
    REQUIRE(opened.has_value());
    data_ = std::make_unique<journal::DataFolder>(std::move(*opened));
    journal::SqliteJournal journal{data_->store()};
    REQUIRE(journal.append(office_events(), {}).has_value());
  }

  /// One look, and whether a backup was tried: "ok", "failed" or "nothing".
  std::string look(BackupRotation::Options options, std::initializer_list<const char*> nows) {
    options.data = folder_.path() / "data";
    options.backups = backups();
    std::string outcome = "nothing";
    Worker worker{"backup", 4};
    BackupRotation rotation{std::move(options), worker, [&](const Result<void>& made) {
                              outcome = made.has_value() ? "ok" : "failed";
                            }};
    for (const char* now : nows) {
      outcome = "nothing";
      rotation.look(at(now));
      std::promise<void> done;
      REQUIRE(worker.post([&] { done.set_value(); }) == Worker::Taken::yes);
      done.get_future().wait();
    }
    status_ = rotation.status();
    worker.stop();
    return outcome;
  }

  [[nodiscard]] fs::path backups() const { return folder_.path() / "backups"; }
  [[nodiscard]] const BackupRotation::Status& status() const { return status_; }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<journal::DataFolder> data_;
  BackupRotation::Status status_;
};

}  // namespace

TEST_CASE("of backups the last of seven days, four weeks and twelve months are kept") {
  CHECK(server::to_drop({}, {}).empty());
  CHECK(server::to_drop(days({"2025-04-20"}), {}).empty());

  // 2025-04-07, -14 and -21 are Mondays.
  const server::Kept few{.days = 2, .weeks = 2, .months = 2};
  CHECK(server::to_drop(days({"2025-04-22", "2025-04-21", "2025-04-20", "2025-04-19"}), few) ==
        days({"2025-04-19"}));
  CHECK(server::to_drop(days({"2025-03-31", "2025-04-13", "2025-04-14", "2025-04-15"}), few) ==
        days({}));
  CHECK(server::to_drop(days({"2025-02-28", "2025-03-30", "2025-04-14", "2025-04-15"}), few) ==
        days({"2025-02-28"}));
  // Periods without a backup do not count.
  CHECK(server::to_drop(days({"2020-01-01", "2021-01-01", "2022-01-01"}), few) ==
        days({"2020-01-01"}));
}

TEST_CASE("a year of daily backups leaves what was asked for, whatever day it is") {
  std::vector<Day> kept;
  for (Day today = day("2024-01-01"); today < day("2025-07-01"); today = plus_days(today, 1)) {
    kept.push_back(today);
    for (const Day old : server::to_drop(kept, {})) {
      std::erase(kept, old);
    }
    REQUIRE(kept.size() <= 7 + 4 + 12);
    REQUIRE(kept.back() == today);
  }
  CHECK(kept.size() >= 7 + 2 + 10);
  CHECK(kept.front() == day("2024-07-31"));
}

TEST_CASE("a backup is known by its name") {
  CHECK(server::backup_name(day("2025-04-20")) == "tiendo-2025-04-20.backup");
  CHECK(server::day_of_backup("tiendo-2025-04-20.backup") == day("2025-04-20"));
  for (const char* name : {"tiendo-2025-02-30.backup", "tiendo-.backup", "tiendo-.backu",
                           "tiendo-2025-04-20.backup.old", "2025-04-20.backup", ""}) {
    INFO(name);
    CHECK_FALSE(server::day_of_backup(name));
  }
}

TEST_CASE("a backup is made once a day, at its hour, while somebody writes") {
  Office office;
  CHECK(office.look({.at = 1h}, {"2025-04-20 00:59"}) == "nothing");
  CHECK(office.look({.at = 1h}, {"2025-04-20 01:00"}) == "ok");
  CHECK(names_in(office.backups()) == std::set<std::string>{"tiendo-2025-04-20.backup"});
  CHECK(office.status().last == day("2025-04-20"));
  CHECK(office.look({.at = 1h}, {"2025-04-20 23:00"}) == "nothing");
  CHECK(office.look({.at = 1h}, {"2025-04-21 05:00", "2025-04-21 05:01"}) == "nothing");
  CHECK(names_in(office.backups()).size() == 2);
}

TEST_CASE("old backups go once the new one is there, other files stay") {
  Office office;
  REQUIRE(office.look({}, {"2025-04-20 08:00"}) == "ok");
  std::ofstream{office.backups() / "tiendo-2025-04-20.backup.txt"} << "của ai đó";
  const server::Kept one{.days = 1, .weeks = 1, .months = 1};
  REQUIRE(office.look({.kept = one}, {"2025-04-22 08:00"}) == "ok");
  CHECK(names_in(office.backups()) ==
        std::set<std::string>{"tiendo-2025-04-20.backup.txt", "tiendo-2025-04-22.backup"});
}

TEST_CASE("a backup that fails is told, tried again an hour later, and drops nothing") {
  Office office;
  const server::Kept one{.days = 1, .weeks = 1, .months = 1};
  REQUIRE(office.look({.kept = one}, {"2025-04-20 08:00"}) == "ok");
  fs::rename(office.backups().parent_path() / "data" / "journal.db",
             office.backups().parent_path() / "gone");
  CHECK(office.look({.kept = one}, {"2025-04-21 08:00"}) == "failed");
  REQUIRE(office.status().failure);
  CHECK_FALSE(office.status().failure->message.vi.empty());
  CHECK(office.status().retry_at == at("2025-04-21 09:00"));
  CHECK(names_in(office.backups()) == std::set<std::string>{"tiendo-2025-04-20.backup"});
  CHECK(office.look({.kept = one}, {"2025-04-21 08:00", "2025-04-21 08:59"}) == "nothing");
  CHECK(office.look({.kept = one}, {"2025-04-21 08:00", "2025-04-21 09:00"}) == "failed");
  fs::rename(office.backups().parent_path() / "gone",
             office.backups().parent_path() / "data" / "journal.db");
  CHECK(office.look({.kept = one}, {"2025-04-21 10:00"}) == "ok");
  CHECK_FALSE(office.status().failure);
  CHECK(names_in(office.backups()) == std::set<std::string>{"tiendo-2025-04-21.backup"});
}

}  // namespace tiendo::test
