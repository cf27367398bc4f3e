#include "email/settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/url.hpp>
#include <charconv>

#include "base/fold.hpp"
#include "email/password_file.hpp"

namespace tiendo::email {
namespace {

struct Scheme {
  std::string_view name;
  Security security;
  std::uint16_t port;
};

constexpr std::array<Scheme, 3> schemes{{{"smtps", Security::implicit, 465},
                                         {"smtp", Security::starttls, 587},
                                         {"smtp+plain", Security::none, 25}}};

/// What can be shown of it: without the part in which a password may stand.
std::string shown(const std::string& server) {
  const auto at = server.rfind('@');
  if (at == std::string::npos) return server;
  const auto begin = server.find("://");
  return (begin < at ? server.substr(0, begin + 3) : "") + "…" + server.substr(at);
}

Error wrong(const Options& options, std::string vi, std::string en) {
  return Error{{std::move(vi), std::move(en)}, shown(options.server)};
}

bool is_this_machine(const std::string& host) {
  const auto address = boost::urls::parse_ipv4_address(host);
  return host == "localhost" || host == "[::1]" || (address && address->is_loopback());
}

/// The port as written; 0 where it is none.
std::uint16_t port_in(std::string_view digits) {
  std::uint16_t port = 0;
  const auto* end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, port);
  return read.ec == std::errc{} && read.ptr == end ? port : std::uint16_t{0};
}

Result<void> read_host(const boost::urls::url_view& url, const Options& options,
                       Settings& settings) {
  settings.host = to_lower(std::string{url.encoded_host()});
  if (url.has_port()) settings.port = port_in(std::string_view{url.port()});
  const bool is_host = !settings.host.empty() && settings.host.find('%') == std::string::npos;
  if (!is_host || settings.port == 0) {
    return wrong(options,
                 "thiếu tên máy chủ thư hoặc số cổng sai; hãy viết như smtp://mail.example.vn:587",
                 "the host is missing or the port is wrong; write it like "
                 "smtp://mail.example.vn:587");
  }
  if ((!url.encoded_path().empty() && url.encoded_path() != "/") || url.has_query() ||
      url.has_fragment()) {
    return wrong(options, "sau tên máy chủ và cổng không được có gì nữa",
                 "nothing may follow the host and the port");
  }
  return {};
}

Result<void> read_user(const boost::urls::url_view& url, const Options& options,
                       Settings& settings) {
  if (url.has_password()) {
    return wrong(
        options,
        "mật khẩu không được viết ở đây, vì người khác đọc được; hãy để trong một tệp riêng",
        "a password must not stand here, where others can read it; put it in a file of "
        "its own");
  }
  settings.user = url.user();
  if (!std::all_of(settings.user.begin(), settings.user.end(),
                   [](char c) { return static_cast<unsigned char>(c) >= ' ' && c != '\x7f'; })) {
    return wrong(options, "tên đăng nhập máy chủ thư có ký tự điều khiển",
                 "the name of the user has control characters");
  }
  if (settings.user.empty() != options.password_file.empty()) {
    return settings.user.empty()
               ? wrong(options,
                       "có tệp mật khẩu nhưng không có tên đăng nhập; hãy viết smtp://TÊN@…",
                       "there is a file with a password, but no user; write smtp://USER@…")
               : wrong(options, "có tên đăng nhập nhưng không có tệp mật khẩu",
                       "there is a user, but no file with his password");
  }
  if (settings.user.empty()) return {};
  auto password = read_password_file(options.password_file);
  if (!password) return password.error();
  settings.password = std::move(*password);
  return {};
}

/// Without TLS letters go to this machine only, a password too.
Result<void> check_plain(const Options& options, const Settings& settings) {
  if (settings.security != Security::none || is_this_machine(settings.host)) return {};
  if (!options.plain_anywhere) {
    return wrong(
        options,
        "smtp+plain không mã hoá, chỉ dùng cho máy chủ thư trên chính máy này; hãy dùng smtp:// "
        "hoặc smtps://",
        "smtp+plain is not encrypted and goes to this machine only; use smtp:// or "
        "smtps://");
  }
  if (!settings.user.empty()) {
    return wrong(options,
                 "không gửi mật khẩu qua đường không mã hoá; hãy dùng smtp:// hoặc smtps://, hoặc "
                 "bỏ tên đăng nhập",
                 "a password is not sent where others can read it; use smtp:// or smtps://, or "
                 "leave out the user");
  }
  return {};
}

Result<void> read_from(const Options& options, Settings& settings) {
  if (options.from.empty() && mime::why_no_address(settings.user)) {
    return wrong(options, "chưa có người gửi; hãy khai như \"Liên minh HTX <tiendo@example.vn>\"",
                 "there is no sender; give one like \"Liên minh HTX <tiendo@example.vn>\"");
  }
  auto from = read_mailbox(options.from.empty() ? settings.user : options.from);
  if (!from) return from.error();
  settings.from = std::move(*from);
  settings.ca_file = options.ca_file;
  std::error_code ignored;
  if (!options.ca_file.empty() && !std::filesystem::is_regular_file(options.ca_file, ignored)) {
    return Error{{"không có tệp chứng chỉ này", "there is no such file of certificates"},
                 options.ca_file.string()};
  }
  return {};
}

}  // namespace

Result<mime::Mailbox> read_mailbox(const std::string& text) {
  mime::Mailbox mailbox{text, {}};
  const auto open = text.rfind('<');
  if (open != std::string::npos && text.ends_with('>')) {
    mailbox.address = text.substr(open + 1, text.size() - open - 2);
    mailbox.name = text.substr(0, std::min(text.find_last_not_of(' ', open - 1) + 1, open));
  }
  if (const auto why = mime::why_no_address(mailbox.address)) {
    return Error{{"người gửi: " + why->vi, "the sender: " + why->en}, text};
  }
  return mailbox;
}

Result<Settings> read_settings(const Options& options) {
  const auto url = boost::urls::parse_uri(options.server);
  const auto* scheme = std::find_if(schemes.begin(), schemes.end(), [&](const Scheme& one) {
    return url.has_value() && url->scheme() == one.name;
  });
  if (scheme == schemes.end()) {
    return wrong(options,
                 "không hiểu địa chỉ máy chủ thư; hãy viết smtps://TÊN@MÁY:465, smtp://TÊN@MÁY:587 "
                 "hoặc smtp+plain://localhost:25 (dấu @ trong tên viết là %40)",
                 "the mail server is not understood; write smtps://USER@HOST:465, "
                 "smtp://USER@HOST:587 or smtp+plain://localhost:25 (an @ in USER is %40)");
  }
  Settings settings;
  settings.security = scheme->security;
  settings.port = scheme->port;
  if (auto read = read_host(*url, options, settings); !read) return read.error();
  if (auto read = read_user(*url, options, settings); !read) return read.error();
  if (auto read = check_plain(options, settings); !read) return read.error();
  if (auto read = read_from(options, settings); !read) return read.error();
  return settings;
}

}  // namespace tiendo::email
