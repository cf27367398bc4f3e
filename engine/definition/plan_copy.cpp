#include "definition/plan_copy.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "definition/plan_reader.hpp"
#include "definition/yaml.hpp"
#include "definition/yaml_text.hpp"
#include "definition/year_text.hpp"

namespace tiendo::definition {
namespace {

using calendar::WorkingDays;
using Places = std::map<std::string, Mark, std::less<>>;

/// Turns places in bytes, which have to rise, into lines and columns.
class Marker {
 public:
  explicit Marker(std::string_view text) : text_{text} {}

  Mark at(std::size_t place) {
    for (; at_ < place; ++at_) {
      const auto byte = static_cast<unsigned char>(text_[at_]);
      if (byte == '\n') {
        mark_ = {mark_.line + 1, 1};
      } else if ((byte & 0xC0U) != 0x80U) {
        ++mark_.column;
      }
    }
    return mark_;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  Mark mark_;
};

void add_parts(const Node& task, Places& places) {
  const auto* parts = task.find("parts");
  if (parts == nullptr || !parts->is(Node::Type::list)) {
    return;
  }
  for (const auto& part : parts->list()) {
    if (const auto* id = part.find("id"); id != nullptr && id->is(Node::Type::text)) {
      places.emplace(id->text(), id->mark());
    }
  }
}

/// Where the tasks of a plan stand in its text, with their parts.
Places places_of_tasks(std::string_view text, const std::string& file) {
  Findings ignored{file};
  Places places;
  const auto root = read_yaml(text, ignored);
  const auto* tasks = root ? root->find("tasks") : nullptr;
  if (tasks != nullptr && tasks->is(Node::Type::map)) {
    for (const auto& entry : tasks->map()) {
      places.emplace(entry.key, entry.key_mark);
      add_parts(entry.value, places);
    }
  }
  return places;
}

/// Dates that a person set for a working day, and that are none now.
void doubt_days(const model::Plan& plan, std::string_view text, const WorkingDays& working_days,
                Findings& doubts) {
  const auto places = places_of_tasks(text, doubts.file());
  for (const auto& task : plan.tasks) {
    const auto& due = task.window->due;
    if (!due || task.occurrence || working_days.is_working(*due)) {
      continue;
    }
    const auto place = places.find(task.id.str());
    const auto name = working_days.name(*due);
    doubts.warning(
        place == places.end() ? Mark{} : place->second, "day_off",
        {fmt::format("{}: hạn {} là {}", task.id.str(), tiendo::to_vietnamese(*due), name.vi),
         fmt::format("{}: due on {}, which is {}", task.id.str(), tiendo::to_string(*due),
                     name.en)});
  }
}

Checked<PlanCopy> wrong_year(int to, const std::string& file, Text why) {
  Findings findings{file};
  findings.error(
      Mark{}, "wrong_year",
      {fmt::format("năm {}: {}", to, why.vi), fmt::format("the year {}: {}", to, why.en)});
  return {std::nullopt, findings.take()};
}

}  // namespace

Checked<PlanCopy> copy_plan(std::string_view text, const std::string& file,
                            const Companions& companions, const WorkingDays& working_days, int to) {
  auto read = read_plan(text, file, companions, working_days);
  if (!read.value) {
    return {std::nullopt, std::move(read.findings)};
  }
  const auto from = static_cast<int>(read.value->period.last.year());
  if (to < WorkingDays::first_year || to > WorkingDays::last_year) {
    return wrong_year(to, file,
                      {fmt::format("lịch chỉ có từ năm {} đến năm {}", WorkingDays::first_year,
                                   WorkingDays::last_year),
                       fmt::format("the calendar reaches from {} to {}", WorkingDays::first_year,
                                   WorkingDays::last_year)});
  }
  if (to == from) {
    return wrong_year(to, file,
                      {"kế hoạch đã là của năm này", "the plan is for that year already"});
  }
  Findings doubts{file};
  const auto clean = clean_text(text, doubts);
  auto moved = move_years(*clean, from, to);
  Marker marker{moved.text};
  for (auto& doubt : moved.doubts) {
    doubts.warning(marker.at(doubt.at), doubt.code, std::move(doubt.message));
  }
  auto draft = read_plan(moved.text, file, companions, working_days);
  if (draft.value) {
    doubt_days(*draft.value, moved.text, working_days, doubts);
  }
  doubts.add(std::move(draft.findings));
  return {PlanCopy{std::move(moved.text), from, doubts.take()}, {}};
}

}  // namespace tiendo::definition
