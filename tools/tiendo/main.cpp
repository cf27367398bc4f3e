#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdlib>
#include <exception>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "command.hpp"
#include "complain.hpp"
#include "usage.hpp"

namespace {

using tiendo::cli::Context;
using tiendo::cli::Exit;

tiendo::Language language_of_locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') {
      return std::string_view{value}.starts_with("en") ? tiendo::Language::en
                                                       : tiendo::Language::vi;
    }
  }
  return tiendo::Language::vi;
}

int run(int argc, char** argv) {
  // Standard output is for results.
  spdlog::set_default_logger(spdlog::stderr_logger_st("tiendo"));
  spdlog::set_level(spdlog::level::warn);
  Context context{.language = language_of_locale()};
  CLI::App app{"tiendo: the yearly campaign plans of a Cooperative Alliance, run as declared"};
  app.set_version_flag("--version", "tiendo " TIENDO_VERSION);
  app.require_subcommand(1);
  app.fallthrough();
  app.add_option("--lang", context.language, "language of the messages: vi or en")
      ->transform(CLI::CheckedTransformer(std::map<std::string, tiendo::Language>{
          {"vi", tiendo::Language::vi}, {"en", tiendo::Language::en}}));
  app.add_flag("--json", context.json, "one JSON document on standard output");
  tiendo::cli::add_plan_commands(app, context);
  tiendo::cli::add_calendar_commands(app, context);
  tiendo::cli::add_chart_commands(app, context);
  tiendo::cli::add_campaign_commands(app, context);
  tiendo::cli::add_task_commands(app, context);
  tiendo::cli::add_inbox_commands(app, context);
  tiendo::cli::add_user_commands(app, context);
  tiendo::cli::add_unit_commands(app, context);
  tiendo::cli::add_holiday_commands(app, context);
  tiendo::cli::add_office_commands(app, context);
  tiendo::cli::add_journal_commands(app, context);
  tiendo::cli::add_backup_commands(app, context);
  tiendo::cli::add_serve_command(app, context);
  tiendo::cli::want_something(app);
  // Before the words are looked at: they are those of another command.
  if (argc > 1 && std::string_view{argv[1]} == "complete") {
    tiendo::cli::complete(app, {argv + 2, argv + argc});
    return 0;
  }
  const std::vector<std::string> words{argv + 1, argv + argc};
  if (const auto end = tiendo::cli::end_unreadable(words, context)) {
    return *end;
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return tiendo::cli::end_unrun(app, error, words, context);
  }
  std::cout.flush();
  if (!std::cout) {
    tiendo::cli::note(context, {"không ghi được câu trả lời ra đầu ra chuẩn; việc đã ghi vẫn còn, "
                                "xem lại bằng task show hoặc journal export",
                                "the answer cannot be written to standard output; what was "
                                "recorded stays: look with task show or journal export"});
    return static_cast<int>(Exit::outside_failed);
  }
  return static_cast<int>(context.exit);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "tiendo: " << error.what() << '\n';
    return static_cast<int>(Exit::outside_failed);
  }
}
