#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <string>

#include "command.hpp"
#include "email/settings.hpp"
#include "server/server.hpp"

namespace tiendo::cli {

/// How the people of a served office get their mail.
struct MailOptions {
  email::Options email;          // without a server nothing is sent
  std::filesystem::path folder;  // letters become files there instead
  std::string console;           // under which address people reach the server
};

void add_mail_options(CLI::App& command, MailOptions& options);

/// Adds the channel that the options ask for. False, having complained, where it cannot be had.
[[nodiscard]] bool add_channels(const MailOptions& options, server::ServerOptions& server,
                                Context& context);

}  // namespace tiendo::cli
