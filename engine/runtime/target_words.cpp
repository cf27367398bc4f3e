#include "runtime/target_words.hpp"

#include <fmt/format.h>

#include "base/number_text.hpp"

namespace tiendo::runtime {
namespace {

using model::Comparison;
using model::Measure;
using model::Result;
using model::Target;

bool is_limit(const Target& target) {
  return target.comparison == Comparison::at_most || target.comparison == Comparison::less_than;
}

/// "92 HTX"; the number alone where nothing is said to be counted.
Text counted(const Text& number, const std::string& unit) {
  const auto behind = unit.empty() ? "" : " " + unit;
  return {number.vi + behind, number.en + behind};
}

/// `what` as the comparison has it: "trên 50". Of what need only be reached it is said as it is.
Text compared(Comparison comparison, const Text& what) {
  switch (comparison) {
    case Comparison::at_least:
      return what;
    case Comparison::more_than:
      return {"trên " + what.vi, "more than " + what.en};
    case Comparison::at_most:
      return {"không quá " + what.vi, "at most " + what.en};
    case Comparison::less_than:
      return {"dưới " + what.vi, "less than " + what.en};
  }
  return what;
}

/// The planned figure without its base: "trên 50", "tăng 10 %", "75 %".
Text planned_figure(const Target& target) {
  if (target.measure == Measure::amount) {
    return compared(target.comparison, number_text(target.plan));
  }
  const auto percent = compared(target.comparison, percent_text(target.plan, target.plan));
  return target.measure == Measure::growth ? Text{"tăng " + percent.vi, "up " + percent.en}
                                           : percent;
}

/// What growth is measured from, or a share is of.
Text base_of(const Target& target, const Text& unknown) {
  return target.base_text.empty() ? unknown : Text{target.base_text, target.base_text};
}

Text against_amount(const Target& target, const Result& result, double percent) {
  const auto share = percent_text(percent);
  const auto value = number_text(result.value);
  const auto figure = counted(planned_figure(target), target.unit);
  if (is_limit(target)) {
    return {fmt::format("bằng {} mức cho phép ({}/{})", share.vi, value.vi, figure.vi),
            fmt::format("{} of what is allowed ({} / {})", share.en, value.en, figure.en)};
  }
  const bool is_plain = target.comparison == Comparison::at_least;
  return {fmt::format("đạt {} kế hoạch ({}/{})", share.vi, value.vi, figure.vi),
          fmt::format("{} of the plan ({}{}{})", share.en, value.en, is_plain ? "/" : " / ",
                      figure.en)};
}

Text against_growth(const Target& target, double measured) {
  const auto change = percent_text(measured < 0 ? -measured : measured, target.plan);
  const auto base = base_of(target, {"kỳ gốc", "the base"});
  const auto planned = planned_figure(target);
  const Text moved = measured > 0   ? Text{"tăng " + change.vi, "up " + change.en}
                     : measured < 0 ? Text{"giảm " + change.vi, "down " + change.en}
                                    : Text{"không tăng", "not up"};
  return {fmt::format("{} so với {} (kế hoạch {})", moved.vi, base.vi, planned.vi),
          fmt::format("{} on {} (planned: {})", moved.en, base.en, planned.en)};
}

Text against_share(const Target& target, const model::Achievement& reached) {
  const auto share = percent_text(reached.measured.value_or(0), target.plan);
  const auto planned = planned_figure(target);
  Text of;
  if (reached.base) {
    const auto whole = counted(number_text(*reached.base), target.unit);
    of = {" của " + whole.vi, " of " + whole.en};
  } else if (!target.base_text.empty()) {
    of = {" " + target.base_text, " of " + target.base_text};
  }
  return {fmt::format("{}{}{} (kế hoạch {})", is_limit(target) ? "bằng " : "đạt ", share.vi, of.vi,
                      planned.vi),
          fmt::format("{}{} (planned: {})", share.en, of.en, planned.en)};
}

Text marked(const Result& result, const Text& text) {
  return result.estimated ? Text{"ước " + text.vi, "estimated: " + text.en} : text;
}

}  // namespace

Text planned_words(const Target& target) {
  const auto figure = planned_figure(target);
  switch (target.measure) {
    case Measure::amount:
      return counted(figure, target.unit);
    case Measure::growth: {
      const auto base = base_of(target, {"kỳ gốc", "the base"});
      return {figure.vi + " so với " + base.vi, figure.en + " on " + base.en};
    }
    case Measure::share: {
      const auto base = base_of(target, {});
      return base.vi.empty() ? figure
                             : Text{figure.vi + " " + base.vi, figure.en + " of " + base.en};
    }
  }
  return figure;
}

Text result_words(const Target& target, const Result& result) {
  const bool is_percentage =
      target.measure == Measure::share && !result.base.has_value() && !target.base.has_value();
  return marked(result, is_percentage ? percent_text(result.value, target.plan)
                                      : counted(number_text(result.value), target.unit));
}

Text achievement_words(const Target& target, const Result& result) {
  const auto reached = model::achievement(target, result);
  if (!reached) {
    return result_words(target, result);
  }
  switch (target.measure) {
    case Measure::amount:
      return marked(result, against_amount(target, result, reached->percent));
    case Measure::growth:
      return marked(result, against_growth(target, reached->measured.value_or(0)));
    case Measure::share:
      return marked(result, against_share(target, *reached));
  }
  return {};
}

Text base_words(const Target& target, const Result& result) {
  const auto reached = model::achievement(target, result);
  if (!reached || !reached->base) {
    return {};
  }
  auto base = counted(number_text(*reached->base), target.unit);
  if (!target.base_text.empty()) {
    base.vi += " (" + target.base_text + ")";
    base.en += " (" + target.base_text + ")";
  }
  return base;
}

Text passed_words(const PassedPeriod& period) {
  const auto share = percent_text(period.percent);
  return {fmt::format("đã qua {}/{} ngày ({})", period.passed, period.all, share.vi),
          fmt::format("{} of {} days passed ({})", period.passed, period.all, share.en)};
}

Text met_words(const Target& target, bool met) {
  if (is_limit(target)) {
    return met ? Text{"trong mức cho phép", "within what is allowed"}
               : Text{"vượt mức cho phép", "above what is allowed"};
  }
  return met ? Text{"đạt kế hoạch", "plan reached"}
             : Text{"chưa đạt kế hoạch", "plan not reached yet"};
}

}  // namespace tiendo::runtime
