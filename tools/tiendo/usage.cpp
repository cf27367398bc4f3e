#include "usage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>
#include <iostream>

#include "base/fold.hpp"
#include "definition/wording.hpp"
#include "definition/yaml_text.hpp"
#include "folder_options.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;

/// The common options, which may not have been read when the line was given up.
Context with_common(const std::vector<std::string>& words, Context context) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto& word = words[i];
    context.json = context.json || word == "--json";
    const auto language = word.starts_with("--lang=")                ? word.substr(7)
                          : word == "--lang" && i + 1 < words.size() ? words[i + 1]
                                                                     : std::string{};
    if (language == "vi" || language == "en") {
      context.language = language == "vi" ? Language::vi : Language::en;
    }
  }
  return context;
}

/// The innermost command that the line names.
const CLI::App& named(const CLI::App& app) {
  const CLI::App* command = &app;
  for (auto inside = command->get_subcommands(); !inside.empty();
       inside = command->get_subcommands()) {
    command = inside.back();
  }
  return *command;
}

std::vector<std::string> commands_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  return names;
}

std::vector<std::string> options_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const auto* command = &app; command != nullptr; command = command->get_parent()) {
    for (const auto* option : command->get_options()) {
      for (const auto& name : option->get_lnames()) {
        names.push_back("--" + name);
      }
    }
  }
  return names;
}

Text unknown(const std::string& word, const CLI::App& command) {
  const bool is_option = word.starts_with('-');
  const auto names = is_option ? options_of(command) : commands_of(command);
  if (names.empty()) {
    return {
        fmt::format("thừa “{}”: bỏ đi, hoặc đặt cả cụm trong dấu nháy", word),
        fmt::format("'{}' is not expected: take it out, or quote all that belongs together", word)};
  }
  const std::vector<std::string_view> views{names.begin(), names.end()};
  const auto meant = definition::suggestion(word, views);
  return is_option ? Text{fmt::format("không có tùy chọn “{}”; {}", word, meant.vi),
                          fmt::format("there is no option '{}'; {}", word, meant.en)}
                   : Text{fmt::format("không có lệnh “{}”; {}", word, meant.vi),
                          fmt::format("there is no command '{}'; {}", word, meant.en)};
}

/// What stands before the first `end` in what CLI11 says.
std::string before(const std::string& said, std::string_view end) {
  return said.substr(0, said.find(end));
}

/// Of an option or an argument that is given without a value.
Text of_nothing(const std::string& name, const CLI::App& command) {
  const auto* option = command.get_option_no_throw(name);
  if (option != nullptr && option->get_required()) {
    return {fmt::format("{} chưa có giá trị: ghi vào", name),
            fmt::format("{} is empty: fill it in", name)};
  }
  return {fmt::format("{} chưa có giá trị: ghi vào, hoặc bỏ đi", name),
          fmt::format("{} is empty: fill it in, or leave it out", name)};
}

/// The mistake in the two languages. What is rare stays as CLI11 says it.
Text words_of(const CLI::App& app, const CLI::ParseError& error) {
  const auto& command = named(app);
  const std::string said = error.what();
  const auto unread = app.remaining(true);
  if (!unread.empty()) {
    return unknown(unread.front(), command);
  }
  if (said.starts_with("--lang:")) {
    return {"--lang là vi hoặc en", "--lang is vi or en"};
  }
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    if (said.starts_with("A subcommand")) {
      const auto names = fmt::format("{}", fmt::join(commands_of(command), ", "));
      return {fmt::format("cần một lệnh con: {}", names),
              fmt::format("a command is needed: {}", names)};
    }
    const auto name = before(said, " is required");
    return {fmt::format("thiếu {}", name), fmt::format("{} is missing", name)};
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    const auto name = before(said, ":");
    return {fmt::format("{}: không đúng số giá trị ({})", name, said),
            fmt::format("{}: the wrong number of values ({})", name, said)};
  }
  if (dynamic_cast<const CLI::ExcludesError*>(&error) != nullptr) {
    const auto first = before(said, " excludes ");
    const auto second = said.substr(std::min(said.size(), first.size() + 10));
    return {fmt::format("không dùng {} cùng với {}: bỏ một trong hai", first, second),
            fmt::format("{} and {} exclude each other: take one out", first, second)};
  }
  if (dynamic_cast<const CLI::RequiresError*>(&error) != nullptr) {
    const auto first = before(said, " requires ");
    const auto second = said.substr(std::min(said.size(), first.size() + 10));
    return {fmt::format("{} phải đi cùng {}: thêm {}", first, second, second),
            fmt::format("{} goes with {}: add {}", first, second, second)};
  }
  if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr ||
      dynamic_cast<const CLI::ConversionError*>(&error) != nullptr) {
    if (const auto name = before(said, std::string{": "} + said_of_nothing); name != said) {
      return of_nothing(name, command);
    }
    return {fmt::format("giá trị không dùng được: {}", said),
            fmt::format("a value that cannot be used: {}", said)};
  }
  return {said, said};
}

/// Says what is wrong with the line; what the program ends with.
int end_wrong(const std::string& message, const Context& context) {
  std::cerr << "tiendo: " << message << '\n'
            << context.say({"Thêm --help để xem cách dùng.", "Add --help to see the usage."})
            << '\n';
  if (context.json) {
    std::cout << json::serialize(json::object{{"error", message}, {"code", "usage"}}) << '\n';
    std::cout.flush();
    if (!std::cout) {
      return static_cast<int>(Exit::outside_failed);
    }
  }
  return static_cast<int>(Exit::bad_input);
}

}  // namespace

void want_something(CLI::App& app) {
  for (auto* option : app.get_options([](const CLI::Option* one) { return one->get_required(); })) {
    option->check(something());
  }
  for (auto* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    want_something(*command);
  }
}

int end_unrun(const CLI::App& app, const CLI::ParseError& error,
              const std::vector<std::string>& words, const Context& given) {
  if (error.get_exit_code() == 0) {  // help or version
    static_cast<void>(app.exit(error));
    std::cout.flush();
    return static_cast<int>(std::cout ? Exit::done : Exit::outside_failed);
  }
  const auto context = with_common(words, given);
  return end_wrong(context.say(words_of(app, error)), context);
}

std::optional<int> end_unreadable(const std::vector<std::string>& words, const Context& given) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_utf8(words[i]) || !definition::shows_as_written(words[i])) {
      const auto context = with_common(words, given);
      return end_wrong(
          context.say({fmt::format("từ thứ {} không phải là chữ đọc được: viết bằng UTF-8, không "
                                   "có ký tự điều khiển hay ký tự đổi chiều chữ",
                                   i + 1),
                       fmt::format("word {} is no text that can be read: write UTF-8, without "
                                   "control characters and those that turn the direction",
                                   i + 1)}),
          context);
    }
  }
  return std::nullopt;
}

}  // namespace tiendo::cli
