#include <fmt/format.h>

#include <boost/json.hpp>
#include <iostream>
#include <memory>

#include "base/result.hpp"
#include "complain.hpp"
#include "definition/draw_mermaid.hpp"
#include "plan_commands.hpp"
#include "read_plan.hpp"

namespace tiendo::cli {
namespace {

struct DrawOptions {
  std::string file;
  std::string format = "mermaid";
  std::string task;
  std::string kind;
};

/// The procedure of a kind, under the title of what it is drawn for.
Result<std::string> procedure_drawn(const model::Plan& plan, const model::KindId& id,
                                    const std::string& title, Language language) {
  const auto kind = plan.kinds.find(id);
  if (kind == plan.kinds.end()) {
    std::vector<std::string> known;
    for (const auto& [name, value] : plan.kinds) {
      known.push_back(name.str());
    }
    const auto names = fmt::format("{}", fmt::join(known, ", "));
    return Error{
        {fmt::format("kế hoạch không dùng loại nhiệm vụ “{}”; có: {}", id.str(), names),
         fmt::format("the plan has no task of the kind '{}'; there are: {}", id.str(), names)},
        {}};
  }
  if (!kind->second.procedure) {
    return Error{{fmt::format("loại nhiệm vụ “{}” không có quy trình để vẽ", id.str()),
                  fmt::format("the kind '{}' has no procedure to draw", id.str())},
                 {}};
  }
  return definition::draw_mermaid(plan, kind->second, title.empty() ? kind->second.title : title,
                                  language);
}

Result<std::string> drawn(const model::Plan& plan, const DrawOptions& options, Language language) {
  if (!options.kind.empty()) {
    return procedure_drawn(plan, model::KindId{options.kind}, {}, language);
  }
  if (options.task.empty()) {
    return definition::draw_mermaid(plan, language);
  }
  const auto task = plan.find(model::TaskId{options.task});
  if (!task) {
    return Error{
        {fmt::format("kế hoạch không có nhiệm vụ “{}”; xem tiendo plan show", options.task),
         fmt::format("the plan has no task '{}'; see tiendo plan show", options.task)},
        {}};
  }
  const auto& planned = plan.tasks[*task];
  return procedure_drawn(plan, planned.kind, planned.title, language);
}

void run(const DrawOptions& options, Context& context) {
  if (options.format != "mermaid") {
    complain(context,
             {Exit::bad_input,
              "unknown_format",
              {fmt::format("chưa vẽ được dạng “{}”; dùng --format mermaid", options.format),
               fmt::format("the format '{}' is not there; use --format mermaid", options.format)}});
    return;
  }
  const auto read = read_plan_or_complain(options.file, context);
  if (!read) {
    return;
  }
  const auto text = drawn(*read->plan, options, context.language);
  if (text.has_error()) {
    const auto& why = text.error().message;
    complain(context, {Exit::bad_input,
                       "cannot_draw",
                       {options.file + ": " + why.vi, options.file + ": " + why.en}});
    return;
  }
  if (context.json) {
    std::cout << boost::json::serialize(
                     boost::json::object{{"format", options.format}, {"text", *text}})
              << '\n';
  } else {
    std::cout << *text;
  }
}

}  // namespace

void add_plan_draw(CLI::App& plan, Context& context) {
  const auto options = std::make_shared<DrawOptions>();
  CLI::App* command = plan.add_subcommand(
      "draw", "the phases of a plan, or the procedure of a task or kind, as a diagram");
  command->add_option("FILE", options->file, "the plan; - is standard input")->required();
  command->add_option("--format", options->format, "mermaid: a state diagram (stateDiagram-v2)")
      ->capture_default_str();
  auto* task = command->add_option("--task", options->task, "draw the procedure of this task");
  command->add_option("--kind", options->kind, "draw the procedure of this kind")->excludes(task);
  command->callback([options, &context] { run(*options, context); });
}

}  // namespace tiendo::cli
