#include "api/timeline_text.hpp"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <array>
#include <boost/json/serializer.hpp>
#include <iterator>

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

}  // namespace

void begin_timeline(std::string& text, const model::Campaign& campaign, const Look& look) {
  Members members{text};
  members.add(R"({"campaign":)", campaign.id.str());
  members.add(R"(,"title":)", campaign.plan->title);
  members.add(R"(,"today":)", local_day(look.now));
  members.add(R"(,"start":)", campaign.plan->period.first);
  members.add(R"(,"due":)", campaign.plan->period.last);
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
  members.add(R"(,"certainty":)", name_of(task.certainty));
  members.add(R"(,"lead":)", *task.leads);
  members.add(R"(,"percent":)", task.percent);
  text += '}';
}

void end_timeline(std::string& text) {
  text += "]}";
}

}  // namespace tiendo::api
