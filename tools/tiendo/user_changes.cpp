#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <memory>

#include "office_commands.hpp"
#include "outcome.hpp"
#include "runtime/office_import.hpp"
#include "user_commands.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;

struct Options {
  FolderOptions folder;
  std::string user;
  std::string name;
  std::string role;
  std::string unit;
  std::string from;
  std::string until;
};

/// The post of the arguments; nothing, having complained, where they say none.
std::optional<json::object> read_post(const Options& options, Context& context) {
  const auto role = runtime::role_in_words(options.role);
  if (!role) {
    complain(context,
             {Exit::bad_input,
              "unknown_role",
              {fmt::format("không có vai trò “{}”: dùng staff, head, leader, office, "
                           "administrator hoặc viewer",
                           options.role),
               fmt::format("no role '{}': use staff, head, leader, office, administrator or viewer",
                           options.role)}});
    return std::nullopt;
  }
  json::object post{{"role", model::name(*role)}};
  if (!options.unit.empty()) {
    post["unit"] = options.unit;
  }
  const bool read = put_day(options.from, "from", post, context) &&
                    put_day(options.until, "until", post, context);
  return read ? std::optional{std::move(post)} : std::nullopt;
}

void give(const Options& options, OfficeWriter::Missing missing, const std::string& path,
          const json::object& body, Context& context) {
  if (const auto office = OfficeWriter::open(options.folder, missing, context)) {
    carry_out(*office, {.path = path, .body = json::serialize(body)}, context);
  }
}

void add_post_options(CLI::App& command, Options& options) {
  command
      .add_option("--role", options.role,
                  "staff, head, leader, office, administrator or viewer, or in Vietnamese")
      ->type_name("ROLE")
      ->required();
  command.add_option("--unit", options.unit, "the unit of staff and heads")->type_name("UNIT");
}

void add_add(CLI::App& user, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = user.add_subcommand("add", "somebody who may give commands from now on");
  command->add_option("USER", options->user, "a short name: a-z, 0-9, '-', '.', '_'")->required();
  command->add_option("--name", options->name, "the full name")->type_name("NAME")->required();
  add_post_options(*command, *options);
  command->add_option("--from", options->from, "first day of the post")->type_name("DAY");
  command->add_option("--until", options->until, "its last day")->type_name("DAY");
  add_writing_options(*command, options->folder);
  command->callback([options, &context] {
    if (auto post = read_post(*options, context)) {
      give(*options, OfficeWriter::Missing::is_made, api_path({"users"}),
           {{"user", options->user},
            {"name", options->name},
            {"posts", json::array{std::move(*post)}}},
           context);
    }
  });
}

void add_rename(CLI::App& user, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = user.add_subcommand("rename", "another full name");
  command->add_option("USER", options->user, "who")->required();
  command->add_option("NAME", options->name, "the full name from now on")->required();
  add_writing_options(*command, options->folder);
  command->callback([options, &context] {
    give(*options, OfficeWriter::Missing::is_an_error, api_path({"users", options->user, "rename"}),
         {{"name", options->name}}, context);
  });
}

void add_post(CLI::App& user, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = user.add_subcommand("post", "a further post");
  command->add_option("USER", options->user, "who")->required();
  add_post_options(*command, *options);
  command->add_option("--from", options->from, "its first day")->type_name("DAY");
  command->add_option("--until", options->until, "its last day")->type_name("DAY");
  add_writing_options(*command, options->folder);
  command->callback([options, &context] {
    if (const auto post = read_post(*options, context)) {
      give(*options, OfficeWriter::Missing::is_an_error,
           api_path({"users", options->user, "posts"}), *post, context);
    }
  });
}

void add_end_post(CLI::App& user, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = user.add_subcommand("end-post", "the last day of a post");
  command->add_option("USER", options->user, "who")->required();
  add_post_options(*command, *options);
  command->add_option("--until", options->until, "its last day")->type_name("DAY")->required();
  add_writing_options(*command, options->folder);
  command->callback([options, &context] {
    if (const auto post = read_post(*options, context)) {
      give(*options, OfficeWriter::Missing::is_an_error,
           api_path({"users", options->user, "posts", "end"}), *post, context);
    }
  });
}

}  // namespace

bool put_day(const std::string& text, std::string_view key, json::object& body, Context& context) {
  if (text.empty()) {
    return true;
  }
  const auto day = runtime::day_in_words(text);
  if (!day) {
    complain(context, {Exit::bad_input,
                       "bad_argument",
                       {fmt::format("“{}” không phải là một ngày: hãy ghi như 2025-04-20", text),
                        fmt::format("'{}' is not a day: write it like 2025-04-20", text)}});
    return false;
  }
  body[key] = to_string(*day);
  return true;
}

void add_user_changes(CLI::App& user, Context& context) {
  add_add(user, context);
  add_rename(user, context);
  add_post(user, context);
  add_end_post(user, context);
}

}  // namespace tiendo::cli
