// The password by which somebody signs in: kept where it can be erased, as a hash.
#include <boost/json/serialize.hpp>
#include <iostream>
#include <memory>

#include "lines.hpp"
#include "outcome.hpp"
#include "server/passwords.hpp"
#include "user_commands.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;

struct Options {
  FolderOptions folder;
  std::string user;
  bool from_input = false;
};

constexpr std::size_t line_bytes_max = 4 * server::password_length_max;

/// What was typed; nothing, having complained, where it may not be.
std::optional<std::string> read_password(const Options& options, Context& context) {
  std::string line;
  if (!next_line(std::cin, line, line_bytes_max)) {
    complain(context, {Exit::bad_input,
                       "no_password",
                       {"đầu vào chuẩn không có dòng nào: hãy đưa mật khẩu vào đó",
                        "there is no line on standard input: give the password there"}});
    return std::nullopt;
  }
  if (const auto why = server::why_unfit(line, model::UserId{options.user})) {
    complain(context, {Exit::bad_input, "unfit_password", *why});
    return std::nullopt;
  }
  return line;
}

void set(const Options& options, Context& context) {
  json::object body;
  if (options.from_input) {
    const auto password = read_password(options, context);
    if (!password) {
      return;
    }
    body["password"] = *password;
  }
  const auto office =
      OfficeWriter::open(options.folder, OfficeWriter::Missing::is_an_error, context);
  const auto outcome = office == nullptr
                           ? std::nullopt
                           : ask(*office,
                                 {.method = api::Method::put,
                                  .path = api_path({"users", options.user, "password"}),
                                  .body = json::serialize(body)},
                                 context);
  if (!outcome) {
    return;
  }
  if (context.json) {
    print(*outcome);
    return;
  }
  if (const auto* made = outcome->if_contains("password")) {
    std::cout << std::string_view{made->as_string()} << '\n';
  }
  note(context, {"đã đặt mật khẩu; người đó phải đổi nó khi đăng nhập lần đầu",
                 "the password is set; it has to be changed at the first sign-in"});
}

}  // namespace

void add_user_password(CLI::App& user, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      user.add_subcommand("password", "a first password for somebody: made and printed once");
  command->add_option("USER", options->user, "who")->required();
  command->add_flag("--stdin", options->from_input,
                    "read it from the first line of standard input");
  add_writing_options(*command, options->folder);
  command->callback([options, &context] { set(*options, context); });
}

}  // namespace tiendo::cli
