// By what somebody is let in beside the password: sessions, and tokens of programs.
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <iostream>
#include <memory>

#include "outcome.hpp"
#include "table.hpp"
#include "user_commands.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;

struct Options {
  FolderOptions folder;
  std::string user;
  std::string id;
  std::string name;
  std::string scope = "read";
  std::string expires;
};

/// What the office answers about the account of the user; nothing, having complained, where it was
/// refused.
std::optional<json::object> ask_about(const Options& options, api::Method method,
                                      std::initializer_list<std::string_view> path,
                                      const json::object& body, Context& context) {
  const auto office =
      OfficeWriter::open(options.folder, OfficeWriter::Missing::is_an_error, context);
  if (office == nullptr) {
    return std::nullopt;
  }
  return ask(*office,
             {.method = method,
              .path = api_path(path),
              .body = method == api::Method::post ? json::serialize(body) : std::string{}},
             context);
}

/// A member of an answer as a cell of a table; "–" where it is null.
std::string shown(const json::value& one, std::string_view key) {
  const auto* text = one.at(key).if_string();
  return text == nullptr ? "–" : std::string{*text};
}

/// Prints the list `name` of the answer, a column a member.
void print_list(const json::object& answer, std::string_view name,
                const std::vector<std::pair<std::string_view, Text>>& members,
                const Context& context) {
  if (context.json) {
    print(answer);
    return;
  }
  std::vector<Table::Column> columns;
  for (const auto& [key, title] : members) {
    columns.push_back({context.say(title), true});
  }
  Table table{std::move(columns)};
  for (const auto& one : answer.at(name).as_array()) {
    std::vector<Table::Cell> cells;
    for (const auto& [key, title] : members) {
      cells.emplace_back(shown(one, key));
    }
    table.add(std::move(cells));
  }
  if (!table.empty()) {
    std::cout << table.draw(terminal_width());
  }
}

void list_sessions(const Options& options, Context& context) {
  const auto answer =
      ask_about(options, api::Method::get, {"users", options.user, "sessions"}, {}, context);
  if (answer) {
    print_list(*answer, "sessions",
               {{"id", {"mã", "id"}},
                {"made_at", {"từ", "since"}},
                {"seen_at", {"gần nhất", "last seen"}},
                {"expires_at", {"đến", "until"}},
                {"address", {"địa chỉ", "address"}},
                {"program", {"chương trình", "program"}}},
               context);
  }
}

void end_session(const Options& options, Context& context) {
  const auto answer =
      options.id.empty()
          ? ask_about(options, api::Method::del, {"users", options.user, "sessions"}, {}, context)
          : ask_about(options, api::Method::del, {"users", options.user, "sessions", options.id},
                      {}, context);
  if (answer && context.json) {
    print(*answer);
  } else if (answer) {
    std::cout << context.say(options.id.empty()
                                 ? Text{"đã kết thúc mọi phiên và mã truy cập của người này",
                                        "all sessions and tokens of that person have ended"}
                                 : Text{"đã kết thúc phiên", "the session has ended"})
              << '\n';
  }
}

void list_tokens(const Options& options, Context& context) {
  const auto answer =
      ask_about(options, api::Method::get, {"users", options.user, "tokens"}, {}, context);
  if (answer) {
    print_list(*answer, "tokens",
               {{"id", {"mã", "id"}},
                {"name", {"để làm gì", "what for"}},
                {"scope", {"phạm vi", "scope"}},
                {"expires_at", {"đến", "until"}},
                {"used_at", {"dùng gần nhất", "last used"}}},
               context);
  }
}

/// A day lasts to its end; an instant is taken as it is.
std::string instant_of(const std::string& text) {
  const auto day = parse_day(text);
  return day ? to_string(end_of(*day)) : text;
}

void make_token(const Options& options, Context& context) {
  const auto answer = ask_about(options, api::Method::post, {"users", options.user, "tokens"},
                                {{"name", options.name},
                                 {"scope", options.scope},
                                 {"expires_at", instant_of(options.expires)}},
                                context);
  if (answer && context.json) {
    print(*answer);
  } else if (answer) {
    std::cout << shown(*answer, "secret") << '\n';
    note(context, {"mã truy cập chỉ hiện lần này: chép lại ngay, giữ như mật khẩu",
                   "the token is shown this once: copy it now and keep it like a password"});
  }
}

void end_token(const Options& options, Context& context) {
  const auto answer = ask_about(options, api::Method::del,
                                {"users", options.user, "tokens", options.id}, {}, context);
  if (answer && context.json) {
    print(*answer);
  } else if (answer) {
    std::cout << context.say({"đã thu hồi mã truy cập", "the token is revoked"}) << '\n';
  }
}

/// A subcommand about the account of USER.
CLI::App* add(CLI::App& group, const char* name, const char* help,
              const std::shared_ptr<Options>& options, void (*run)(const Options&, Context&),
              Context& context) {
  CLI::App* command = group.add_subcommand(name, help);
  command->add_option("USER", options->user, "who")->required();
  add_writing_options(*command, options->folder);
  command->callback([options, run, &context] { run(*options, context); });
  return command;
}

void add_sessions(CLI::App& user, Context& context) {
  CLI::App* sessions = user.add_subcommand("sessions", "where somebody is signed in");
  sessions->require_subcommand(1);
  add(*sessions, "list", "where somebody is signed in", std::make_shared<Options>(), list_sessions,
      context);
  const auto ended = std::make_shared<Options>();
  add(*sessions, "end", "end one session of somebody, or all with all tokens", ended, end_session,
      context)
      ->add_option("ID", ended->id, "the session; without it all sessions and tokens");
}

void add_tokens(CLI::App& user, Context& context) {
  CLI::App* tokens = user.add_subcommand("token", "by which programs act for somebody");
  tokens->require_subcommand(1);
  add(*tokens, "list", "the tokens of somebody", std::make_shared<Options>(), list_tokens, context);
  const auto made = std::make_shared<Options>();
  auto* make =
      add(*tokens, "make", "a token for a program: printed once", made, make_token, context);
  make->add_option("--name", made->name, "what it is for")->type_name("NAME")->required();
  make->add_option("--scope", made->scope, "read, or write")
      ->check(CLI::IsMember({"read", "write"}))
      ->capture_default_str();
  make->add_option("--expires", made->expires, "its last day, or an instant")
      ->type_name("DAY")
      ->required();
  const auto ended = std::make_shared<Options>();
  add(*tokens, "end", "revoke a token", ended, end_token, context)
      ->add_option("ID", ended->id, "the token")
      ->required();
}

}  // namespace

void add_user_access(CLI::App& user, Context& context) {
  add_sessions(user, context);
  add_tokens(user, context);
}

}  // namespace tiendo::cli
