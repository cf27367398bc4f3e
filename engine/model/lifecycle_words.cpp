#include "model/lifecycle_words.hpp"

namespace tiendo::model {

Text words(TaskState state) {
  switch (state) {
    case TaskState::planned:
      return {"chưa giao", "not announced yet"};
    case TaskState::announced:
      return {"đã giao", "announced"};
    case TaskState::planning:
      return {"đang lập kế hoạch chi tiết", "in detailed planning"};
    case TaskState::plan_submitted:
      return {"chờ duyệt kế hoạch chi tiết", "waiting for approval of its detailed plan"};
    case TaskState::ready:
      return {"sẵn sàng thực hiện", "ready to start"};
    case TaskState::in_progress:
      return {"đang thực hiện", "in progress"};
    case TaskState::reported:
      return {"chờ nghiệm thu", "reported and waiting for acceptance"};
    case TaskState::accepted:
      return {"đã hoàn thành", "accepted"};
    case TaskState::suspended:
      return {"đang tạm dừng", "suspended"};
    case TaskState::cancelled:
      return {"đã hủy", "cancelled"};
  }
  return {};
}

Text words(TaskAction action) {
  switch (action) {
    case TaskAction::announce:
      return {"giao nhiệm vụ", "announce the task"};
    case TaskAction::assign:
      return {"phân công đơn vị", "assign its units"};
    case TaskAction::begin_plan:
      return {"bắt đầu lập kế hoạch chi tiết", "begin the detailed plan"};
    case TaskAction::submit_plan:
      return {"trình kế hoạch chi tiết", "submit the detailed plan"};
    case TaskAction::return_plan:
      return {"trả lại kế hoạch chi tiết", "return the detailed plan"};
    case TaskAction::approve_plan:
      return {"duyệt kế hoạch chi tiết", "approve the detailed plan"};
    case TaskAction::start:
      return {"bắt đầu thực hiện", "start the work"};
    case TaskAction::report_progress:
      return {"báo cáo tiến độ", "report progress"};
    case TaskAction::perform_step:
      return {"thực hiện bước của quy trình", "perform a step of the procedure"};
    case TaskAction::report:
      return {"báo cáo hoàn thành", "report completion"};
    case TaskAction::return_report:
      return {"trả lại báo cáo", "return the report"};
    case TaskAction::accept:
      return {"nghiệm thu", "accept the work"};
    case TaskAction::reopen:
      return {"mở lại nhiệm vụ", "reopen the task"};
    case TaskAction::ask_extension:
      return {"xin gia hạn", "ask for an extension"};
    case TaskAction::grant_extension:
      return {"cho gia hạn", "grant an extension"};
    case TaskAction::refuse_extension:
      return {"từ chối gia hạn", "refuse an extension"};
    case TaskAction::fix_dates:
      return {"chốt thời gian thực hiện", "fix the dates"};
    case TaskAction::suspend:
      return {"tạm dừng nhiệm vụ", "suspend the task"};
    case TaskAction::resume:
      return {"cho nhiệm vụ tiếp tục", "resume the task"};
    case TaskAction::cancel:
      return {"hủy nhiệm vụ", "cancel the task"};
    case TaskAction::comment:
      return {"ghi ý kiến", "comment"};
    case TaskAction::attach:
      return {"gắn tài liệu, sản phẩm", "attach evidence"};
  }
  return {};
}

Text words(CampaignState state) {
  switch (state) {
    case CampaignState::draft:
      return {"còn là dự thảo", "a draft"};
    case CampaignState::issued:
      return {"đã ban hành", "issued"};
    case CampaignState::running:
      return {"đang triển khai", "running"};
    case CampaignState::closing:
      return {"đang tổng kết", "closing"};
    case CampaignState::closed:
      return {"đã kết thúc", "closed"};
    case CampaignState::suspended:
      return {"đang tạm dừng", "suspended"};
    case CampaignState::cancelled:
      return {"đã hủy", "cancelled"};
  }
  return {};
}

Text words(CampaignAction action) {
  switch (action) {
    case CampaignAction::issue:
      return {"ban hành kế hoạch", "issue the plan"};
    case CampaignAction::run:
      return {"triển khai kế hoạch", "begin the run of the campaign"};
    case CampaignAction::begin_closing:
      return {"chuyển kế hoạch sang tổng kết", "begin to close the campaign"};
    case CampaignAction::close:
      return {"kết thúc kế hoạch", "close the campaign"};
    case CampaignAction::suspend:
      return {"tạm dừng kế hoạch", "suspend the campaign"};
    case CampaignAction::resume:
      return {"cho kế hoạch tiếp tục", "resume the campaign"};
    case CampaignAction::cancel:
      return {"hủy kế hoạch", "cancel the campaign"};
    case CampaignAction::record_result:
      return {"ghi kết quả chỉ tiêu", "record a result"};
    case CampaignAction::amend:
      return {"điều chỉnh kế hoạch", "amend the plan"};
    case CampaignAction::set_anchor:
      return {"chốt ngày mốc của kế hoạch", "fix a day that the plan counts from"};
    case CampaignAction::file_report:
      return {"nộp báo cáo tổng kết", "file the summing-up report"};
  }
  return {};
}

Text words(OfficeAction action) {
  switch (action) {
    case OfficeAction::add_person:
      return {"thêm người dùng", "add a person"};
    case OfficeAction::rename_person:
      return {"đổi tên người dùng", "rename a person"};
    case OfficeAction::give_post:
      return {"giao chức vụ", "give a post"};
    case OfficeAction::end_post:
      return {"cho thôi chức vụ", "end a post"};
    case OfficeAction::set_unit:
      return {"khai báo đơn vị", "set a unit"};
    case OfficeAction::set_holidays:
      return {"khai báo ngày nghỉ", "set holidays"};
    case OfficeAction::set_hours:
      return {"khai báo giờ làm việc", "set office hours"};
    case OfficeAction::set_ladder:
      return {"khai báo bậc nhắc việc", "set a ladder"};
    case OfficeAction::set_channels:
      return {"khai báo kênh gửi thông báo", "set the channels"};
    case OfficeAction::merge_units:
      return {"sáp nhập đơn vị", "merge units"};
    case OfficeAction::set_name:
      return {"đặt tên cơ quan", "name the office"};
  }
  return {};
}

Text words(Role role) {
  switch (role) {
    case Role::viewer:
      return {"người xem", "viewer"};
    case Role::staff:
      return {"chuyên viên", "member of staff"};
    case Role::head:
      return {"trưởng đơn vị", "head of unit"};
    case Role::leader:
      return {"lãnh đạo", "leader"};
    case Role::office:
      return {"văn phòng", "office"};
    case Role::administrator:
      return {"quản trị viên", "administrator"};
  }
  return {};
}

}  // namespace tiendo::model
