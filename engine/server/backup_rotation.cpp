#include "server/backup_rotation.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <set>
#include <system_error>

#include "journal/file.hpp"
#include "journal/sqlite/backup.hpp"

namespace tiendo::server {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view prefix = "tiendo-";
constexpr std::string_view suffix = ".backup";

/// Its Monday.
std::chrono::sys_days week_of(Day day) {
  const std::chrono::sys_days at{day};
  return at - (std::chrono::weekday{at} - std::chrono::Monday);
}

/// Of the newest `periods` periods the newest day each. `days`: the newest first.
template <class PeriodOf>
void keep_last(const std::vector<Day>& days, std::size_t periods, PeriodOf period_of,
               std::set<Day>& kept) {
  std::set<decltype(period_of(Day{}))> seen;
  for (const Day day : days) {
    if (seen.size() < periods && seen.insert(period_of(day)).second) {
      kept.insert(day);
    }
  }
}

}  // namespace

std::vector<Day> to_drop(std::vector<Day> backups, const Kept& kept) {
  std::ranges::sort(backups, std::greater{});
  std::set<Day> needed;
  keep_last(
      backups, kept.days, [](Day day) { return day; }, needed);
  keep_last(backups, kept.weeks, week_of, needed);
  keep_last(
      backups, kept.months, [](Day day) { return day.year() / day.month(); }, needed);
  std::erase_if(backups, [&](Day day) { return needed.contains(day); });
  return backups;
}

std::string backup_name(Day day) {
  return std::string{prefix} + to_string(day) + std::string{suffix};
}

std::optional<Day> day_of_backup(std::string_view name) {
  if (!name.starts_with(prefix) || !name.ends_with(suffix) ||
      name.size() <= prefix.size() + suffix.size()) {
    return std::nullopt;
  }
  name.remove_prefix(prefix.size());
  name.remove_suffix(suffix.size());
  return parse_day(name);
}

BackupRotation::BackupRotation(Options options, Worker& worker, Tell tell)
    : options_{std::move(options)}, worker_{worker}, tell_{std::move(tell)} {
  if (const auto days = there(); !days.empty()) {
    status_.last = std::ranges::max(days);
  }
}

BackupRotation::Status BackupRotation::status() const {
  const std::lock_guard lock{mutex_};
  return status_;
}

void BackupRotation::look(Timestamp now) {
  const Day day = local_day(now);
  {
    const std::lock_guard lock{mutex_};
    const bool made = status_.last && *status_.last >= day;
    const bool waits = status_.retry_at && now < *status_.retry_at;
    if (running_ || made || waits || now < instant_of(day, options_.at)) {
      return;
    }
    running_ = true;
  }
  if (worker_.post([this, day, now] { make(day, now); }) != Worker::Taken::yes) {
    const std::lock_guard lock{mutex_};
    running_ = false;  // the next look tries again
  }
}

void BackupRotation::make(Day day, Timestamp now) {
  const auto made = try_to_make(day, now);
  {
    const std::lock_guard lock{mutex_};
    running_ = false;
    if (made.has_error()) {
      status_.failure = made.error();
      status_.retry_at = now + options_.retry_after;
    } else {
      status_ = {.last = day};
    }
  }
  if (made.has_error()) {
    spdlog::error("backup failed day={} retry_at={} where={} what={}", to_string(day),
                  to_string(now + options_.retry_after), made.error().where,
                  made.error().message.en);
  } else {
    drop_old();
  }
  if (tell_) {
    tell_(made);
  }
}

Result<void> BackupRotation::try_to_make(Day day, Timestamp now) {
  if (auto folder = journal::make_folder(options_.backups); folder.has_error()) {
    return folder.error();
  }
  const auto file = options_.backups / backup_name(day);
  // One that is there may be of another program, or from before the clock was set back: it stays.
  if (std::error_code ignored; fs::exists(file, ignored)) {
    return {};
  }
  const auto report = journal::backup(options_.data, file, {.made_at = now});
  if (report.has_error()) {
    return report.error();
  }
  spdlog::info("backup made day={} events={} evidence_files={} bytes={} damaged={}", to_string(day),
               report->events, report->evidence_files, report->bytes, report->damaged.size());
  for (const auto& damaged : report->damaged) {
    spdlog::error("evidence damaged hash={} missing={}", damaged.hash, damaged.missing);
  }
  return {};
}

void BackupRotation::drop_old() const {
  for (const Day day : to_drop(there(), options_.kept)) {
    std::error_code failed;
    fs::remove(options_.backups / backup_name(day), failed);
    if (failed) {
      spdlog::error("backup not dropped day={} what={}", to_string(day), failed.message());
    } else {
      spdlog::info("backup dropped day={}", to_string(day));
    }
  }
}

std::vector<Day> BackupRotation::there() const {
  std::vector<Day> days;
  std::error_code failed;
  for (fs::directory_iterator entry{options_.backups, failed}, end; !failed && entry != end;
       entry.increment(failed)) {
    if (const auto day = day_of_backup(entry->path().filename().string())) {
      days.push_back(*day);
    }
  }
  return days;
}

}  // namespace tiendo::server
