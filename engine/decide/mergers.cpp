#include "decide/mergers.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "decide/refuse.hpp"
#include "model/at_work.hpp"
#include "model/lifecycle_words.hpp"

namespace tiendo::decide {
namespace {

using model::Part;
using model::TaskState;
using model::Treatment;

bool merges(const model::Merger& merger, const Part& part) {
  return std::ranges::find(merger.from, part.unit) != merger.from.end();
}

std::string reason_of(const model::Merger& merger) {
  const auto document =
      merger.document.empty() ? std::string{} : fmt::format(" theo văn bản số {}", merger.document);
  const auto why = merger.reason.empty() ? std::string{} : ": " + merger.reason;
  return fmt::format("Sáp nhập từ ngày {}{}{}", to_vietnamese(merger.day), document, why);
}

/// What was decided for this task; nothing: it is transferred.
const model::TreatedTask* treated(const model::Merger& merger, const model::CampaignId& campaign,
                                  const model::TaskId& task) {
  const auto found = std::ranges::find_if(merger.tasks, [&](const model::TreatedTask& other) {
    return other.campaign == campaign && other.task == task;
  });
  return found == merger.tasks.end() ? nullptr : &*found;
}

std::string why_cancelled(const model::TreatedTask& treatment, const model::Merger& merger) {
  const auto because = reason_of(merger);
  if (treatment.treatment == Treatment::supersede) {
    return fmt::format("Được thay thế: {}. {}", treatment.reason, because);
  }
  return treatment.reason.empty() ? because : fmt::format("{}. {}", treatment.reason, because);
}

/// Whether a unit of the task merges, once all mergers before have been carried out.
bool will_merge(const model::Task& task, const model::Merger& merger, const model::Office& office) {
  const auto merges_of = [&](std::vector<Part> parts) {
    for (const auto& earlier : office.mergers) {
      parts = after_merger(parts, earlier);
    }
    return std::ranges::any_of(parts, [&](const Part& part) { return merges(merger, part); });
  };
  return merges_of(task.leads) || merges_of(task.coordinating);
}

std::optional<Rejection> why_not_treated(const model::TreatedTask& treated,
                                         const model::Merger& merger, const model::State& state) {
  const auto name = fmt::format("{}/{}", treated.campaign.str(), treated.task.str());
  const auto* campaign = state.find(treated.campaign);
  const auto index = campaign == nullptr ? std::nullopt : campaign->plan->find(treated.task);
  if (!index) {
    return bad_argument({fmt::format("không có nhiệm vụ “{}” (đợt/nhiệm vụ)", name),
                         fmt::format("there is no task '{}' (campaign/task)", name)});
  }
  const auto& task = campaign->tasks[*index];
  if (campaign->state == model::CampaignState::closed ||
      campaign->state == model::CampaignState::cancelled) {
    const auto words = model::words(campaign->state);
    return bad_argument({fmt::format("nhiệm vụ “{}” thuộc đợt {}", name, words.vi),
                         fmt::format("the campaign of the task '{}' is {}", name, words.en)});
  }
  if (model::is_over(task.state)) {
    const auto words = model::words(task.state);
    return bad_argument(
        {fmt::format("nhiệm vụ “{}” không còn mở: {}", name, words.vi),
         fmt::format("the task '{}' is not open any more: it is {}", name, words.en)});
  }
  if (!will_merge(task, merger, state.office)) {
    return bad_argument(
        {fmt::format("nhiệm vụ “{}” không do đơn vị nào trong số sáp nhập thực hiện", name),
         fmt::format("none of the units that merge has a part in the task '{}'", name)});
  }
  return std::nullopt;
}

void transfer(const model::Merger& merger, model::TaskIndex task, Draft& draft) {
  const auto& now = draft.task(task);
  auto leads = after_merger(now.leads, merger);
  auto coordinating = after_merger(now.coordinating, merger);
  std::erase_if(coordinating, [&](const Part& part) {
    return part.unit == merger.into &&
           std::ranges::find(leads, part.unit, &Part::unit) != leads.end();
  });
  draft.record(task, model::TaskTransferred{draft.campaign().plan->tasks[task].id, std::move(leads),
                                            std::move(coordinating), reason_of(merger)});
  if (now.state != TaskState::planned) {
    draft.tell(task, model::Subject::transferred, reason_of(merger));
  }
}

}  // namespace

const model::Merger* merger_of(const model::Task& task, const model::Office& office) {
  if (model::is_over(task.state)) {
    return nullptr;
  }
  const auto takes = [&](const model::Merger& merger) {
    const auto is_gone = [&](const Part& part) { return merges(merger, part); };
    return std::ranges::any_of(*task.leads, is_gone) ||
           std::ranges::any_of(*task.coordinating, is_gone);
  };
  const auto found = std::ranges::find_if(office.mergers, takes);
  return found == office.mergers.end() ? nullptr : &*found;
}

void carry_out(const model::Merger& merger, model::TaskIndex task, Draft& draft) {
  const auto& id = draft.campaign().plan->tasks[task].id;
  const auto* treatment = treated(merger, draft.campaign().id, id);
  if (treatment == nullptr || treatment->treatment == Treatment::transfer) {
    transfer(merger, task, draft);
    return;
  }
  const auto reason = why_cancelled(*treatment, merger);
  draft.record(task, model::TaskCancelled{id, reason});
  if (draft.task(task).state != TaskState::planned) {
    draft.tell(task, model::Subject::cancelled, reason);
  }
}

std::optional<Rejection> why_not_treated(const model::Merger& merger, const model::State& state) {
  for (auto task = merger.tasks.begin(); task != merger.tasks.end(); ++task) {
    const auto is_same = [&](const model::TreatedTask& other) {
      return other.campaign == task->campaign && other.task == task->task;
    };
    if (std::any_of(merger.tasks.begin(), task, is_same)) {
      return bad_argument({fmt::format("nhiệm vụ “{}” được nêu hai lần", task->task.str()),
                           fmt::format("the task '{}' is named twice", task->task.str())});
    }
    if (auto refusal = why_not_treated(*task, merger, state)) {
      return refusal;
    }
  }
  return std::nullopt;
}

std::vector<Part> after_merger(const std::vector<Part>& parts, const model::Merger& merger) {
  std::vector<Part> after;
  for (const auto& part : parts) {
    const auto& unit = merges(merger, part) ? merger.into : part.unit;
    const auto same = std::ranges::find(after, unit, &Part::unit);
    if (same == after.end()) {
      after.push_back({unit, part.scope});
    } else if (!part.scope.empty()) {
      same->scope += (same->scope.empty() ? "" : "; ") + part.scope;
    }
  }
  return after;
}

}  // namespace tiendo::decide
