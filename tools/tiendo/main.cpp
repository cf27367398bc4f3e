#include <cstdlib>
#include <exception>
#include <iostream>
#include <string_view>

#include "command.hpp"

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
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : static_cast<int>(Exit::bad_input);
  }
  std::cout.flush();
  return static_cast<int>(std::cout ? context.exit : Exit::outside_failed);
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
