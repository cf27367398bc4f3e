#include <charconv>
#include <iostream>
#include <memory>
#include <optional>

#include "complain.hpp"
#include "console/pages.hpp"
#include "folder_clock.hpp"
#include "journal/folder_layout.hpp"
#include "login.hpp"
#include "serve_demo.hpp"
#include "serve_mail.hpp"
#include "server/log.hpp"
#include "server/server.hpp"
#include "wall_clock.hpp"

namespace tiendo::cli {
namespace {

struct Options {
  FolderOptions folder;
  server::ServerOptions server;
  MailOptions mail;
  std::string listen;
  std::string log_level = "info";
  bool demo = false;
};

/// What a server is started with, beside its options.
struct Prepared {
  std::optional<TemporaryData> temporary;
  std::vector<DemoAccount> accounts;  // of a demo that was just made
};

/// HOST:PORT, [ADDRESS]:PORT. False, having complained, where it is none of them.
bool read_listen(const std::string& text, server::ServerOptions& options, Context& context) {
  if (text.empty()) {
    return true;
  }
  const auto colon = text.rfind(':');
  auto host = text.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) {
    host = host.substr(1, host.size() - 2);
  }
  unsigned port = 0;
  const auto* end = text.data() + text.size();
  const auto read = colon == std::string::npos
                        ? std::from_chars_result{text.data(), std::errc::invalid_argument}
                        : std::from_chars(text.data() + colon + 1, end, port);
  if (read.ec != std::errc{} || read.ptr != end || port > 65535 || host.empty()) {
    complain(context, {Exit::bad_input,
                       "bad_argument",
                       {"--listen ghi như 127.0.0.1:8750", "--listen looks like 127.0.0.1:8750"}});
    return false;
  }
  options.address = host;
  options.port = static_cast<std::uint16_t>(port);
  return true;
}

/// Where the data are to be; nothing, having complained, where that is not known.
std::optional<std::filesystem::path> choose_folder(const Options& options, Prepared& prepared,
                                                   Context& context) {
  if (!options.demo || !options.folder.data.empty()) {
    return folder_of(options.folder, context);
  }
  auto made = TemporaryData::make();
  if (made.has_error()) {
    complain(context, outside(made.error()));
    return std::nullopt;
  }
  return prepared.temporary.emplace(std::move(*made)).path();
}

/// A demo writes its letters into its folder unless it is told otherwise.
void choose_mail(Options& options) {
  auto& mail = options.mail;
  if (mail.folder.empty() && mail.email.server.empty()) {
    mail.folder = journal::mail_in(options.server.data);
    if (mail.email.from.empty()) {
      mail.email.from = "Liên minh HTX tỉnh Yên Bái <tiendo@example.vn>";
    }
  }
}

/// Makes the folder where it is missing. False, having complained, where it cannot be had, or its
/// clock may not be set.
bool make_folder(Options& options, Prepared& prepared, Context& context) {
  const auto& data = options.server.data;
  if (options.demo) {
    auto accounts = make_demo_or_complain(data, options.server.clock, context);
    prepared.accounts = accounts ? std::move(*accounts) : std::vector<DemoAccount>{};
    return accounts.has_value();
  }
  const auto make =
      options.folder.rehearsal ? OpenFolder::Make::rehearsal : OpenFolder::Make::office;
  const auto folder =
      OpenFolder::for_writing(data, make, options.server.clock.value_or(wall_clock_now()));
  if (folder.has_error()) {
    complain(context, outside(folder.error()));
    return false;
  }
  if (!is_rehearsal(**folder) && (options.server.clock || options.server.speed)) {
    complain(context, {Exit::bad_input,
                       "not_a_rehearsal",
                       {"--clock và --speed chỉ dùng cho thư mục diễn tập",
                        "--clock and --speed are for rehearsals only"}});
    return false;
  }
  return true;
}

/// False, having complained, where the server cannot be started like this.
bool prepare(Options& options, Prepared& prepared, Context& context) {
  if (!read_listen(options.listen, options.server, context) ||
      !read_clock(options.folder, options.server.clock, context)) {
    return false;
  }
  const auto path = choose_folder(options, prepared, context);
  if (!path) {
    return false;
  }
  options.server.data = *path;
  const bool demo = options.demo || is_demo(*path);
  if (demo) {
    options.server.first_speed = demo_speed;
    choose_mail(options);
  }
  return add_channels(options.mail, options.server, context) &&
         make_folder(options, prepared, context);
}

void announce(const server::Server& server, const Prepared& prepared, const Context& context) {
  if (context.json) {
    boost::json::object told{{"address", server.address()}};
    if (!prepared.accounts.empty()) {
      told["accounts"] = accounts_json(prepared.accounts);
    }
    print(told);
    std::cout.flush();
    return;
  }
  std::cout << context.say({"đang phục vụ tại ", "serving at "}) << server.address() << '\n';
  if (!prepared.accounts.empty()) {
    std::cout
        << context.say(
               {"bản dùng thử; mở địa chỉ trên bằng trình duyệt, đăng nhập bằng một trong các tài "
                "khoản này; Ctrl-C để kết thúc:\n\n",
                "a demo; open this address in a browser and sign in with one of these "
                "accounts; Ctrl-C ends it:\n\n"})
        << accounts_table(prepared.accounts, context) << '\n';
  }
  std::cout.flush();
}

void serve(Options& options, Context& context) {
  Prepared prepared;
  if (!prepare(options, prepared, context)) {
    return;
  }
  options.server.after_absence = options.folder.after_absence;
  options.server.owner = owner_id();
  options.server.version = TIENDO_VERSION;
  options.server.pages = console::pages();
  server::set_up_log();
  static_cast<void>(server::set_log_level(options.log_level));
  const auto server = server::Server::start(options.server);
  if (server.has_error()) {
    complain(context, outside(server.error()));
    return;
  }
  announce(**server, prepared, context);
  (*server)->run();
}

}  // namespace

void add_serve_command(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("serve", "the office in service: clock, HTTP interface, live events");
  auto& server = options->server;
  command->add_option("--listen", options->listen, "where; 127.0.0.1:8750 without it")
      ->type_name("HOST:PORT");
  auto* certificate =
      command->add_option("--certificate", server.certificate, "TLS: the chain, PEM");
  auto* key = command->add_option("--key", server.key, "TLS: the private key, PEM");
  certificate->type_name("FILE")->needs(key);
  key->type_name("FILE")->needs(certificate);  // alone it would be passed over, and nobody told
  command->add_flag("--insecure", server.insecure,
                    "without TLS on other addresses than loopback: something in front speaks it");
  command
      ->add_option("--trusted-proxy", server.trusted_proxies,
                   "address or network of what stands in front")
      ->type_name("ADDRESS");
  command->add_option("--backups", server.backups, "a folder for daily backups")->type_name("DIR");
  command->add_option("--log-level", options->log_level, "what is logged at least")
      ->check(CLI::IsMember({"trace", "debug", "info", "warning", "error", "critical", "off"}));
  command
      ->add_option(
          "--speed", server.speed,
          "of the clock of a rehearsal: seconds in a second; without it as it was left, of "
          "a new demo 1440")
      ->check(CLI::Range(0.0, 1'000'000.0));
  auto* demo = command->add_flag(
      "--demo", options->demo,
      "a campaign of 2025 to look at, its clock running; in a folder that is missing or empty, "
      "without --data in one that goes with the server");
  command->add_flag("--rehearsal", options->folder.rehearsal, "make the folder as a rehearsal")
      ->excludes(demo);
  command->add_flag("--after-absence", options->folder.after_absence,
                    "the clock is right although nothing was recorded for long");
  add_mail_options(*command, options->mail);
  add_data_option(*command, options->folder);
  command->callback([options, &context] { serve(*options, context); });
}

}  // namespace tiendo::cli
