#include "demo.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>

#include "base/check.hpp"
#include "definition/embedded_story.hpp"
#include "demo_past.hpp"
#include "journal/file.hpp"
#include "journal/folder_layout.hpp"
#include "journal/sqlite/accounts.hpp"
#include "journal/sqlite/data_folder.hpp"
#include "journal/sqlite/secrets.hpp"
#include "journal/sqlite/sqlite_journal.hpp"
#include "server/passwords.hpp"

namespace tiendo::cli {
namespace {

namespace fs = std::filesystem;

/// The five documents, by when they were signed; the last is what the demo is about.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> campaigns{
    {{"thi-dua-dac-biet-2020", "thi-dua-dac-biet-2020"},
     {"chuong-trinh-56-2022", "chuong-trinh-56-2022"},
     {"thang-hanh-dong-htx-2024", "thang-hanh-dong-htx-2024"},
     {"thi-dua-yeu-nuoc-2025", "thi-dua-yeu-nuoc-2025"},
     {"thang-hanh-dong-htx-2025", "demo"}}};
constexpr std::array<std::string_view, 6> played{"lanhdao",  "vanphong", "nghiepvu",
                                                 "trungtam", "quy",      "quantri"};

std::vector<definition::Story> read_stories() {
  std::vector<definition::Story> stories;
  for (const auto& [plan, scenario] : campaigns) {
    stories.push_back(definition::embedded_story(plan, scenario));
  }
  return stories;
}

/// Everybody who acts in one of them, once.
std::vector<model::Person> people_of(const std::vector<definition::Story>& stories) {
  std::vector<model::Person> people;
  for (const auto& story : stories) {
    for (const auto& person : story.scenario.people) {
      if (std::ranges::find(people, person.id, &model::Person::id) == people.end()) {
        people.push_back(person);
      }
    }
  }
  return people;
}

Result<void> write_record(const fs::path& folder, const std::vector<model::Event>& events,
                          Timestamp begin) {
  auto opened = journal::DataFolder::open_to_write(
      folder, {.make = journal::DataFolder::Making{.at = begin, .rehearsal = true}});
  if (opened.has_error()) {
    return opened.error();
  }
  journal::SqliteJournal journal{opened->store()};
  const auto written = journal.append(events, {});
  return written.has_error() ? Result<void>{written.error()} : Result<void>{};
}

Result<void> write_addresses(const fs::path& folder, const std::vector<model::Person>& people) {
  auto opened = journal::SecretsFile::open(journal::secrets_in(folder));
  if (opened.has_error()) {
    return opened.error();
  }
  std::vector<port::Secret> addresses;
  for (const auto& person : people) {
    addresses.push_back({person.id, "email", person.id.str() + "@example.vn"});
  }
  return (*opened)->put_all(addresses);
}

/// Nobody has to change a password of a demo: one step, and one is in.
Result<std::vector<DemoAccount>> write_passwords(const fs::path& folder,
                                                 const std::vector<model::Person>& people,
                                                 Timestamp now) {
  auto opened = journal::AccountsFile::open(journal::secrets_in(folder));
  if (opened.has_error()) {
    return opened.error();
  }
  const server::Passwords passwords;
  std::vector<DemoAccount> accounts;
  for (const auto& person : people) {
    if (std::ranges::find(played, std::string_view{person.id.str()}) == played.end()) {
      continue;
    }
    accounts.push_back({person, server::generate_password()});
    const auto hash = passwords.hash(accounts.back().password);
    if (hash.has_error()) {
      return hash.error();
    }
    const auto set =
        (*opened)->set_password(person.id, {*hash, now, false}, port::Accounts::Sessions::end);
    if (set.has_error()) {
      return set.error();
    }
  }
  return accounts;
}

std::string name_of(const model::UnitId& id, const model::Plan& plan) {
  const auto& units = plan.organisation.units;
  const auto unit = std::ranges::find(units, id, &model::Unit::id);
  return unit == units.end() ? id.str() : unit->name;
}

/// What is left of the stories, each under the id of its campaign.
Result<void> write_stories(const fs::path& folder, const std::vector<definition::Story>& stories,
                           Timestamp begin) {
  const auto kept = journal::stories_in(folder);
  fs::create_directory(kept);
  for (const auto& story : stories) {
    const auto& steps = story.scenario.steps;
    if (steps.empty() || steps.back().at < begin) {
      continue;
    }
    auto file = journal::NewFile::make_in(kept);
    if (file.has_error()) {
      return file.error();
    }
    if (auto written = file->write(story.scenario_text); written.has_error()) {
      return written;
    }
    const auto name = kept / (story.plan->id.str() + ".yaml");
    if (auto published = file->publish(name, journal::Existing::keep); published.has_error()) {
      return published;
    }
  }
  return {};
}

Result<std::vector<DemoAccount>> fill(const fs::path& folder,
                                      const std::vector<definition::Story>& stories,
                                      const std::vector<model::Event>& events, Timestamp begin,
                                      Timestamp now) {
  const auto people = people_of(stories);
  for (const auto& done : {write_record(folder, events, begin), write_addresses(folder, people),
                           write_stories(folder, stories, begin)}) {
    if (done.has_error()) {
      return done.error();
    }
  }
  return write_passwords(folder, people, now);
}

}  // namespace

Timestamp demo_begin() {
  using namespace std::chrono_literals;
  return instant_of(Day{std::chrono::year{2025} / 4 / 10}, 7h);
}

std::optional<Error> why_no_demo(const fs::path& folder) {
  std::error_code failed;
  const bool is_there = fs::exists(folder, failed);
  if (!is_there || (fs::is_directory(folder, failed) && fs::is_empty(folder, failed) && !failed)) {
    return std::nullopt;
  }
  return Error{{"bản dùng thử cần một thư mục chưa có hoặc còn trống: chọn thư mục khác; để chạy "
                "tiếp một bản dùng thử cũ, bỏ --demo",
                "a demo needs a folder that is missing or empty: choose another one; to go on with "
                "an earlier demo leave --demo out"},
               folder.string()};
}

Result<std::vector<DemoAccount>> make_demo(const fs::path& folder, Timestamp begin,
                                           const model::UserId& owner, Timestamp now) {
  const auto stories = read_stories();
  const auto events = demo_past(stories, begin, owner);
  if (events.has_error()) {
    return events.error();
  }
  auto accounts = fill(folder, stories, *events, begin, now);
  if (accounts.has_error()) {
    std::error_code ignored;
    fs::remove_all(folder, ignored);
    return accounts;
  }
  for (auto& account : *accounts) {
    account.unit = name_of(account.person.posts.front().unit, *stories.back().plan);
  }
  return accounts;
}

}  // namespace tiendo::cli
