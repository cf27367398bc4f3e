#include "serve_mail.hpp"

#include <algorithm>

#include "complain.hpp"
#include "email/email_channel.hpp"
#include "file/file_channel.hpp"

namespace tiendo::cli {
namespace {

/// Under this name the office knows the channel, and people have their address.
constexpr const char* name_of_channel = "email";

/// Who writes where no sender is named: to a folder nobody answers.
const mime::Mailbox nobody{"tiendo@localhost", "tiendo"};

void complain_of(const Error& error, Context& context) {
  auto failure = outside(error);
  failure.exit = Exit::bad_input;
  complain(context, failure);
}

server::ReadLetters letters_of(const std::filesystem::path& folder) {
  return [folder](const server::LetterQuestion& question) -> Result<std::vector<port::Letter>> {
    if (question.id.empty()) {
      return file::list(folder, question.count, question.before);
    }
    auto found = file::find(folder, question.id);
    if (found.has_error()) {
      return found.error();
    }
    std::vector<port::Letter> letters;
    if (*found) {
      letters.push_back(std::move(**found));
    }
    return letters;
  };
}

/// As links are made of it: with no slash at its end.
std::optional<std::string> console_address(std::string text) {
  while (text.ends_with('/')) {
    text.pop_back();
  }
  const auto host = text.find("://") + 3;
  const bool is_web = text.starts_with("http://") || text.starts_with("https://");
  const bool is_plain = std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7f'; });
  const bool ends_in_path = text.find_first_of("?#\"<>") == std::string::npos;
  return is_web && is_plain && ends_in_path && host < text.size() && text[host] != '/'
             ? std::optional{text}
             : std::nullopt;
}

}  // namespace

void add_mail_options(CLI::App& command, MailOptions& options) {
  auto& email = options.email;
  auto* server = command.add_option("--mail-server", email.server,
                                    "smtps://USER@HOST:465, smtp://USER@HOST:587 (STARTTLS) or "
                                    "smtp+plain://HOST:25 (this machine only)");
  command.add_option("--mail-from", email.from, "who writes: 'Liên minh HTX <tiendo@example.vn>'")
      ->type_name("MAILBOX");
  command.add_option("--mail-password-file", email.password_file, "its first line")
      ->type_name("FILE");
  command
      .add_option("--mail-ca", email.ca_file, "PEM: trusted instead of the system's authorities")
      ->type_name("FILE");
  command
      .add_option("--mail-folder", options.folder,
                  "letters become files in this folder, for an office without a mail server")
      ->type_name("DIR")
      ->excludes(server);
  command
      .add_option("--console-address", options.console,
                  "under which people reach the console: links in letters lead there")
      ->type_name("URL");
}

bool add_channels(const MailOptions& options, server::ServerOptions& server, Context& context) {
  if (!options.console.empty()) {
    const auto console = console_address(options.console);
    if (!console) {
      complain(context,
               {Exit::bad_input,
                "bad_argument",
                {"--console-address ghi như https://tiendo.example.vn: bắt đầu bằng http:// "
                 "hoặc https://, không có dấu cách, không có ? và #",
                 "--console-address looks like https://tiendo.example.vn: it begins with "
                 "http:// or https:// and has no blanks, no ? and no #"}});
      return false;
    }
    server.letters.console = *console;
  }
  mime::Mailbox from = nobody;
  if (!options.email.from.empty()) {
    const auto read = email::read_mailbox(options.email.from);
    if (read.has_error()) {
      complain_of(read.error(), context);
      return false;
    }
    from = *read;
  }
  server.letters.office = from.name;
  if (!options.folder.empty()) {
    server.channels[name_of_channel] = std::make_shared<file::FileChannel>(options.folder, from);
    server.read_letters = letters_of(options.folder);
  } else if (!options.email.server.empty()) {
    const auto settings = email::read_settings(options.email);
    if (settings.has_error()) {
      complain_of(settings.error(), context);
      return false;
    }
    server.letters.office = settings->from.name;
    server.channels[name_of_channel] = std::make_shared<email::EmailChannel>(*settings);
  }
  return true;
}

}  // namespace tiendo::cli
