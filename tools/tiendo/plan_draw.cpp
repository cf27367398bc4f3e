#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "api/plan_drawing.hpp"
#include "complain.hpp"
#include "plan_commands.hpp"
#include "read_plan.hpp"

namespace tiendo::cli {
namespace {

struct DrawOptions {
  std::string file;
  std::string format = "mermaid";
  api::DrawingWish wish;
};

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
  const auto text = api::draw(*read->plan, options.wish, context.language);
  if (text.has_error()) {
    const auto& why = text.error().message;
    complain(context, {Exit::bad_input,
                       "cannot_draw",
                       {options.file + ": " + why.vi, options.file + ": " + why.en}});
    return;
  }
  if (context.json) {
    print({{"format", options.format}, {"text", *text}});
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
  auto* task = command->add_option("--task", options->wish.task, "draw the procedure of this task");
  command->add_option("--kind", options->wish.kind, "draw the procedure of this kind")
      ->excludes(task);
  command->callback([options, &context] { run(*options, context); });
}

}  // namespace tiendo::cli
