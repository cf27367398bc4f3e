#include "runtime/history_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/number_text.hpp"
#include "runtime/addressee_words.hpp"
#include "runtime/cause_words.hpp"
#include "runtime/joined_words.hpp"
#include "runtime/notice_words.hpp"
#include "runtime/office_event_words.hpp"
#include "runtime/step_words.hpp"
#include "runtime/target_words.hpp"

namespace tiendo::runtime {
namespace {

/// One overload an event. Days of tasks are written 20/4/2025 in English too, as the page has them.
class Teller : OfficeEventWords {
 public:
  using OfficeEventWords::operator();

  explicit Teller(const model::Plan* plan) : plan_{plan} {}

  EventWords operator()(const model::TaskAnnounced& e) const {
    return {e.word, {"Giao nhiệm vụ", "Announced"}};
  }
  EventWords operator()(const model::TaskAssigned& e) const {
    return {e.word, given_to({"Phân công", "Assigned"}, e)};
  }
  EventWords operator()(const model::PlanBegun& e) const {
    return {e.word, {"Bắt đầu lập kế hoạch chi tiết", "The detailed plan is begun"}};
  }
  EventWords operator()(const model::PlanSubmitted& e) const {
    return {e.word, with({"Trình kế hoạch chi tiết", "Detailed plan submitted"}, e.document)};
  }
  EventWords operator()(const model::PlanReturned& e) const {
    return {e.word, with({"Trả lại kế hoạch chi tiết", "Detailed plan returned"}, e.reason)};
  }
  EventWords operator()(const model::PlanApproved& e) const {
    return {e.word, with({"Duyệt kế hoạch chi tiết", "Detailed plan approved"}, e.document)};
  }
  EventWords operator()(const model::TaskStarted& e) const {
    return {e.word, {"Bắt đầu thực hiện", "Work started"}};
  }
  EventWords operator()(const model::ProgressReported& e) const {
    return {e.word,
            with({fmt::format("Tiến độ {} %", e.percent), fmt::format("Progress {} %", e.percent)},
                 e.text)};
  }
  EventWords operator()(const model::StepPerformed& e) const {
    return {e.word, step_words(e, plan_)};
  }
  EventWords operator()(const model::TaskReported& e) const {
    return {e.word,
            with({"Báo cáo hoàn thành", "Reported complete"}, joined({e.document, e.text}))};
  }
  EventWords operator()(const model::ReportReturned& e) const {
    return {e.word, with({"Trả lại báo cáo", "Report returned"}, e.reason)};
  }
  EventWords operator()(const model::TaskAccepted& e) const {
    return {e.word, with({"Nghiệm thu", "Accepted"}, e.text)};
  }
  EventWords operator()(const model::TaskReopened& e) const {
    return {e.word, with({"Mở lại nhiệm vụ", "Reopened"}, e.reason)};
  }
  EventWords operator()(const model::ExtensionAsked& e) const {
    return {e.word, with({"Xin gia hạn đến " + to_vietnamese(e.due),
                          "Extension asked for, to " + to_vietnamese(e.due)},
                         e.reason)};
  }
  EventWords operator()(const model::ExtensionGranted& e) const {
    return {e.word,
            {"Cho gia hạn đến " + to_vietnamese(e.due), "Extended to " + to_vietnamese(e.due)}};
  }
  EventWords operator()(const model::ExtensionRefused& e) const {
    return {e.word, with({"Không cho gia hạn", "Extension refused"}, e.reason)};
  }
  EventWords operator()(const model::DatesFixed& e) const {
    const auto vi = e.start ? to_vietnamese(*e.start) + " - " : std::string{};
    const auto en = e.start ? to_vietnamese(*e.start) + " to " : std::string{};
    return {e.word,
            {"Chốt thời gian: " + vi + to_vietnamese(e.due),
             "Dates fixed: " + en + to_vietnamese(e.due)}};
  }
  EventWords operator()(const model::TaskSuspended& e) const {
    return {e.word, with({"Tạm dừng", "Suspended"}, e.reason)};
  }
  EventWords operator()(const model::TaskResumed& e) const {
    return {e.word, {"Tiếp tục thực hiện", "Resumed"}};
  }
  EventWords operator()(const model::TaskCancelled& e) const {
    return {e.word, with({"Hủy nhiệm vụ", "Cancelled"}, e.reason)};
  }
  EventWords operator()(const model::TaskTransferred& e) const {
    return {e.word, with(given_to({"Chuyển giao", "Transferred"}, e), e.reason)};
  }
  EventWords operator()(const model::TaskCommented& e) const {
    return {e.word, with({"Ý kiến", "Comment"}, e.text)};
  }
  EventWords operator()(const model::EvidenceAttached& e) const {
    return {e.word, with({"Gắn tài liệu", "Attached"}, joined({e.evidence.name, e.text}))};
  }
  EventWords operator()(const model::RungReached& e) const {
    // That its window opens does not mean that the work begins: it may be late, or long under way.
    auto text = e.rung.rung.kind == model::RungKind::open
                    ? Text{"Đến ngày bắt đầu theo kế hoạch", "The day on which it is to begin"}
                    : words_for(e.rung, planned(e.task));
    if (e.missed) {
      text.vi += " (đã lỡ khi hệ thống nghỉ, không gửi)";
      text.en += " (missed while nothing ran, not sent)";
    }
    return {e.word, std::move(text)};
  }
  EventWords operator()(const model::CampaignIssued& e) const {
    return {"issued", with({"Ban hành kế hoạch", "Plan issued"}, e.plan->document.number)};
  }
  EventWords operator()(const model::CampaignRun&) const {
    return {"run", {"Kế hoạch bắt đầu triển khai", "The campaign runs"}};
  }
  EventWords operator()(const model::CampaignClosing& e) const {
    const auto ended = Text{"Các giai đoạn đã xong, chuyển sang tổng kết", "The phases have ended"};
    const auto begun = Text{"Chuyển sang tổng kết khi các giai đoạn chưa xong",
                            "Its closing is begun before the phases have ended"};
    return {"closing", e.reason.empty() ? ended : with(begun, e.reason)};
  }
  EventWords operator()(const model::CampaignClosed& e) const {
    return {"closed", with({"Kết thúc kế hoạch", "The campaign is closed"}, e.document)};
  }
  EventWords operator()(const model::PlanAmended& e) const {
    return {"amended", with({"Điều chỉnh kế hoạch", "The plan is amended"},
                            joined({e.document.number, e.reason}))};
  }
  EventWords operator()(const model::AnchorSet& e) const {
    return {"anchor_set", with({fmt::format("Chốt {}: {}", e.anchor, to_vietnamese(e.day)),
                                fmt::format("{} is on {}", e.anchor, to_string(e.day))},
                               e.document)};
  }
  EventWords operator()(const model::ReportFiled& e) const {
    return {"report_filed", with({"Báo cáo tổng kết", "Summing-up report"}, e.document)};
  }
  EventWords operator()(const model::CampaignSuspended& e) const {
    return {"campaign_suspended", with({"Tạm dừng kế hoạch", "Campaign suspended"}, e.reason)};
  }
  EventWords operator()(const model::CampaignResumed&) const {
    return {"campaign_resumed", {"Kế hoạch tiếp tục", "Campaign resumed"}};
  }
  EventWords operator()(const model::CampaignCancelled& e) const {
    return {"campaign_cancelled", with({"Hủy kế hoạch", "Campaign cancelled"}, e.reason)};
  }
  EventWords operator()(const model::ResultRecorded& e) const {
    const model::Result result{e.value, {}, e.document, e.estimated, e.base};
    const auto* target = find_target(e.target);
    auto text = target == nullptr ? number_text(e.value) : result_words(*target, result);
    const auto& title = target == nullptr ? e.target.str() : target->title;
    if (e.day) {
      text.vi += ", tính đến " + to_vietnamese(*e.day);
      text.en += ", as of " + to_string(*e.day);
    }
    return {"result",
            {fmt::format("Kết quả chỉ tiêu “{}”: {}", title, joined({text.vi, e.document})),
             fmt::format("Result of the target '{}': {}", title, joined({text.en, e.document}))}};
  }
  EventWords operator()(const model::ChartMoved& e) const {
    const bool of_task = !e.task.empty();
    const auto where = joined(titles(e));
    if (where.empty()) {  // an amendment carried it over, or it did something where it stands
      return {of_task ? "procedure" : "phases",
              of_task ? Text{"Quy trình giữ nguyên bước", "The procedure stays where it is"}
                      : Text{"Các giai đoạn giữ nguyên", "The phases stay as they are"}};
    }
    auto text = with(of_task ? Text{"Quy trình chuyển sang", "The procedure moved on to"}
                             : Text{"Giai đoạn", "Phase"},
                     where);
    if (const auto cause = cause_words(e.cause, plan_); !cause.vi.empty()) {
      text.vi += " (" + cause.vi + ")";
      text.en += " (" + cause.en + ")";
    }
    return {of_task ? "procedure" : "phases", std::move(text)};
  }
  EventWords operator()(const model::NoticeQueued& e) const {
    const auto& notice = e.notice;
    const Text to = words_for(notice.to, plan_);
    const Text about = plan_ != nullptr ? words_for(notice, *plan_) : what_of(notice.subject);
    return {"notice", {"Báo " + to.vi + ": " + about.vi, "Told " + to.en + ": " + about.en}};
  }
  EventWords operator()(const model::DeliveryMoved& e) const {
    const auto text = fmt::format("{} {}", e.key, model::name(e.state));
    return {"delivery", {"Chuyển thông báo: " + text, "Delivery: " + text}};
  }

 private:
  [[nodiscard]] const model::PlannedTask& planned(const model::TaskId& task) const {
    static const model::PlannedTask unknown;
    const auto index = plan_ != nullptr ? plan_->find(task) : std::nullopt;
    return index ? plan_->tasks[*index] : unknown;
  }

  /// "Phân công: chủ trì NV-KT; phối hợp VP (kinh phí)".
  [[nodiscard]] Text given_to(const Text& what, const auto& event) const {
    const auto leads = units(event.leads);
    const auto helpers = units(event.coordinating);
    Text text{what.vi + ": chủ trì " + (leads.empty() ? "chưa phân công" : leads),
              what.en + ": lead " + (leads.empty() ? "nobody yet" : leads)};
    if (!helpers.empty()) {
      text.vi += "; phối hợp " + helpers;
      text.en += "; coordinating " + helpers;
    }
    return text;
  }

  [[nodiscard]] std::string units(const std::vector<model::Part>& parts) const {
    std::string all;
    for (const auto& part : parts) {
      const auto name = words_for({model::AddresseeKind::unit, part.unit}, plan_).vi;
      all += (all.empty() ? "" : ", ") + name;
      all += part.scope.empty() ? "" : " (" + part.scope + ")";
    }
    return all;
  }

  [[nodiscard]] std::vector<std::string> titles(const model::ChartMoved& moved) const {
    std::vector<std::string> all;
    if (plan_ == nullptr) {
      return moved.entered;
    }
    const auto kind = plan_->kinds.find(planned(moved.task).kind);
    for (const auto& id : moved.entered) {
      const auto* of = &plan_->phase_titles;
      if (!moved.task.empty() && kind != plan_->kinds.end()) {
        of = &kind->second.state_titles;
      }
      const auto title = of->find(id);
      all.push_back(title == of->end() ? id : title->second);
    }
    return all;
  }

  [[nodiscard]] const model::Target* find_target(const model::TargetId& id) const {
    if (plan_ == nullptr) {
      return nullptr;
    }
    const auto found = std::ranges::find(plan_->targets, id, &model::Target::id);
    return found == plan_->targets.end() ? nullptr : &*found;
  }

  const model::Plan* plan_;
};

}  // namespace

EventWords words_for(const model::EventBody& body, const model::Plan* plan) {
  return std::visit(Teller{plan}, body);
}

}  // namespace tiendo::runtime
