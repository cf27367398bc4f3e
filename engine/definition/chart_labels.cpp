#include "definition/chart_labels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace tiendo::definition {
namespace {

using chart::CompiledAction;
using chart::CompiledGuard;

constexpr std::size_t title_characters_max = 48;
constexpr std::size_t tasks_named_max = 3;

/// What the engine itself tells the charts (model/event.hpp); any other event is a step by name.
Text words_for(std::string_view event) {
  static const std::array<std::pair<std::string_view, Text>, 20> words{{
      {"announced", {"đã giao", "announced"}},
      {"assigned", {"đã phân công", "assigned"}},
      {"plan_begun", {"bắt đầu lập kế hoạch chi tiết", "detailed plan begun"}},
      {"plan_submitted", {"đã trình kế hoạch chi tiết", "detailed plan submitted"}},
      {"plan_returned", {"kế hoạch chi tiết bị trả lại", "detailed plan returned"}},
      {"plan_approved", {"kế hoạch chi tiết được duyệt", "detailed plan approved"}},
      {"started", {"bắt đầu thực hiện", "started"}},
      {"progress", {"báo cáo tiến độ", "progress"}},
      {"reported", {"đã báo cáo hoàn thành", "reported"}},
      {"report_returned", {"báo cáo bị trả lại", "report returned"}},
      {"accepted", {"đã nghiệm thu", "accepted"}},
      {"reopened", {"mở lại", "reopened"}},
      {"extension_asked", {"xin gia hạn", "extension asked"}},
      {"extension_granted", {"được gia hạn", "extension granted"}},
      {"extension_refused", {"không được gia hạn", "extension refused"}},
      {"dates_fixed", {"đã chốt thời gian", "dates fixed"}},
      {"suspended", {"tạm dừng", "suspended"}},
      {"resumed", {"tiếp tục", "resumed"}},
      {"cancelled", {"đã hủy", "cancelled"}},
      {"commented", {"có ý kiến", "commented"}},
  }};
  const auto found = std::ranges::find(words, event, &std::pair<std::string_view, Text>::first);
  return found == words.end() ? Text{std::string{event}, std::string{event}} : found->second;
}

/// `text`, cut after a word where it is long.
std::string shortened(const std::string& text) {
  std::size_t characters = 0;
  std::size_t end = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
    if (begins && ++characters > title_characters_max) {
      return text.substr(0, end > 0 ? end : i) + "…";
    }
    if (text[i] == ' ') {
      end = i;
    }
  }
  return text;
}

/// Takes `prefix` off the front of `name`.
bool take(std::string_view& name, std::string_view prefix) {
  if (!name.starts_with(prefix)) {
    return false;
  }
  name.remove_prefix(prefix.size());
  return true;
}

template <class... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};
template <class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

}  // namespace

const std::string& ChartLabels::state(chart::StateIndex state) const {
  const auto& id = procedure_.chart.name(state);
  if (titles_ != nullptr) {
    if (const auto title = titles_->find(id); title != titles_->end()) {
      return title->second;
    }
  }
  return id;
}

std::string ChartLabels::transition(const chart::CompiledTransition& transition) const {
  std::string label = events(transition);
  if (transition.guard != chart::nothing) {
    label += fmt::format("{}[{}]", label.empty() ? "" : " ",
                         guard(procedure_.chart.guard(transition.guard)));
  }
  if (transition.actions.count > 0) {
    label += fmt::format("{}/ {}", label.empty() ? "" : " ",
                         fmt::join(actions(transition.actions), "; "));
  }
  return label;
}

std::vector<std::string> ChartLabels::actions(chart::Slice actions) const {
  std::vector<std::string> all;
  for (const auto& one : procedure_.chart.actions(actions)) {
    if (one.op != CompiledAction::Op::external) {
      all.push_back(action(one));
      continue;
    }
    for (const auto& task : procedure_.starts[one.value].tasks) {
      all.push_back(fmt::format("{}: {}", say({"giao", "start"}), title(task)));
    }
  }
  return all;
}

std::string ChartLabels::event(std::string_view name) const {
  if (name.empty()) {
    return "*";
  }
  auto rest = name;
  if (take(rest, "done.state.")) {
    const auto done = procedure_.chart.find(rest);
    return fmt::format("{}: {}", say({"xong", "done"}), done ? state(*done) : std::string{rest});
  }
  if (take(rest, "task.")) {
    const auto dot = std::min(rest.find('.'), rest.size());
    const auto task = title(model::TaskId{rest.substr(0, dot)});
    return dot == rest.size() ? task
                              : fmt::format("{}: {}", task, say(words_for(rest.substr(dot + 1))));
  }
  return say(words_for(name));
}

std::string ChartLabels::events(const chart::CompiledTransition& transition) const {
  std::vector<std::string> names;
  for (const auto& range : procedure_.chart.descriptors(transition.descriptors)) {
    names.push_back(event(procedure_.chart.events().name(range.first)));
  }
  return fmt::format("{}", fmt::join(names, say({" hoặc ", " or "})));
}

std::string ChartLabels::guard(const CompiledGuard& of) const {
  switch (of.op) {
    case CompiledGuard::Op::constant:
      return say(of.value != 0 ? Text{"luôn luôn", "true"} : Text{"không bao giờ", "false"});
    case CompiledGuard::Op::in:
      return fmt::format("{} {}", say({"đang ở", "in"}), state(of.value));
    case CompiledGuard::Op::all:
      return guards(of.parts, {" và ", " and "});
    case CompiledGuard::Op::any:
      return guards(of.parts, {" hoặc ", " or "});
    case CompiledGuard::Op::negation:
      return fmt::format("{} ({})", say({"không", "not"}), guards(of.parts, {}));
    case CompiledGuard::Op::external:
      return condition(procedure_.conditions[of.value]);
  }
  return {};
}

std::string ChartLabels::guards(chart::Slice parts, const Text& between) const {
  std::vector<std::string> all;
  for (const auto& part : procedure_.chart.guards(parts)) {
    const bool composed = part.op == CompiledGuard::Op::all || part.op == CompiledGuard::Op::any;
    all.push_back(composed && parts.count > 1 ? fmt::format("({})", guard(part)) : guard(part));
  }
  return fmt::format("{}", fmt::join(all, say(between)));
}

std::string ChartLabels::condition(const model::Condition& condition) const {
  return std::visit(
      Overloaded{
          [&](const model::Accepted& accepted) {
            return fmt::format("{}: {}", say({"đã nghiệm thu", "accepted"}), tasks(accepted.tasks));
          },
          [&](const model::AnyAccepted& accepted) {
            return fmt::format("{}: {}", say({"đã nghiệm thu một trong", "any accepted"}),
                               tasks(accepted.tasks));
          },
          [&](const model::Reached& target) { return reached(target); },
          [&](const model::At& at) {
            return say({"từ " + to_vietnamese(at.day), "from " + to_string(at.day)});
          }},
      condition);
}

std::string ChartLabels::action(const CompiledAction& action) const {
  const auto& chart = procedure_.chart;
  if (action.op == CompiledAction::Op::cancel) {
    return fmt::format("{}: {}", say({"bỏ hẹn", "cancel"}), chart.send_ids()[action.id]);
  }
  const auto name = event(chart.events().name(action.value));
  if (action.op == CompiledAction::Op::raise) {
    return fmt::format("{}: {}", say({"phát", "raise"}), name);
  }
  const auto id = action.id == 0 ? "" : fmt::format(" ({})", chart.send_ids()[action.id]);
  const auto after =
      action.after ? fmt::format(" {} {}", say({"sau", "after"}), chart::to_string(*action.after))
                   : "";
  return fmt::format("{}: {}{}{}", say({"gửi", "send"}), name, after, id);
}

std::string ChartLabels::title(const model::TaskId& task) const {
  const auto index = plan_ == nullptr ? std::nullopt : plan_->find(task);
  return index ? shortened(plan_->tasks[*index].title) : task.str();
}

std::vector<std::string> ChartLabels::titles_of(const std::vector<model::TaskId>& ids) const {
  std::vector<std::string> titles;
  for (std::size_t i = 0; i < ids.size();) {
    const auto index = plan_ == nullptr ? std::nullopt : plan_->find(ids[i]);
    const auto series = index ? series_at(*index, ids.size() - i) : 0;
    titles.push_back(series > 1 ? title_of_series(*index) : title(ids[i]));
    i += std::max<std::size_t>(series, 1);
  }
  return titles;
}

std::string ChartLabels::title_of_series(model::TaskIndex first) const {
  // The title of one time ends with its period in brackets.
  const std::string& title = plan_->tasks[first].title;
  return fmt::format("{} ({})", shortened(title.substr(0, title.rfind(" ("))),
                     say({"mọi lần", "every time"}));
}

std::size_t ChartLabels::series_at(model::TaskIndex first, std::size_t most) const {
  const auto& tasks = plan_->tasks;
  const auto of = [&](std::size_t task) {
    return task < tasks.size() && tasks[task].occurrence ? tasks[task].occurrence->of
                                                         : model::TaskId{};
  };
  const auto series = of(first);
  if (series.empty() || (first > 0 && of(first - 1) == series)) {
    return 0;
  }
  std::size_t count = 1;
  while (of(first + count) == series) {
    ++count;
  }
  return count <= most ? count : 0;
}

std::string ChartLabels::tasks(const std::vector<model::TaskId>& ids) const {
  auto titles = titles_of(ids);
  const auto all = titles.size();
  const auto named = plan_ == nullptr ? all : std::min(all, tasks_named_max);
  if (named < all && ids.size() == plan_->tasks.size()) {
    return say({"tất cả nhiệm vụ", "all tasks"});
  }
  titles.resize(named);
  const auto joined = fmt::format("{}", fmt::join(titles, ", "));
  if (named == all) {
    return joined;
  }
  const auto more = all - named;
  return say({fmt::format("{} và {} nhiệm vụ khác", joined, more),
              fmt::format("{} and {} more", joined, more)});
}

std::string ChartLabels::reached(const model::Reached& reached) const {
  std::string title = reached.target.str();
  std::string unit;
  if (plan_ != nullptr) {
    const auto target = std::ranges::find(plan_->targets, reached.target, &model::Target::id);
    if (target != plan_->targets.end()) {
      title = target->title;
      unit = " " + target->unit;
    }
  }
  return fmt::format("{} ≥ {}{}", title, reached.at_least, unit);
}

}  // namespace tiendo::definition
