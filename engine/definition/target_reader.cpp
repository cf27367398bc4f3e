#include "definition/target_reader.hpp"

#include <fmt/format.h>

#include <optional>

#include "base/fold.hpp"
#include "definition/planned_value.hpp"
#include "definition/window_reader.hpp"
#include "definition/wording.hpp"

namespace tiendo::definition {
namespace {

using model::Measure;

class TargetReader {
 public:
  TargetReader(const Entry& entry, const TargetContext& context, Findings& findings)
      : entry_(entry), node_(entry.value), context_(context), findings_(findings) {}

  model::Target read() {
    target_.id = model::TargetId{entry_.key};
    target_.title = node_.find("title")->text();
    if (const Node* unit = node_.find("unit")) {
      target_.unit = unit->text();
    }
    read_plan(*node_.find("plan"));
    read_base(node_.find("base"));
    if (const Node* period = node_.find("period")) {
      read_period(*period);
    }
    if (const Node* lead = node_.find("lead");
        lead != nullptr && context_.units.refer(*lead, findings_)) {
      target_.lead = model::UnitId{lead->text()};
    }
    return std::move(target_);
  }

 private:
  void read_plan(const Node& plan) {
    if (!plan.is(Node::Type::text)) {
      target_.plan = plan.number();
      if (!(target_.plan > 0)) {
        findings_.error(plan.mark(), "unclear_target", planned_nothing());
      }
      return;
    }
    const auto read = parse_planned_value(plan.text());
    if (read.has_error()) {
      findings_.error(plan.mark(), "unclear_target", read.error().message);
      is_read_ = false;
      return;
    }
    target_.plan = read->value;
    target_.comparison = read->comparison;
    target_.measure = read->measure;
    target_.base_text = read->base;
    target_.phrase = plan.text();
    take_unit(read->unit, plan.mark());
  }

  /// The unit may be printed in the phrase, or beside it, or in both places alike.
  void take_unit(const std::string& printed, Mark at) {
    if (target_.unit.empty()) {
      target_.unit = printed;
    } else if (!printed.empty() && fold(printed) != fold(target_.unit)) {
      findings_.error(
          at, "two_units",
          {fmt::format("đơn vị tính trong \"plan\" là {}, trong \"unit\" là {}: ghi một "
                       "nơi, hoặc ghi giống nhau",
                       in_quotes(printed), in_quotes(target_.unit)),
           fmt::format("the unit is {} in \"plan\" and {} in \"unit\": write it once, "
                       "or alike",
                       in_quotes(printed), in_quotes(target_.unit))});
    }
  }

  void read_base(const Node* base) {
    if (base == nullptr) {
      warn_of_missing_base();
      return;
    }
    if (is_read_ && target_.measure == Measure::amount) {
      findings_.error(base->mark(), "base_of_amount",
                      {"\"base\" chỉ dùng cho mức tăng và tỷ lệ: bỏ đi, hoặc viết \"plan\" như "
                       "\"tăng 10 %\", \"75 %\"",
                       "\"base\" is what growth and shares are measured from: take it out, or "
                       "write \"plan\" like \"tăng 10 %\", \"75 %\""});
      return;
    }
    const Node* value = base->is(Node::Type::map) ? base->find("value") : base;
    if (value->number() > 0) {
      target_.base = value->number();
    } else {
      findings_.error(value->mark(), "base_of_nothing",
                      {"số gốc để so sánh phải lớn hơn 0: ghi số thật, hoặc bỏ \"base\" và ghi số "
                       "gốc cùng mỗi kết quả",
                       "the base is a number above 0: write the true one, or leave \"base\" out "
                       "and give a base with each result"});
    }
    if (const Node* of = base->find("of")) {
      take_base_text(*of);
    }
  }

  void take_base_text(const Node& of) {
    if (target_.base_text.empty()) {
      target_.base_text = of.text();
    } else if (fold(target_.base_text) != fold(of.text())) {
      findings_.error(of.mark(), "two_bases",
                      {fmt::format("số gốc trong \"plan\" là của {}, ở đây là của {}: ghi một nơi, "
                                   "hoặc ghi giống nhau",
                                   in_quotes(target_.base_text), in_quotes(of.text())),
                       fmt::format("the base in \"plan\" is that of {}, here that of {}: write it "
                                   "once, or alike",
                                   in_quotes(target_.base_text), in_quotes(of.text()))});
    }
  }

  void warn_of_missing_base() {
    if (target_.measure != Measure::growth) {
      return;
    }
    const auto of = target_.base_text.empty() ? Text{}
                                              : Text{fmt::format(" ({})", target_.base_text),
                                                     fmt::format(" ({})", target_.base_text)};
    findings_.warning(
        node_.find("plan")->mark(), "growth_without_base",
        {fmt::format(
             "mức tăng chưa có số gốc{}: thêm \"base: …\", hoặc ghi số gốc cùng mỗi kết quả",
             of.vi),
         fmt::format("growth has no base{}: add \"base: …\", or give one with each result",
                     of.en)});
  }

  void read_period(const Node& period) {
    target_.period = period.text();
    const auto window = read_window(period, context_.time, findings_);
    const auto last = window.end ? window.end : window.due;
    if (!window.resolved || !window.start || !last) {
      return;
    }
    target_.days = DayRange{*window.start, *last};
    const auto& plan = context_.time.period;
    if (plan && (*window.start < plan->first || *last > plan->last)) {
      findings_.warning(
          period.mark(), "outside_period",
          {fmt::format("thời gian của chỉ tiêu {} nằm ngoài thời gian của kế hoạch ({} - {}): xem "
                       "lại",
                       in_quotes(entry_.key), to_vietnamese(plan->first),
                       to_vietnamese(plan->last)),
           fmt::format("the period of target {} lies outside that of the plan ({} to {}): look at "
                       "it again",
                       in_quotes(entry_.key), tiendo::to_string(plan->first),
                       tiendo::to_string(plan->last))});
    }
  }

  const Entry& entry_;
  const Node& node_;
  const TargetContext& context_;
  Findings& findings_;
  model::Target target_;
  bool is_read_ = true;  // its planned value was understood
};

}  // namespace

model::Target read_target(const Entry& entry, const TargetContext& context, Findings& findings) {
  return TargetReader{entry, context, findings}.read();
}

}  // namespace tiendo::definition
