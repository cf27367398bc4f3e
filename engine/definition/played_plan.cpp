#include "definition/played_plan.hpp"

#include "base/check.hpp"
#include "definition/changed.hpp"
#include "definition/holidays.hpp"
#include "definition/plan_reader.hpp"
#include "definition/unit_reader.hpp"
#include "definition/yaml.hpp"
#include "definition/yaml_writer.hpp"

namespace tiendo::definition {
namespace {

/// Of the text of a plan that has been read before: there is nothing to find in it.
std::optional<Node> root_of(std::string_view text) {
  Findings none{""};
  return read_yaml(text, none);
}

const model::Kind* find_kind(const model::Plan& plan, const model::TaskId& task) {
  const auto index = plan.find(task);
  return index ? &plan.kinds.at(plan.tasks[*index].kind) : nullptr;
}

/// What was read of the plan as a whole, warnings about what stays as it was left out.
std::vector<Finding> of_changes(std::vector<Finding> findings, Mark at) {
  std::erase_if(findings, [&](const Finding& finding) {
    return finding.severity == Severity::warning && finding.at == at;
  });
  return findings;
}

}  // namespace

PlayedPlan::PlayedPlan(const model::Plan& first, const WrittenPlan& written)
    : units(names_of(first.organisation.units)),
      tasks({"task", {"nhiệm vụ", "task"}}),
      targets({"target", {"chỉ tiêu", "target"}}),
      phases({"phase", {"giai đoạn", "phase"}}),
      first_(first),
      written_(written) {
  declare(first);
}

const model::Kind& PlayedPlan::kind_of(const model::TaskId& task) const {
  for (auto plan = amended_.rbegin(); plan != amended_.rend(); ++plan) {
    if (const auto* kind = find_kind(**plan, task)) {
      return *kind;
    }
  }
  const auto* kind = find_kind(first_, task);
  check(kind != nullptr, "a task that has been declared is of one of the plans");
  return *kind;
}

std::optional<AmendedPlan> PlayedPlan::amend(const Node& changes, bool is_refused,
                                             Findings& findings) {
  const Mark at = changes.mark();
  auto root = root_ ? root_ : root_of(written_.text);
  if (!root || written_.text.empty()) {
    findings.error(at, "no_plan_text",
                   {"chỗ này không có văn bản của kế hoạch để điều chỉnh: chạy kịch bản cùng tệp "
                    "kế hoạch, bằng tiendo plan simulate",
                    "the text of the plan that is amended is not here: play the scenario with the "
                    "file of its plan, by tiendo plan simulate"});
    return std::nullopt;
  }
  root->place(at);
  root = changed(std::move(*root), changes);
  AmendedPlan amended;
  const auto companions = [&](const std::string& name) {
    auto companion = written_.companions(name);
    if (companion) {
      amended.sources.push_back({name, companion->text});
    }
    return companion;
  };
  auto read = read_plan(*root, findings.file(), companions, built_in_working_days());
  findings.add(of_changes(std::move(read.findings), at));
  if (!read.value) {
    return std::nullopt;
  }
  amended.plan = std::make_shared<const model::Plan>(std::move(*read.value));
  amended.sources.insert(amended.sources.begin(),
                         {amended.plan->id.str() + ".yaml", write_yaml(*root)});
  if (!is_refused) {
    declare(*amended.plan);
    amended_.push_back(amended.plan);
    root_ = std::move(root);
  }
  return amended;
}

void PlayedPlan::declare(const model::Plan& plan) {
  for (const auto& unit : plan.organisation.units) {
    units.declare(unit.id.str());
  }
  for (const auto& task : plan.tasks) {
    tasks.declare(task.id.str());
  }
  for (const auto& target : plan.targets) {
    targets.declare(target.id.str());
  }
  for (chart::StateIndex state = 1; state < plan.phases.chart.size(); ++state) {
    phases.declare(plan.phases.chart.name(state));
  }
}

}  // namespace tiendo::definition
