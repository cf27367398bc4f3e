#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <iostream>
#include <map>
#include <memory>

#include "api/campaign_json.hpp"
#include "api/history_json.hpp"
#include "base/number_text.hpp"
#include "campaign_commands.hpp"
#include "decide/anchors.hpp"
#include "login.hpp"
#include "model/at_work.hpp"
#include "model/lifecycle_words.hpp"
#include "office.hpp"
#include "runtime/target_view.hpp"
#include "runtime/target_words.hpp"
#include "runtime/task_actions.hpp"
#include "runtime/task_view.hpp"
#include "table.hpp"
#include "task_view.hpp"
#include "time_shown.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;
using runtime::TimeStatus;

struct Options {
  FolderOptions folder;
  std::string id;
  bool history = false;
};

runtime::TimeCounts counts_of(const model::Campaign& campaign, const OfficeReader& office) {
  return runtime::count_by_time(campaign, office.working_days(), office.now());
}

std::string counts_shown(const runtime::TimeCounts& counts, const Context& context) {
  std::string shown;
  const auto names = model::names_of<TimeStatus>();
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (counts.by_status[i] > 0) {
      const auto status = static_cast<TimeStatus>(i);
      shown += fmt::format("{}{} {}", shown.empty() ? "" : "; ", counts.by_status[i],
                           context.say(runtime::words({status, 0})));
    }
  }
  if (counts.cancelled > 0) {
    shown += fmt::format("; {} {}", counts.cancelled,
                         context.say(model::words(model::TaskState::cancelled)));
  }
  return shown;
}

void list(const Options& options, Context& context) {
  const auto office = OfficeReader::open(options.folder, context);
  if (!office) {
    return;
  }
  if (context.json) {
    json::array all;
    for (const auto& [id, campaign] : office->state().campaigns) {
      all.push_back(
          api::to_json(campaign, owner_id(), api::Sight::everything(), office->look(context)));
    }
    print({{"campaigns", std::move(all)}});
    return;
  }
  Table table{{{context.say({"mã", "id"})},
               {context.say({"kế hoạch", "plan"}), true},
               {context.say({"trạng thái", "state"}), true},
               {context.say({"quá hạn", "overdue"})},
               {context.say({"xong", "done"})}}};
  for (const auto& [id, campaign] : office->state().campaigns) {
    const auto counts = counts_of(campaign, *office);
    const int done = counts.of(TimeStatus::done_in_time) + counts.of(TimeStatus::done_late);
    table.add({id.str(), campaign.plan->title, context.say(model::words(campaign.state)),
               std::to_string(counts.of(TimeStatus::overdue)),
               fmt::format("{}/{}", done, campaign.tasks.size())});
  }
  std::cout << table.draw(terminal_width());
}

/// "đạt 115 % kế hoạch (92/80 HTX); 12/BC-NV".
std::string result_shown(const model::Target& target, const model::Result& result,
                         const Context& context) {
  const auto document = result.document.empty() ? "" : "; " + result.document;
  return context.say(runtime::achievement_words(target, result)) + document;
}

void print_targets(const model::Campaign& campaign, const OfficeReader& office,
                   const Context& context) {
  if (campaign.plan->targets.empty()) {
    return;
  }
  Table table{{{context.say({"chỉ tiêu", "target"}), true},
               {context.say({"kế hoạch", "plan"}), true},
               {context.say({"kết quả", "result"}), true},
               {context.say({"tính đến", "as of"})},
               {context.say({"thời gian đã qua", "time passed"})}}};
  for (const auto& target : campaign.plan->targets) {
    const auto* latest = runtime::latest_result(campaign, target.id);
    const auto period = runtime::passed_period(target, *campaign.plan, office.now());
    table.add({fmt::format("{} ({})", target.title, target.id.str()),
               context.say(runtime::planned_words(target)),
               latest ? result_shown(target, *latest, context) : "–",
               latest ? to_vietnamese(latest->day) : "–",
               context.say(percent_text(period.percent))});
  }
  std::cout << '\n' << table.draw(terminal_width());
}

/// What is neither accepted nor cancelled, by state; one after another where the campaign closes.
void print_open(const model::Campaign& campaign, const Context& context) {
  std::map<model::TaskState, int> counts;
  int open = 0;
  Table table{{{context.say({"còn mở", "open"})},
               {context.say({"nhiệm vụ", "task"}), true},
               {context.say({"trạng thái", "state"})}}};
  for (model::TaskIndex task = 0; task < campaign.tasks.size(); ++task) {
    const auto state = campaign.tasks[task].state;
    if (!model::is_over(state)) {
      ++counts[state];
      ++open;
      table.add({campaign.plan->tasks[task].id.str(), campaign.plan->tasks[task].title,
                 context.say(model::words(state))});
    }
  }
  std::string shown;
  for (const auto& [state, count] : counts) {
    shown +=
        fmt::format("{}{} {}", shown.empty() ? "" : "; ", count, context.say(model::words(state)));
  }
  std::cout << context.say({"Còn mở", "Open"}) << ": " << open
            << (open > 0 ? " (" + shown + ")" : "") << '\n';
  if (open > 0 && campaign.state == model::CampaignState::closing) {
    std::cout << '\n' << table.draw(terminal_width());
  }
}

void print_amendments(const model::Campaign& campaign, const Context& context) {
  if (campaign.amendments.empty()) {
    return;
  }
  Table table{{{context.say({"phiên bản", "version"})},
               {context.say({"văn bản điều chỉnh", "amended by"}), true},
               {context.say({"ngày", "date"})},
               {context.say({"lý do", "reason"}), true},
               {context.say({"ghi lúc", "recorded at"})}}};
  for (const auto& amendment : campaign.amendments) {
    table.add({std::to_string(amendment.version), amendment.document.number,
               day_shown(amendment.document.date), amendment.reason, instant_shown(amendment.at)});
  }
  std::cout << '\n' << table.draw(terminal_width());
}

/// The summing-up report of a campaign that has been closed.
std::string report_shown(const model::Campaign& campaign, const Context& context) {
  return api::owes_report(campaign)
             ? context.say({"chưa có, còn phải báo cáo tổng kết", "none yet: it is still owed"})
             : campaign.report_document;
}

void print_campaign(const model::Campaign& campaign, const OfficeReader& office,
                    const Context& context) {
  const auto& plan = *campaign.plan;
  const auto line = [&](const Text& what, const std::string& value) {
    std::cout << context.say(what) << ": " << value << '\n';
  };
  std::cout << plan.title << " (" << campaign.id.str() << ")\n";
  if (!plan.document.number.empty()) {
    line({"Văn bản", "Document"}, plan.document.number);
  }
  line({"Trạng thái", "State"}, context.say(model::words(campaign.state)));
  line({"Thời gian", "Period"},
       to_vietnamese(plan.period.first) + " - " + to_vietnamese(plan.period.last));
  line({"Ban hành", "Issued"}, instant_shown(campaign.issued_at));
  line({"Giai đoạn", "Phases"}, fmt::format("{}", fmt::join(runtime::phases(campaign), "; ")));
  line({"Nhiệm vụ", "Tasks"}, fmt::format("{}: {}", campaign.tasks.size(),
                                          counts_shown(counts_of(campaign, office), context)));
  if (campaign.state == model::CampaignState::closed) {
    line({"Báo cáo tổng kết", "Summing-up report"}, report_shown(campaign, context));
  }
  for (const auto& [anchor, day] : campaign.anchors) {
    std::cout << anchor << ": " << to_vietnamese(day) << '\n';
  }
  for (const auto& anchor : decide::awaited_anchors(campaign, office.state().office,
                                                    [](const model::Task&) { return true; })) {
    line({anchor, anchor}, context.say({"chưa biết ngày nào", "the day is not known yet"}));
  }
  print_open(campaign, context);
  print_amendments(campaign, context);
  print_targets(campaign, office, context);
}

void show(const Options& options, Context& context) {
  const auto office = OfficeReader::open(options.folder, context);
  const auto* campaign = office ? find_campaign(office->state(), options.id, context) : nullptr;
  if (campaign == nullptr) {
    return;
  }
  std::vector<runtime::HistoryEntry> entries;
  if (options.history) {
    auto read = runtime::history(office->journal(), {campaign->id, {}, office->before()});
    if (read.has_error()) {
      complain(context, outside(read.error()));
      return;
    }
    entries = std::move(*read);
  }
  if (context.json) {
    auto document =
        api::detail_json(*campaign, owner_id(), api::Sight::everything(), office->look(context));
    if (options.history) {
      json::array all;
      for (const auto& entry : entries) {
        all.push_back(api::to_json(entry, context.language));
      }
      document["history"] = std::move(all);
    }
    print(document);
    return;
  }
  print_campaign(*campaign, *office, context);
  if (options.history) {
    std::cout << '\n' << drawn(entries, context);
  }
}

}  // namespace

void add_campaign_views(CLI::App& campaign, Context& context) {
  auto listed = std::make_shared<Options>();
  CLI::App* all = campaign.add_subcommand("list", "the campaigns of the folder");
  add_reading_options(*all, listed->folder);
  all->callback([listed, &context] { list(*listed, context); });

  auto shown = std::make_shared<Options>();
  CLI::App* one =
      campaign.add_subcommand("show", "one campaign: phases, tasks in numbers, targets");
  one->add_option("ID", shown->id, "the campaign; may be left out where there is only one");
  one->add_flag("--history", shown->history, "all that happened in it");
  add_reading_options(*one, shown->folder);
  one->callback([shown, &context] { show(*shown, context); });
}

}  // namespace tiendo::cli
