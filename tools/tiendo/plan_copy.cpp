#include "definition/plan_copy.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>

#include "api/finding_json.hpp"
#include "complain.hpp"
#include "definition/file.hpp"
#include "definition/holidays.hpp"
#include "plan_commands.hpp"

namespace tiendo::cli {
namespace {

namespace fs = std::filesystem;

struct CopyOptions {
  std::string file;
  int year = 0;
  std::string output;  // empty: standard output
};

/// Whether the draft is in the file, which was not there before.
bool write(const std::string& path, const std::string& text, Context& context) {
  std::error_code ignored;
  if (fs::exists(path, ignored)) {
    complain(context, {Exit::refused,
                       "file_exists",
                       {fmt::format("{} đã có: chọn tên khác", path),
                        fmt::format("{} is there already: choose another name", path)}});
    return false;
  }
  std::ofstream out{path, std::ios::binary};
  out << text << std::flush;
  if (!out) {
    complain(
        context,
        {Exit::outside_failed, "not_written", {"không ghi được " + path, "cannot write " + path}});
  }
  return out.good();
}

/// The doubts, by their places in the draft.
void tell(std::vector<definition::Finding> doubts, const CopyOptions& options,
          const Context& context) {
  for (auto& doubt : doubts) {
    doubt.file = options.output.empty() ? doubt.file : options.output;
    std::cerr << to_string(doubt, context.language) << '\n';
  }
}

void copy(const CopyOptions& options, Context& context) {
  const auto text = read_or_complain(options.file, context);
  if (!text) {
    return;
  }
  const auto copied =
      definition::copy_plan(*text, options.file, definition::companions_of(options.file),
                            definition::built_in_working_days(), options.year);
  if (!copied.value) {
    complain(context, copied.findings);
    return;
  }
  if (!options.output.empty() && !write(options.output, copied.value->text, context)) {
    return;
  }
  if (context.json) {
    print({{"from", copied.value->from},
           {"year", options.year},
           {"text", copied.value->text},
           {"doubts", api::to_json(copied.value->doubts, context.language)}});
    return;
  }
  if (options.output.empty()) {
    std::cout << copied.value->text;
  }
  tell(copied.value->doubts, options, context);
  note(context, {fmt::format("bản thảo năm {} từ kế hoạch năm {}: {} điểm cần xem lại",
                             options.year, copied.value->from, copied.value->doubts.size()),
                 fmt::format("a draft for {} from the plan of {}: {} places to look at",
                             options.year, copied.value->from, copied.value->doubts.size())});
}

}  // namespace

void add_plan_copy(CLI::App& plan, Context& context) {
  auto options = std::make_shared<CopyOptions>();
  CLI::App* command = plan.add_subcommand(
      "copy", "a draft for another year, and all that has to be looked at in it");
  command->add_option("FILE", options->file, "the plan of the year before; - is standard input")
      ->required();
  command->add_option("--to", options->year, "the year of the draft")->required();
  command->add_option("--output", options->output, "a new file; without it standard output");
  command->callback([options, &context] { copy(*options, context); });
}

}  // namespace tiendo::cli
