#include "api/timeline_text.hpp"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <array>
#include <boost/json/serializer.hpp>
#include <iterator>

#include "api/phase_days.hpp"
#include "api/window_json.hpp"
#include "runtime/task_view.hpp"

namespace tiendo::api {
namespace {

/// Adds members to a JSON text: `name` is `"id":`, with what parts it from the member before.
class Members {
 public:
  explicit Members(std::string& text) : text_{text} {}

  void add(std::string_view name, std::string_view value) {
    text_ += name;
    add_quoted(value);
  }
  void add(std::string_view name, int number) {
    text_ += name;
    text_ += fmt::format_int{number}.c_str();
  }
  void add(std::string_view name, bool value) {
    text_ += name;
    text_ += value ? "true" : "false";
  }
  void add(std::string_view name, const std::optional<Day>& day) {
    text_ += name;
    if (day) {
      fmt::format_to(std::back_inserter(text_), FMT_COMPILE("\"{:04}-{:02}-{:02}\""),
                     static_cast<int>(day->year()), static_cast<unsigned>(day->month()),
                     static_cast<unsigned>(day->day()));
    } else {
      text_ += "null";
    }
  }
  void add(std::string_view name, const std::vector<model::Part>& parts) {
    text_ += name;
    char before = '[';
    for (const auto& part : parts) {
      text_ += before;
      add_quoted(part.unit.str());
      before = ',';
    }
    text_ += parts.empty() ? "[]" : "]";
  }

 private:
  void add_quoted(std::string_view value) {
    std::array<char, 512> some;
    for (serializer_.reset(value); !serializer_.done();) {
      const auto written = serializer_.read(some.data(), some.size());
      text_.append(written.data(), written.size());
    }
  }

  std::string& text_;
  boost::json::serializer serializer_;
};

void add_peak(std::string& text, const model::Plan& plan) {
  const auto& peak = plan.peak;
  const bool is_known = peak && peak->start && peak->end;
  if (!is_known) {
    text += R"(,"peak":null)";
    return;
  }
  Members members{text};
  members.add(R"(,"peak":{"start":)", peak->start);
  members.add(R"(,"due":)", peak->end);
  text += '}';
}

void add_phases(std::string& text, const model::Campaign& campaign) {
  const auto& chart = campaign.plan->phases.chart;
  const auto starts = first_days_of_phases(campaign.plan->phases);
  Members members{text};
  std::string_view begin = R"(,"phases":[{"id":)";
  for (chart::StateIndex state = 1; state < chart.size(); ++state) {
    if (chart::is_atomic(chart.state(state).kind)) {
      const auto& id = chart.name(state);
      const auto title = campaign.plan->phase_titles.find(id);
      members.add(begin, id);
      members.add(R"(,"title":)", title == campaign.plan->phase_titles.end() ? id : title->second);
      const auto parent = chart.state(state).parent;
      if (parent == chart::root_state) {
        text += R"(,"within":null)";
      } else {
        members.add(R"(,"within":)", chart.name(parent));
      }
      members.add(R"(,"active":)", campaign.phases.active.contains(state));
      members.add(R"(,"start":)", starts[state]);
      text += '}';
      begin = R"(,{"id":)";
    }
  }
  text += ']';
}

/// Of the years of the period: the days off of their notices, and the Saturdays worked instead.
void add_holidays(std::string& text, const model::Plan& plan, const Look& look) {
  const auto& working_days = look.working_days();
  Members members{text};
  std::string_view begin = R"(,"holidays":[{"day":)";
  const auto add = [&](const std::vector<Day>& days, bool works) {
    for (const auto day : days) {
      members.add(begin, std::optional{day});
      members.add(R"(,"name":)", look.say(working_days.name(day)));
      members.add(R"(,"works":)", works);
      text += '}';
      begin = R"(,{"day":)";
    }
  };
  for (auto year = plan.period.first.year(); year <= plan.period.last.year(); ++year) {
    const auto days = working_days.year(static_cast<int>(year));
    add(days.days_off, false);
    add(days.saturdays_worked, true);
  }
  text += begin.starts_with(",{") ? "]" : R"(,"holidays":[])";
}

}  // namespace

void begin_timeline(std::string& text, const model::Campaign& campaign, const Look& look) {
  Members members{text};
  members.add(R"({"campaign":)", campaign.id.str());
  members.add(R"(,"title":)", campaign.plan->title);
  members.add(R"(,"today":)", local_day(look.now));
  members.add(R"(,"start":)", campaign.plan->period.first);
  members.add(R"(,"due":)", campaign.plan->period.last);
  add_peak(text, *campaign.plan);
  add_phases(text, campaign);
  add_holidays(text, *campaign.plan, look);
  text += R"(,"tasks":[)";
}

void add_bar(std::string& text, const model::Campaign& campaign, model::TaskIndex index,
             const Look& look, bool follows) {
  const auto& task = campaign.tasks[index];
  const auto& planned = campaign.plan->tasks[index];
  const auto standing = runtime::time_standing(campaign, index, look.working_days(), look.now);
  Members members{text};
  members.add(follows ? R"(,{"id":)" : R"({"id":)", planned.id.str());
  members.add(R"(,"title":)", planned.title);
  members.add(R"(,"kind":)", planned.kind->str());
  members.add(R"(,"state":)", model::name(task.state));
  if (standing) {
    members.add(R"(,"status":)", model::name(standing->status));
  } else {
    text += R"(,"status":null)";
  }
  members.add(R"(,"days_late":)", standing ? standing->days_late : 0);
  members.add(R"(,"start":)", task.start);
  members.add(R"(,"due":)", task.due);
  members.add(R"(,"planned_start":)", planned.window->start);
  members.add(R"(,"first_due":)", task.first_due);
  members.add(R"(,"extensions":)", task.extensions);
  members.add(R"(,"certainty":)", name_of(task.certainty));
  members.add(R"(,"lead":)", *task.leads);
  members.add(R"(,"percent":)", runtime::percent_done(task));
  text += '}';
}

void end_timeline(std::string& text) {
  text += "]}";
}

}  // namespace tiendo::api
