#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <memory>

#include "change.hpp"
#include "model/merger.hpp"
#include "office_commands.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;

struct Options : ChangeOptions {
  std::vector<std::string> from;
  std::string into;
  std::string on;
  std::string reason;
  std::vector<std::string> tasks;
};

/// `CAMPAIGN/TASK=TREATMENT:REASON`; nothing where it is not like that.
std::optional<json::object> task_of(const std::string& word) {
  const auto slash = word.find('/');
  const auto equals = word.find('=');
  if (slash == std::string::npos || equals == std::string::npos || equals < slash) {
    return std::nullopt;
  }
  const auto colon = std::min(word.find(':', equals), word.size());
  const auto treatment = word.substr(equals + 1, colon - equals - 1);
  if (!model::named<model::Treatment>(treatment)) {
    return std::nullopt;
  }
  return json::object{{"campaign", word.substr(0, slash)},
                      {"task", word.substr(slash + 1, equals - slash - 1)},
                      {"treatment", treatment},
                      {"reason", word.substr(std::min(colon + 1, word.size()))}};
}

/// False, having complained, where a word is not like that.
bool put_tasks(const std::vector<std::string>& words, json::object& body, Context& context) {
  json::array tasks;
  for (const auto& word : words) {
    auto task = task_of(word);
    if (!task) {
      complain(context,
               {Exit::bad_input,
                "bad_task",
                {fmt::format("--task: “{}” phải có dạng ĐỢT/NHIỆM_VỤ=transfer, "
                             "ĐỢT/NHIỆM_VỤ=supersede:LÝ DO hoặc ĐỢT/NHIỆM_VỤ=cancel:LÝ DO",
                             word),
                 fmt::format("--task: '{}' has to be like CAMPAIGN/TASK=transfer, "
                             "CAMPAIGN/TASK=supersede:REASON or CAMPAIGN/TASK=cancel:REASON",
                             word)}});
      return false;
    }
    tasks.push_back(std::move(*task));
  }
  body["tasks"] = std::move(tasks);
  return true;
}

void merge(const Options& options, Context& context) {
  json::object body{{"from", json::array(options.from.begin(), options.from.end())},
                    {"into", options.into},
                    {"document", options.folder.document},
                    {"reason", options.reason}};
  if (!put_day(options.on, "day", body, context) || !put_tasks(options.tasks, body, context)) {
    return;
  }
  if (const auto office =
          OfficeWriter::open(options.folder, OfficeWriter::Missing::is_an_error, context)) {
    carry_out_change(*office, {.path = api_path({"mergers"}), .body = json::serialize(body)},
                     options, context);
  }
}

}  // namespace

void add_unit_merge(CLI::App& unit, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = unit.add_subcommand(
      "merge", "units become one on a day: open tasks and people go to it; see --preview");
  command->add_option("FROM", options->from, "the units that are no more then")->required();
  command->add_option("--into", options->into, "the unit that comes after")
      ->type_name("ID")
      ->required();
  command->add_option("--on", options->on, "its first day in their place")
      ->type_name("DAY")
      ->required();
  add_writing_options(*command, options->folder, "the number of the document that orders it");
  command->get_option("--document")->required();
  command->add_option("--reason", options->reason, "why")->required();
  command
      ->add_option("--task", options->tasks,
                   "a task that is not simply transferred: transfer, supersede:REASON or "
                   "cancel:REASON")
      ->type_name("CAMPAIGN/TASK=WHAT");
  add_preview_option(*command, *options);
  command->callback([options, &context] { merge(*options, context); });
}

}  // namespace tiendo::cli
