#include "demo.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>

#include "base/check.hpp"
#include "definition/embedded.hpp"
#include "definition/holidays.hpp"
#include "definition/plan_reader.hpp"
#include "definition/scenario_reader.hpp"
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

constexpr std::string_view plan_file = "thang-hanh-dong-htx-2025.yaml";
constexpr std::string_view scenario_file = "workflows/scenarios/demo.yaml";
constexpr std::array<std::string_view, 5> played{"lanhdao", "vanphong", "nghiepvu", "trungtam",
                                                 "quy"};

std::string embedded_text(std::string_view path) {
  const auto text = embedded::file(path);
  check(text.has_value(), "the files of the demo are in the program");
  return std::string{*text};
}

/// From what is compiled into the program, so that a demo needs no other files.
DemoStory read_demo() {
  DemoStory story;
  const auto companions =
      [&story](const std::string& name) -> std::optional<definition::Companion> {
    const auto text = embedded::file("workflows/" + name);
    if (!text) {
      return std::nullopt;
    }
    story.sources.push_back({name, std::string{*text}});
    return definition::Companion{name, std::string{*text}};
  };
  const std::string name{plan_file};
  auto text = embedded_text("workflows/" + name);
  auto plan = definition::read_plan(text, name, companions, definition::built_in_working_days());
  check(plan.value.has_value(), "the plan of the demo is right");
  story.sources.insert(story.sources.begin(), {name, std::move(text)});
  story.plan = std::make_shared<const model::Plan>(std::move(*plan.value));
  story.scenario_text = embedded_text(scenario_file);
  auto scenario =
      definition::read_scenario(story.scenario_text, std::string{scenario_file}, *story.plan);
  check(scenario.value.has_value(), "the scenario of the demo is right");
  story.scenario = std::move(*scenario.value);
  return story;
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

Result<void> write_story(const fs::path& folder, const std::string& text) {
  auto file = journal::NewFile::make_in(folder);
  if (file.has_error()) {
    return file.error();
  }
  if (auto written = file->write(text); written.has_error()) {
    return written;
  }
  return file->publish(journal::story_in(folder), journal::Existing::keep);
}

Result<std::vector<DemoAccount>> fill(const fs::path& folder, const DemoStory& story,
                                      const std::vector<model::Event>& events, Timestamp begin,
                                      Timestamp now) {
  const auto& people = story.scenario.people;
  for (const auto& done : {write_record(folder, events, begin), write_addresses(folder, people),
                           write_story(folder, story.scenario_text)}) {
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
  const auto story = read_demo();
  const auto events = demo_past(story, begin, owner);
  if (events.has_error()) {
    return events.error();
  }
  auto accounts = fill(folder, story, *events, begin, now);
  if (accounts.has_error()) {
    std::error_code ignored;
    fs::remove_all(folder, ignored);
    return accounts;
  }
  for (auto& account : *accounts) {
    account.unit = name_of(account.person.posts.front().unit, *story.plan);
  }
  return accounts;
}

}  // namespace tiendo::cli
