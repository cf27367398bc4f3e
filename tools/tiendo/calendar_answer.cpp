#include "calendar_answer.hpp"

#include <fmt/format.h>

#include <boost/json.hpp>

#include "api/window_json.hpp"
#include "base/fold.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;
using calendar::Certainty;
using calendar::Recurrence;
using calendar::Window;

constexpr std::size_t json_depth_max = 8;

Error wrong(std::string vi, std::string en) {
  return {{std::move(vi), std::move(en)}, {}};
}

Text words(Certainty certainty) {
  switch (certainty) {
    case Certainty::tentative:
      return {"dự kiến", "tentative"};
    case Certainty::aspirational:
      return {"phấn đấu", "aspirational"};
    case Certainty::external:
      return {"do cơ quan khác định", "set by another body"};
    case Certainty::firm:
      break;
  }
  return {};
}

Text words(const Recurrence& recurrence) {
  static constexpr const char* names[] = {"ngày", "tuần", "tháng", "quý", "năm"};
  const auto* name = names[static_cast<std::size_t>(recurrence.every)];
  if (recurrence.interval == 1) {
    return {fmt::format("hằng {}", name), fmt::format("every {}", api::name_of(recurrence.every))};
  }
  return {fmt::format("{} {} một lần", recurrence.interval, name),
          fmt::format("every {} {}s", recurrence.interval, api::name_of(recurrence.every))};
}

std::string joined(const std::vector<std::string>& parts) {
  return fmt::format("{}", fmt::join(parts, "; "));
}

std::string shown(const std::string& text) {
  constexpr std::size_t bytes_max = 60;
  auto cut = to_nfc(text).value_or("?");
  if (cut.size() > bytes_max) {
    auto end = bytes_max;
    while (end > 0 && (static_cast<unsigned char>(cut[end]) & 0xC0U) == 0x80U) {
      --end;
    }
    cut = cut.substr(0, end) + "…";
  }
  return cut;
}

/// A day in a question, or nothing where it is null or left out.
Result<std::optional<Day>> day_in(const json::object& object, std::string_view key) {
  const auto* value = object.if_contains(key);
  if (value == nullptr || value->is_null()) {
    return std::optional<Day>{};
  }
  if (!value->is_string()) {
    return wrong(fmt::format("\"{}\" phải là một ngày như \"2025-04-20\"", key),
                 fmt::format("\"{}\" has to be a day like \"2025-04-20\"", key));
  }
  const auto day = read_date(std::string{value->as_string()});
  return day ? Result<std::optional<Day>>{std::optional{*day}} : day.error();
}

Result<std::optional<DayRange>> period_in(const json::value& value) {
  if (value.is_null()) {
    return std::optional<DayRange>{};
  }
  const auto either = wrong(
      "\"period\" phải có dạng {\"start\": \"2025-01-01\", \"due\": "
      "\"2025-12-31\"}",
      "\"period\" has to look like {\"start\": \"2025-01-01\", \"due\": "
      "\"2025-12-31\"}");
  if (value.is_string()) {
    const auto period = read_period(std::string{value.as_string()});
    return period ? Result<std::optional<DayRange>>{std::optional{*period}} : period.error();
  }
  if (!value.is_object()) {
    return either;
  }
  const auto start = day_in(value.as_object(), "start");
  const auto due = day_in(value.as_object(), "due");
  if (!start || !due) {
    return start ? due.error() : start.error();
  }
  if (!*start && !*due) {
    return std::optional<DayRange>{};
  }
  if (!*start || !*due || **due < **start) {
    return either;
  }
  return std::optional{DayRange{**start, **due}};
}

/// Takes what a question says of its context.
std::optional<Error> take_context(const json::object& object,
                                  calendar::ExpressionContext& context) {
  if (const auto issued = day_in(object, "issued"); !issued) {
    return issued.error();
  } else if (*issued) {
    context.issued = *issued;
  }
  if (const auto* value = object.if_contains("period")) {
    const auto period = period_in(*value);
    if (!period) {
      return period.error();
    }
    if (*period) {
      context.period = *period;
    }
  }
  if (const auto* value = object.if_contains("before_day"); value != nullptr && !value->is_null()) {
    const bool strict = *value == json::value("strict");
    if (!strict && *value != json::value("inclusive")) {
      return wrong("\"before_day\" phải là \"strict\" hoặc \"inclusive\"",
                   "\"before_day\" has to be \"strict\" or \"inclusive\"");
    }
    context.before_day = strict ? calendar::BeforeDay::strict : calendar::BeforeDay::inclusive;
  }
  const auto* anchors = object.if_contains("anchors");
  if (anchors != nullptr && anchors->is_object()) {
    for (const auto& [name, value] : anchors->as_object()) {
      const auto day = day_in(anchors->as_object(), name);
      if (!day) {
        return day.error();
      }
      if (*day) {
        context.anchors[std::string{name}] = **day;
      }
    }
  }
  return std::nullopt;
}

}  // namespace

std::string to_lines(const Window& window, Language language) {
  const bool vi = language == Language::vi;
  const auto show = [&](Day day) { return vi ? to_vietnamese(day) : to_string(day); };
  const auto form = [&](const char* in_vi, const char* in_en, const auto&... values) {
    return fmt::format(fmt::runtime(vi ? in_vi : in_en), values...);
  };
  std::vector<std::string> parts;
  if (window.start) {
    parts.push_back(form("từ {}", "from {}", show(*window.start)));
  }
  if (window.due) {
    const auto time = window.due_time ? " " + api::clock_shown(*window.due_time) : "";
    parts.push_back(form("hạn {}{}", "due {}{}", show(*window.due), time));
  } else if (window.end) {
    parts.push_back(form("đến {}, không có hạn", "until {}, no due date", show(*window.end)));
  }
  if (window.planned) {
    parts.push_back(form("dự kiến {}", "planned {}", show(*window.planned)));
  }
  if (window.peak) {
    parts.push_back(form("cao điểm {} - {}", "peak {} - {}", show(window.peak->first),
                         show(window.peak->last)));
  }
  if (window.continuous) {
    parts.emplace_back(vi ? "thường xuyên" : "continuous");
  }
  if (window.recurrence) {
    parts.push_back(words(*window.recurrence).in(language));
  }
  if (const std::string certainty = words(window.certainty).in(language); !certainty.empty()) {
    parts.push_back(certainty);
  }
  if (!window.resolved) {
    parts.insert(parts.begin(), vi ? "chưa xác định được" : "not resolved");
  }
  auto text = fmt::format("{}: {}", window.phrase, joined(parts));
  const auto& remark = (window.resolved ? window.warning : window.reason).in(language);
  return remark.empty() ? text : text + "\n  " + remark;
}

Result<Question> read_question(const std::string& line, const calendar::ExpressionContext& base) {
  const auto begin = line.find_first_not_of(" \t");
  if (begin == std::string::npos || line[begin] != '{') {
    return Question{line, base};
  }
  json::parse_options options;
  options.max_depth = json_depth_max;
  boost::system::error_code code;
  const auto value = json::parse(line, code, {}, options);
  const auto* expression =
      !code && value.is_object() ? value.as_object().if_contains("expr") : nullptr;
  if (expression == nullptr || !expression->is_string()) {
    return wrong("dòng JSON phải có dạng {\"expr\": \"Quý I/2025\"}",
                 "a line of JSON has to look like {\"expr\": \"Quý I/2025\"}");
  }
  Question question{std::string{expression->as_string()}, base};
  if (auto error = take_context(value.as_object(), question.context)) {
    return *error;
  }
  return question;
}

Result<Day> read_date(const std::string& text) {
  if (const auto day = parse_day(text)) {
    return *day;
  }
  const auto window = calendar::resolve(text, {});
  const bool one_day = window.resolved && window.start && window.start == window.due;
  const bool looks_iso = text.find_first_not_of("0123456789-") == std::string::npos;
  if (one_day && !looks_iso) {
    return *window.start;
  }
  return wrong(fmt::format("“{}” không phải là một ngày: hãy ghi như 2025-04-20", shown(text)),
               fmt::format("\"{}\" is not a day: write it like 2025-04-20", shown(text)));
}

Result<DayRange> read_period(const std::string& text) {
  const auto dots = text.find("..");
  if (dots != std::string::npos) {
    const auto first = read_date(text.substr(0, dots));
    const auto last = read_date(text.substr(dots + 2));
    if (first && last && *first <= *last) {
      return DayRange{*first, *last};
    }
  } else {
    const auto window = calendar::resolve(text, {});
    if (window.resolved && window.start && window.end) {
      return DayRange{*window.start, *window.end};
    }
    // A bare year, or two days beside each other.
    const auto range = calendar::resolve("từ " + text, {});
    if (range.resolved && range.start && range.end) {
      return DayRange{*range.start, *range.end};
    }
  }
  return wrong(fmt::format("kỳ kế hoạch “{}” không rõ: hãy ghi như “năm 2025” hoặc "
                           "2025-01-01..2025-12-31",
                           shown(text)),
               fmt::format("the period \"{}\" is not clear: write it like \"năm 2025\" or "
                           "2025-01-01..2025-12-31",
                           shown(text)));
}

}  // namespace tiendo::cli
