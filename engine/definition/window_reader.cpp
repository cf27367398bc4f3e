#include "definition/window_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "definition/unit_reader.hpp"
#include "definition/wording.hpp"

namespace tiendo::definition {
namespace {

using calendar::Certainty;
using calendar::Window;

constexpr std::array<std::string_view, 4> certainties{"firm", "tentative", "aspirational",
                                                      "external"};

/// Whether the working days around `day` are known; an error if not.
bool check_known(Day day, Mark at, Findings& findings) {
  constexpr int first = calendar::WorkingDays::first_year;
  constexpr int last = calendar::WorkingDays::last_year;
  const int year = static_cast<int>(day.year());
  if (year >= first && year <= last) {
    return true;
  }
  findings.error(at, "unknown_year",
                 {fmt::format("năm {} nằm ngoài lịch làm việc đã biết ({}-{})", year, first, last),
                  fmt::format("the working days of {} are not known, only those of {} to {}", year,
                              first, last)});
  return false;
}

/// What the calendar makes of `phrase`. A day that is declared and not known yet is waited for,
/// also where nothing but its name stands there.
Window understood(std::string_view phrase, const TimeContext& context) {
  Window window = calendar::resolve(phrase, context);
  if (window.resolved || window.waits) {
    return window;
  }
  for (const auto& anchor : context.open_anchors) {
    calendar::ExpressionContext known = context;
    known.anchors.emplace(anchor, context.period ? context.period->first : Day{});
    if (calendar::resolve(phrase, known).resolved) {
      window.waits = true;
      window.reason = {fmt::format("{} chưa biết là ngày nào", in_quotes(anchor)),
                       fmt::format("the day of {} is not known yet", in_quotes(anchor))};
      return window;
    }
  }
  return window;
}

Window resolve(std::string_view phrase, Mark at, const TimeContext& context, Findings& findings) {
  Window window = understood(phrase, context);
  if (findings.has_error_at(at)) {
    return window;
  }
  for (const auto& day : {window.start, window.end, window.due, window.planned}) {
    if (day && !check_known(*day, at, findings)) {
      return window;
    }
  }
  if (!window.resolved && window.waits) {
    findings.warning(
        at, "waiting_window",
        {fmt::format("{} chưa cho ngày cụ thể: {}", in_quotes(phrase), window.reason.vi),
         fmt::format("{} gives no day yet: {}", in_quotes(phrase), window.reason.en)});
  } else if (!window.resolved) {
    findings.error(
        at, "unclear_window",
        {fmt::format("{} không hiểu được là thời gian: {}", in_quotes(phrase), window.reason.vi),
         fmt::format("{} is not understood as a time: {}", in_quotes(phrase), window.reason.en)});
  } else if (!window.warning.vi.empty()) {
    findings.warning(at, "window", window.warning);
  }
  return window;
}

/// Puts `start:` and `due:` together; each may be a day or an expression.
Window read_ends(const Node* start, const Node* due, const TimeContext& context,
                 Findings& findings) {
  Window window;
  window.resolved = true;
  const auto take = [&](const Node& node) {
    const Window end = resolve(node.text(), node.mark(), context, findings);
    window.resolved = window.resolved && end.resolved;
    window.waits = window.waits || end.waits;
    if (!end.resolved) {
      window.reason = end.reason;
    }
    window.certainty = std::max(window.certainty, end.certainty);
    return end;
  };
  if (start != nullptr) {
    const Window first = take(*start);
    window.start = first.start ? first.start : first.due;
  }
  if (due != nullptr) {
    const Window last = take(*due);
    window.due = last.due ? last.due : last.end;
    window.end = window.due;
    window.due_time = last.due_time;
  }
  if (window.start && window.due && *window.due < *window.start) {
    findings.error(due->mark(), "reversed",
                   {fmt::format("hạn {} đứng trước ngày bắt đầu {}: xem lại hai ngày",
                                to_vietnamese(*window.due), to_vietnamese(*window.start)),
                    fmt::format("it is due on {}, before it starts on {}: look at the two days",
                                tiendo::to_string(*window.due), tiendo::to_string(*window.start))});
  }
  return window;
}

std::string printed(const Node& node) {
  const auto day = parse_day(node.text());
  return day ? to_vietnamese(*day) : node.text();
}

std::string phrase_of(const Node* start, const Node* due) {
  if (start == nullptr || due == nullptr) {
    return printed(start == nullptr ? *due : *start);
  }
  return printed(*start) + " - " + printed(*due);
}

/// Windows of tasks alone hang on other tasks.
void check_no_tasks(const Node& node, Findings& findings) {
  for (const std::string_view key : {"before", "after", "within"}) {
    if (const Node* named = node.find(key)) {
      findings.error(named->mark(), "not_of_a_task",
                     {fmt::format("\"{}\" chỉ dùng cho thời gian của nhiệm vụ: bỏ đi", key),
                      fmt::format("\"{}\" is for the windows of tasks alone: take it out", key)});
      return;
    }
  }
}

Window read_map(const Node& node, const TimeContext& context, Findings& findings) {
  const Node* start = node.find("start");
  const Node* due = node.find("due");
  const Node* phrase = node.find("phrase");
  check_no_tasks(node, findings);
  Window window;
  if (start != nullptr || due != nullptr) {
    window = read_ends(start, due, context, findings);
    window.phrase = phrase != nullptr ? phrase->text() : phrase_of(start, due);
  } else if (phrase != nullptr) {
    window = resolve(phrase->text(), phrase->mark(), context, findings);
  } else {
    findings.error(node.mark(), "empty_window",
                   {"thiếu thời gian: ghi \"due: …\", hoặc bỏ \"window\" nếu không có hạn",
                    "no time is given: write \"due: …\", or leave \"window\" out if there is no "
                    "due date"});
  }
  if (const Node* time = node.find("due_time")) {
    window.due_time = read_time(*time, findings);
  }
  if (const Node* certainty = node.find("certainty")) {
    window.certainty = read_certainty(*certainty);
  }
  return window;
}

}  // namespace

Window read_window(const Node& node, const TimeContext& context, Findings& findings) {
  return node.is(Node::Type::map) ? read_map(node, context, findings)
                                  : resolve(node.text(), node.mark(), context, findings);
}

Certainty read_certainty(const Node& node) {
  const auto found = std::ranges::find(certainties, node.text());
  return static_cast<Certainty>(found - certainties.begin());
}

std::optional<Day> read_first_day(std::string_view text, Mark at, const TimeContext& context,
                                  Findings& findings) {
  const Window window = understood(text, context);
  const auto day = window.start ? window.start : window.due;
  if (!window.resolved || !day) {
    const Text reason =
        window.resolved ? Text{"không có ngày bắt đầu", "it has no first day"} : window.reason;
    findings.error(at, "unclear_day",
                   {fmt::format("{} không cho một ngày: {}", in_quotes(text), reason.vi),
                    fmt::format("{} gives no day: {}", in_quotes(text), reason.en)});
    return std::nullopt;
  }
  return check_known(*day, at, findings) ? day : std::nullopt;
}

}  // namespace tiendo::definition
