#include "api/calendar_operations.hpp"
#include "api/campaign_operations.hpp"
#include "api/change_operations.hpp"
#include "api/journal_operations.hpp"
#include "api/office_operations.hpp"
#include "api/operation.hpp"
#include "api/plan_operations.hpp"
#include "api/record_operations.hpp"
#include "api/target_operations.hpp"
#include "api/task_operations.hpp"

namespace tiendo::api {
namespace {

constexpr auto get = Method::get;
constexpr auto post = Method::post;
constexpr auto put = Method::put;
constexpr auto del = Method::del;

constexpr std::string_view day = "as_of";
constexpr std::string_view none;

// The last of an entry says whether it changes something: see operation.hpp.
constexpr Operation all[] = {
    {"listCampaigns", get, "/api/v1/campaigns", day, list_campaigns},
    {"issueCampaign", post, "/api/v1/campaigns", none, issue_campaign},
    {"getCampaign", get, "/api/v1/campaigns/{campaign}", day, get_campaign},
    {"getTimeline", get, "/api/v1/campaigns/{campaign}/timeline", day, get_timeline},
    {"getCampaignHistory", get, "/api/v1/campaigns/{campaign}/history", "as_of limit cursor",
     get_campaign_history},
    {"getPlanFiles", get, "/api/v1/campaigns/{campaign}/plan", day, get_plan_files},
    {"suspendCampaign", post, "/api/v1/campaigns/{campaign}/suspend", none, suspend_campaign},
    {"resumeCampaign", post, "/api/v1/campaigns/{campaign}/resume", none, resume_campaign},
    {"cancelCampaign", post, "/api/v1/campaigns/{campaign}/cancel", none, cancel_campaign},
    {"closeCampaign", post, "/api/v1/campaigns/{campaign}/close", none, close_campaign},
    {"fileReport", put, "/api/v1/campaigns/{campaign}/report", none, file_report},
    {"amendCampaign", post, "/api/v1/campaigns/{campaign}/amend", "dry_run", amend_campaign},
    {"setAnchor", put, "/api/v1/campaigns/{campaign}/anchors/{anchor}", "dry_run", set_anchor},
    {"listResults", get, "/api/v1/campaigns/{campaign}/targets/{target}/results", day,
     list_results},
    {"recordResult", put, "/api/v1/campaigns/{campaign}/targets/{target}/result", none,
     record_result},

    {"listTasks", get, "/api/v1/tasks",
     "as_of campaign unit state status awaits kind due_from due_until q sort limit cursor",
     list_tasks},
    {"getTask", get, "/api/v1/campaigns/{campaign}/tasks/{task}", day, get_task},
    {"getTaskHistory", get, "/api/v1/campaigns/{campaign}/tasks/{task}/history", day,
     get_task_history},
    {"getEvidence", get, "/api/v1/campaigns/{campaign}/tasks/{task}/evidence/{hash}", day,
     get_evidence},
    {"announceTask", post, "/api/v1/campaigns/{campaign}/tasks/{task}/announce", none,
     give_task_command},
    {"assignTask", post, "/api/v1/campaigns/{campaign}/tasks/{task}/assign", none,
     give_task_command},
    {"beginPlan", post, "/api/v1/campaigns/{campaign}/tasks/{task}/begin-plan", none,
     give_task_command},
    {"submitPlan", post, "/api/v1/campaigns/{campaign}/tasks/{task}/submit-plan", none,
     give_task_command},
    {"returnPlan", post, "/api/v1/campaigns/{campaign}/tasks/{task}/return-plan", none,
     give_task_command},
    {"approvePlan", post, "/api/v1/campaigns/{campaign}/tasks/{task}/approve-plan", none,
     give_task_command},
    {"startTask", post, "/api/v1/campaigns/{campaign}/tasks/{task}/start", none, give_task_command},
    {"progress", post, "/api/v1/campaigns/{campaign}/tasks/{task}/progress", none,
     give_task_command},
    {"step", post, "/api/v1/campaigns/{campaign}/tasks/{task}/step", none, give_task_command},
    {"reportTask", post, "/api/v1/campaigns/{campaign}/tasks/{task}/report", none,
     give_task_command},
    {"returnTask", post, "/api/v1/campaigns/{campaign}/tasks/{task}/return", none,
     give_task_command},
    {"acceptTask", post, "/api/v1/campaigns/{campaign}/tasks/{task}/accept", none,
     give_task_command},
    {"reopenTask", post, "/api/v1/campaigns/{campaign}/tasks/{task}/reopen", none,
     give_task_command},
    {"askExtension", post, "/api/v1/campaigns/{campaign}/tasks/{task}/ask-extension", none,
     give_task_command},
    {"grantExtension", post, "/api/v1/campaigns/{campaign}/tasks/{task}/grant-extension", none,
     give_task_command},
    {"refuseExtension", post, "/api/v1/campaigns/{campaign}/tasks/{task}/refuse-extension", none,
     give_task_command},
    {"fixDates", post, "/api/v1/campaigns/{campaign}/tasks/{task}/fix-dates", none,
     give_task_command},
    {"suspendTask", post, "/api/v1/campaigns/{campaign}/tasks/{task}/suspend", none,
     give_task_command},
    {"resumeTask", post, "/api/v1/campaigns/{campaign}/tasks/{task}/resume", none,
     give_task_command},
    {"cancelTask", post, "/api/v1/campaigns/{campaign}/tasks/{task}/cancel", none,
     give_task_command},
    {"commentTask", post, "/api/v1/campaigns/{campaign}/tasks/{task}/comment", none,
     give_task_command},
    {"attach", post, "/api/v1/campaigns/{campaign}/tasks/{task}/attach", none, give_task_command},
    {"listInbox", get, "/api/v1/inbox", "campaign unit", list_inbox},
    {"listMessages", get, "/api/v1/messages", "state", list_messages},

    {"getMe", get, "/api/v1/me", none, get_me},
    {"listUsers", get, "/api/v1/users", "as_of unit", list_users},
    {"addUser", post, "/api/v1/users", none, add_user},
    {"importUsers", post, "/api/v1/imports/users", "dry_run name", import_users},
    {"getUser", get, "/api/v1/users/{user}", day, get_user},
    {"renameUser", post, "/api/v1/users/{user}/rename", none, rename_user},
    {"givePost", post, "/api/v1/users/{user}/posts", none, give_post},
    {"endPost", post, "/api/v1/users/{user}/posts/end", none, end_post},
    {"getContact", get, "/api/v1/users/{user}/contact", none, get_contact},
    {"setContact", put, "/api/v1/users/{user}/contact", none, set_contact},
    {"eraseContact", del, "/api/v1/users/{user}/contact", none, erase_contact},

    {"listUnits", get, "/api/v1/units", day, list_units},
    {"importUnits", post, "/api/v1/imports/units", "dry_run name", import_units},
    {"setUnit", put, "/api/v1/units/{unit}", none, set_unit},
    {"mergeUnits", post, "/api/v1/mergers", "dry_run", merge_units},
    {"listHolidays", get, "/api/v1/holidays", day, list_holidays},
    {"setHolidays", put, "/api/v1/holidays", "dry_run name", set_holidays},
    {"getOffice", get, "/api/v1/office", day, get_office},
    {"setOffice", put, "/api/v1/office", "name", set_office},

    {"checkPlan", post, "/api/v1/plans/check", none, check_plan},
    {"showPlan", post, "/api/v1/plans/show", none, show_plan},
    {"simulatePlan", post, "/api/v1/plans/simulate", none, simulate_plan},
    {"comparePlans", post, "/api/v1/plans/diff", none, compare_plans},
    {"drawPlan", post, "/api/v1/plans/draw", none, draw_plan},
    {"formatPlan", post, "/api/v1/plans/format", none, format_plan},
    {"copyPlan", post, "/api/v1/plans/copy", none, copy_plan},

    {"resolveExpression", get, "/api/v1/calendar/resolve",
     "phrase issued period_start period_due before_day anchor", resolve_expression},
    {"getLunarDate", get, "/api/v1/calendar/lunar", "date", get_lunar_date},
    {"getCalendarDay", get, "/api/v1/calendar/day", "date", get_calendar_day},
    {"getCalendarYear", get, "/api/v1/calendar/holidays", "year", get_calendar_year},
    {"addToDay", get, "/api/v1/calendar/add", "date length", add_to_day},

    {"exportJournal", get, "/api/v1/journal", "after limit", export_journal},
    {"getHeads", get, "/api/v1/journal/heads", none, get_heads},
    {"verifyJournal", post, "/api/v1/journal/verify", none, verify_journal},
};

}  // namespace

std::span<const Operation> operations() {
  return all;
}

}  // namespace tiendo::api
