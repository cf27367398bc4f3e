#include "api/plan_drawing.hpp"

#include <fmt/format.h>

#include <vector>

#include "definition/draw_mermaid.hpp"

namespace tiendo::api {
namespace {

/// The procedure of a kind, under the title of what it is drawn for.
Result<std::string> procedure_drawn(const model::Plan& plan, const model::KindId& id,
                                    const std::string& title, Language language) {
  const auto kind = plan.kinds.find(id);
  if (kind == plan.kinds.end()) {
    std::vector<std::string> known;
    for (const auto& [name, value] : plan.kinds) {
      known.push_back(name.str());
    }
    const auto names = fmt::format("{}", fmt::join(known, ", "));
    return Error{
        {fmt::format("kế hoạch không dùng loại nhiệm vụ “{}”; có: {}", id.str(), names),
         fmt::format("the plan has no task of the kind '{}'; there are: {}", id.str(), names)},
        {}};
  }
  if (!kind->second.procedure) {
    return Error{{fmt::format("loại nhiệm vụ “{}” không có quy trình để vẽ", id.str()),
                  fmt::format("the kind '{}' has no procedure to draw", id.str())},
                 {}};
  }
  return definition::draw_mermaid(plan, kind->second, title.empty() ? kind->second.title : title,
                                  language);
}

}  // namespace

Result<std::string> draw(const model::Plan& plan, const DrawingWish& wish, Language language) {
  if (!wish.kind.empty()) {
    return procedure_drawn(plan, model::KindId{wish.kind}, {}, language);
  }
  if (wish.task.empty()) {
    return definition::draw_mermaid(plan, language);
  }
  const auto task = plan.find(model::TaskId{wish.task});
  if (!task) {
    return Error{{fmt::format("kế hoạch không có nhiệm vụ “{}”; xem tiendo plan show", wish.task),
                  fmt::format("the plan has no task '{}'; see tiendo plan show", wish.task)},
                 {}};
  }
  const auto& planned = plan.tasks[*task];
  return procedure_drawn(plan, planned.kind, planned.title, language);
}

}  // namespace tiendo::api
