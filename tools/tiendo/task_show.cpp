#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <iostream>
#include <memory>

#include "api/history_json.hpp"
#include "api/task_json.hpp"
#include "login.hpp"
#include "model/lifecycle_words.hpp"
#include "office.hpp"
#include "plan_view.hpp"
#include "runtime/task_actions.hpp"
#include "runtime/task_view.hpp"
#include "table.hpp"
#include "task_commands.hpp"
#include "task_view.hpp"
#include "time_shown.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;

struct Options {
  FolderOptions folder;
  std::string campaign;
  std::string id;
};

/// A task with all that is said of it.
struct Shown {
  const OfficeReader& office;
  const model::Campaign& campaign;
  model::TaskIndex index;
  std::vector<runtime::TaskChoice> choices;
  std::vector<runtime::AwaitedStep> steps;
  std::vector<runtime::HistoryEntry> history;

  [[nodiscard]] const model::Task& task() const { return campaign.tasks[index]; }
  [[nodiscard]] const model::PlannedTask& planned() const { return campaign.plan->tasks[index]; }
};

json::object document_of(const Shown& shown, const model::UserId& user, const Context& context) {
  auto document = api::detail_json(shown.campaign, shown.index, user, api::Sight::everything(),
                                   shown.office.look(context));
  json::array history;
  for (const auto& entry : shown.history) {
    history.push_back(api::to_json(entry, context.language));
  }
  document["history"] = std::move(history);
  return document;
}

std::string titles_shown(const model::Plan& plan, const std::vector<model::TaskIndex>& tasks) {
  std::string shown;
  for (const auto task : tasks) {
    shown += fmt::format("{}{} ({})", shown.empty() ? "" : "; ", plan.tasks[task].title,
                         plan.tasks[task].id.str());
  }
  return shown;
}

/// Tasks of other campaigns that are still waited for, by their titles where they are issued.
std::string awaited_shown(const Shown& shown, const Context& context) {
  std::string all;
  for (const auto& one : runtime::awaited_elsewhere(shown.office.state(), shown.planned())) {
    if (one.is_awaited()) {
      const auto id = fmt::format("{}/{}", one.wanted->campaign.str(), one.wanted->task.str());
      all += all.empty() ? "" : "; ";
      all += one.task == nullptr ? id + context.say({" (chưa ban hành)", " (not issued yet)"})
                                 : fmt::format("{} ({})", one.planned().title, id);
    }
  }
  return all;
}

std::string due_after_shown(const Shown& shown, const Context& context) {
  const auto& rule = shown.planned().due_after;
  if (!rule) {
    return {};
  }
  const auto tasks = titles_shown(*shown.campaign.plan, rule->tasks);
  const auto* vi = rule->working_days ? "ngày làm việc" : "ngày";
  const auto* en = rule->working_days ? "working days" : "days";
  return context.say({fmt::format("{} {} sau khi nghiệm thu: {}", rule->days, vi, tasks),
                      fmt::format("{} {} after the acceptance of: {}", rule->days, en, tasks)});
}

/// How it belongs to other tasks.
template <class Line>
void print_ties(const Shown& shown, const Line& line, const Context& context) {
  const auto& plan = *shown.campaign.plan;
  const auto& planned = shown.planned();
  if (planned.dropped) {
    line({"Kế hoạch", "Plan"},
         context.say({"đã rút khỏi kế hoạch khi điều chỉnh", "left out of it by an amendment"}));
  }
  if (planned.part_of) {
    line({"Thuộc nhiệm vụ", "Part of"}, titles_shown(plan, {*planned.part_of}));
  }
  line({"Gồm các phần", "Its parts"}, titles_shown(plan, planned.part_tasks));
  if (planned.occurrence) {
    const auto& [of, days] = *planned.occurrence;
    line({"Kỳ", "Period"}, fmt::format("{} - {} ({})", to_vietnamese(days.first),
                                       to_vietnamese(days.last), of.str()));
  }
  line({"Hạn tính từ", "Due"}, due_after_shown(shown, context));
  line({"Chờ nhiệm vụ", "Waits for"},
       titles_shown(plan, runtime::waits_for(shown.campaign, shown.index)));
  line({"Chờ đợt khác", "Waits for other campaigns"}, awaited_shown(shown, context));
}

/// The lines at the top: what the task is and how it stands.
void print_facts(const Shown& shown, const Context& context) {
  const auto& task = shown.task();
  const auto& planned = shown.planned();
  const auto line = [&](const Text& what, const std::string& value) {
    if (!value.empty()) {
      std::cout << context.say(what) << ": " << value << '\n';
    }
  };
  std::cout << planned.title << " (" << planned.id.str() << ")\n";
  line({"Tình hình", "Standing"},
       time_shown(runtime::time_standing(shown.campaign, shown.index, shown.office.working_days(),
                                         shown.office.now()),
                  context)
           .text);
  line({"Trạng thái", "State"}, context.say(model::words(task.state)));
  line({"Quy trình", "Procedure"},
       fmt::format("{}", fmt::join(runtime::procedure_states(shown.campaign, shown.index), "; ")));
  line({"Thời gian (như văn bản)", "Time (as printed)"}, planned.window->phrase);
  line({"Từ - hạn", "From - due"},
       day_shown(task.start) + " - " + day_shown(task.due) +
           (task.due == task.first_due ? ""
                                       : context.say({" (hạn ban đầu ", " (at first "}) +
                                             day_shown(task.first_due) + ")"));
  print_ties(shown, line, context);
  if (task.asked) {
    line({"Đang xin gia hạn", "Extension asked for"},
         to_vietnamese(task.asked->due) + ": " + task.asked->reason);
  }
  line({"Chủ trì", "Lead"}, leads_shown(shown.campaign, shown.index, context));
  line({"Phối hợp", "Coordinating"}, units_shown(*shown.campaign.plan, task.coordinating));
  const int percent = runtime::percent_done(task);
  line({"Tiến độ", "Progress"}, percent == 0 && task.progress.empty()
                                    ? ""
                                    : fmt::format("{} % {}", percent, *task.progress));
  line({"Kế hoạch chi tiết", "Detailed plan"}, task.plan_document);
  line({"Báo cáo", "Report"}, task.report_document);
  line({"Nguồn", "Source"}, planned.source);
}

void print_choices(const Shown& shown, const Context& context) {
  Table can{{{context.say({"làm được ngay", "can be done now"})},
             {context.say({"việc", "what"}), true},
             {context.say({"của ai", "by whom"}), true}}};
  Table cannot{
      {{context.say({"chưa làm được", "cannot be done"})}, {context.say({"vì sao", "why"}), true}}};
  for (const auto& choice : shown.choices) {
    const auto command = api::command_of(choice.action);
    if (choice.possible) {
      const auto mark = choice.permitted ? "" : " *";
      can.add({command + mark, context.say(model::words(choice.action)), context.say(choice.who)});
    } else {
      cannot.add({command, context.say(choice.why_not)});
    }
  }
  for (const auto& step : shown.steps) {
    can.add({"step " + step.event, step.leads_to, ""});
  }
  std::cout << '\n' << can.draw(terminal_width());
  std::cout << context.say(
      {"* không phải việc của người đang hỏi (--as)\n", "* not for the one who asks (--as)\n"});
  if (!cannot.empty()) {
    std::cout << '\n' << cannot.draw(terminal_width());
  }
}

void print_evidence(const Shown& shown, const Context& context) {
  if (shown.task().evidence.empty()) {
    return;
  }
  Table table{
      {{context.say({"tài liệu", "evidence"}), true}, {context.say({"cỡ", "bytes"})}, {"SHA-256"}}};
  for (const auto& one : shown.task().evidence) {
    table.add({one.name, std::to_string(one.size), one.hash.substr(0, 12) + "…"});
  }
  std::cout << '\n' << table.draw(terminal_width());
}

void show(const Options& options, Context& context) {
  const auto office = OfficeReader::open(options.folder, context);
  const auto* campaign =
      office ? find_campaign(office->state(), options.campaign, context) : nullptr;
  const auto index = campaign == nullptr ? std::nullopt : find_task(*campaign, options.id, context);
  if (!index) {
    return;
  }
  auto history = runtime::history(office->journal(),
                                  {campaign->id, model::TaskId{options.id}, office->before()});
  if (history.has_error()) {
    complain(context, outside(history.error()));
    return;
  }
  const auto user = options.folder.as.empty() ? owner_id() : model::UserId{options.folder.as};
  const Shown shown{*office,
                    *campaign,
                    *index,
                    runtime::choices(office->state(), *campaign, *index, user, office->now()),
                    runtime::awaited_steps(office->state(), *campaign, *index, office->now()),
                    std::move(*history)};
  if (context.json) {
    print(document_of(shown, user, context));
    return;
  }
  print_facts(shown, context);
  print_choices(shown, context);
  print_evidence(shown, context);
  std::cout << '\n' << drawn(shown.history, context);
}

}  // namespace

void add_task_show(CLI::App& task, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      task.add_subcommand("show", "one task: dates, units, what can be done, its history");
  command->add_option("ID", options->id, "the task")->required();
  command->add_option("--campaign", options->campaign, "the campaign, where there are several")
      ->type_name("ID");
  command->add_option("--as", options->folder.as, "whose choices are marked")->type_name("USER");
  add_reading_options(*command, options->folder);
  command->callback([options, &context] { show(*options, context); });
}

}  // namespace tiendo::cli
