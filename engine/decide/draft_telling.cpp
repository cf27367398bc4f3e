// What a draft tells people: notices in their inboxes, beside what it records.

#include <fmt/format.h>

#include <utility>

#include "decide/addressees.hpp"
#include "decide/draft.hpp"

namespace tiendo::decide {

using model::TaskIndex;

namespace {

constexpr std::string_view inbox = "inbox";

}  // namespace

void Draft::announce(TaskIndex task) {
  record(task, model::TaskAnnounced{campaign_.plan->tasks[task].id});
  tell(task, model::Subject::announced);
}

void Draft::tell(TaskIndex task, model::Subject subject, const std::string& reason) {
  queue(task, fmt::format("{}@{}", model::name(subject), campaign_.tasks[task].version), subject,
        std::nullopt, reason);
}

void Draft::remind(TaskIndex task, model::Subject subject, const model::Rung& rung) {
  if (campaign_.plan->tasks[task].ladder) {
    queue(task, model::to_string(rung), subject, rung, {});
  }
}

void Draft::tell_all(model::Subject subject, const std::string& reason, std::uint32_t which) {
  const auto what = fmt::format("{}@{}", model::name(subject), which);
  for (auto& to : addressees(office(), campaign_, subject)) {
    queue(what, {{}, {}, subject, std::nullopt, std::move(to), {}, reason});
  }
}

void Draft::queue(TaskIndex task, const std::string& what, model::Subject subject,
                  const std::optional<model::Rung>& rung, const std::string& reason) {
  const auto& planned = campaign_.plan->tasks[task];
  const auto& now = campaign_.tasks[task];
  const auto units = assigned_ && assigned_->task == planned.id
                         ? Units{assigned_->leads, assigned_->coordinating}
                         : Units{now.leads, now.coordinating};
  for (auto& to : addressees(office(), *campaign_.plan, units, subject, rung)) {
    queue(fmt::format("{}/{}/{}", planned.id.str(), now.due_version, what),
          {{}, planned.id, subject, rung, std::move(to), {}, reason});
  }
}

void Draft::queue(std::string key, model::Notice notice) {
  key.append("/").append(model::to_string(notice.to)).append("/").append(inbox);
  notice.key = std::move(key);
  notice.channel = inbox;
  record(model::NoticeQueued{std::move(notice)});
}

}  // namespace tiendo::decide
