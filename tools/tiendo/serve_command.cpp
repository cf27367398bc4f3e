#include <charconv>
#include <iostream>
#include <memory>

#include "complain.hpp"
#include "console/pages.hpp"
#include "folder_clock.hpp"
#include "login.hpp"
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

/// Makes the folder where it is missing. False, having complained, where it cannot be had, or its
/// clock may not be set.
bool prepare(Options& options, Context& context) {
  const auto path = folder_of(options.folder, context);
  if (!path || !read_clock(options.folder, options.server.clock, context)) {
    return false;
  }
  const auto make =
      options.folder.rehearsal ? OpenFolder::Make::rehearsal : OpenFolder::Make::office;
  const auto folder =
      OpenFolder::for_writing(*path, make, options.server.clock.value_or(wall_clock_now()));
  if (folder.has_error()) {
    complain(context, outside(folder.error()));
    return false;
  }
  if (!is_rehearsal(**folder) && (options.server.clock || options.server.speed != 1)) {
    complain(context, {Exit::bad_input,
                       "not_a_rehearsal",
                       {"--clock và --speed chỉ dùng cho thư mục diễn tập",
                        "--clock and --speed are for rehearsals only"}});
    return false;
  }
  options.server.data = *path;
  return true;
}

void serve(Options& options, Context& context) {
  if (!read_listen(options.listen, options.server, context) ||
      !add_channels(options.mail, options.server, context) || !prepare(options, context)) {
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
  if (context.json) {
    print({{"address", (*server)->address()}});
  } else {
    std::cout << context.say({"đang phục vụ tại ", "serving at "}) << (*server)->address() << '\n';
  }
  std::cout.flush();
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
  command->add_option("--speed", server.speed, "of the clock of a rehearsal: seconds in a second")
      ->check(CLI::Range(0.0, 1'000'000.0));
  command->add_flag("--rehearsal", options->folder.rehearsal, "make the folder as a rehearsal");
  command->add_flag("--after-absence", options->folder.after_absence,
                    "the clock is right although nothing was recorded for long");
  add_mail_options(*command, options->mail);
  add_data_option(*command, options->folder);
  command->callback([options, &context] { serve(*options, context); });
}

}  // namespace tiendo::cli
