#include "decide/cycles.hpp"

#include <fmt/format.h>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace tiendo::decide {
namespace {

using model::CampaignId;
using model::TaskElsewhere;
using model::TaskIndex;

/// The plans of all campaigns, with that of the campaign which is decided on.
class Plans {
 public:
  Plans(const CampaignId& id, const model::Plan& plan, const model::Campaigns& others)
      : id_{id}, plan_{plan}, others_{others} {}

  [[nodiscard]] const model::Plan* find(const CampaignId& id) const {
    if (id == id_) {
      return &plan_;
    }
    const auto found = others_.find(id);
    return found == others_.end() ? nullptr : found->second.plan.get();
  }

 private:
  const CampaignId& id_;
  const model::Plan& plan_;
  const model::Campaigns& others_;
};

struct Node {
  CampaignId campaign;
  TaskIndex task = 0;

  auto operator<=>(const Node&) const = default;
};

std::string name_of(const Node& node, const Plans& plans) {
  return fmt::format("{}/{}", node.campaign.str(),
                     plans.find(node.campaign)->tasks[node.task].id.str());
}

/// What has to be accepted before the task starts, of all that is known.
std::vector<Node> before(const Node& node, const Plans& plans) {
  const auto& planned = plans.find(node.campaign)->tasks[node.task];
  std::vector<Node> all;
  for (const auto task : *planned.after) {
    all.push_back({node.campaign, task});
  }
  for (const auto& elsewhere : *planned.after_elsewhere) {
    const auto* plan = plans.find(elsewhere.campaign);
    const auto task = plan == nullptr ? std::nullopt : plan->find(elsewhere.task);
    if (task) {
      all.push_back({elsewhere.campaign, *task});
    }
  }
  return all;
}

/// Looks depth first, without recursion: a plan may be long.
class Search {
 public:
  explicit Search(const Plans& plans) : plans_{plans} {}

  /// The way round, if one begins at `from`; its first task is named again at its end.
  std::optional<std::string> way_round(const Node& from) {
    enter(from);
    while (!way_.empty()) {
      auto& step = way_.back();
      if (step.next == step.before.size()) {
        on_way_.erase(step.node);
        way_.pop_back();
        continue;
      }
      const Node next = step.before[step.next++];
      if (on_way_.contains(next)) {
        return told_from(next);
      }
      enter(next);
    }
    return std::nullopt;
  }

 private:
  struct Step {
    Node node;
    std::vector<Node> before;
    std::size_t next = 0;
  };

  void enter(const Node& node) {
    if (seen_.insert(node).second) {
      on_way_.insert(node);
      way_.push_back({node, before(node, plans_)});
    }
  }
  [[nodiscard]] std::string told_from(const Node& first) const {
    std::string told;
    for (const auto& step : way_) {
      if (!told.empty() || step.node == first) {
        told += name_of(step.node, plans_) + " → ";
      }
    }
    return told + name_of(first, plans_);
  }

  const Plans& plans_;
  std::set<Node> seen_;
  std::set<Node> on_way_;
  std::vector<Step> way_;
};

std::optional<std::string> waits_for_itself(const CampaignId& id, const model::Plan& plan,
                                            const Plans& plans) {
  Search search{plans};
  for (TaskIndex task = 0; task < plan.tasks.size(); ++task) {
    if (plan.tasks[task].after_elsewhere->empty()) {
      continue;
    }
    if (auto way = search.way_round({id, task})) {
      return way;
    }
  }
  return std::nullopt;
}

/// Whether what the campaign carries out was ordered, over whatever is between, by itself.
bool orders_itself(const CampaignId& id, const model::Plan& plan, const Plans& plans) {
  std::set<CampaignId> seen;
  std::vector<const model::Plan*> open{&plan};
  while (!open.empty()) {
    const auto* next = open.back();
    open.pop_back();
    for (const auto& ordered : next->fulfils) {
      if (ordered.campaign == id) {
        return true;
      }
      const auto* above = plans.find(ordered.campaign);
      if (above != nullptr && seen.insert(ordered.campaign).second) {
        open.push_back(above);
      }
    }
  }
  return false;
}

}  // namespace

std::optional<Rejection> why_circular(const CampaignId& id, const model::Plan& plan,
                                      const model::Campaigns& others) {
  const Plans plans{id, plan, others};
  if (const auto way = waits_for_itself(id, plan, plans)) {
    return Rejection{
        "circular",
        {fmt::format("các nhiệm vụ chờ nhau thành vòng: {}; hãy bỏ một mục trong `after`", *way),
         fmt::format("tasks wait for each other in a circle: {}; take one out of `after`", *way)}};
  }
  if (orders_itself(id, plan, plans)) {
    return Rejection{"circular",
                     {"kế hoạch thực hiện nhiệm vụ do chính nó giao: xem lại `fulfils`",
                      "the plan carries out what it ordered itself: look at `fulfils`"}};
  }
  return std::nullopt;
}

}  // namespace tiendo::decide
