#include "email/outcome.hpp"

#include <fmt/format.h>

namespace tiendo::email {
namespace {

using Outcome = port::Channel::Outcome;
using Sending = port::Channel::Sending;
using Stage = Conversation::Stage;

std::string in_both(const Text& text) {
  return text.vi + " / " + text.en;
}

Text words_for(Failure failure, const Settings& settings) {
  const auto server = fmt::format("{}:{}", settings.host, settings.port);
  switch (failure) {
    case Failure::no_host:
      return {fmt::format("không tìm thấy máy chủ thư {}", settings.host),
              fmt::format("the mail server {} is not known", settings.host)};
    case Failure::no_server:
      return {fmt::format("không nối được tới máy chủ thư {}", server),
              fmt::format("no connection to the mail server {}", server)};
    case Failure::timeout:
      return {fmt::format("máy chủ thư {} không trả lời kịp", server),
              fmt::format("the mail server {} did not answer in time", server)};
    case Failure::certificate:
      return {
          fmt::format(
              "chứng chỉ của máy chủ thư {} không tin được, chưa gửi gì; quản trị viên phải sửa "
              "chứng chỉ hoặc khai tệp chứng chỉ gốc",
              server),
          fmt::format("the certificate of the mail server {} is not trusted, nothing was sent; "
                      "an administrator must mend it, or name the file of its authority",
                      server)};
    case Failure::no_tls:
      return {
          fmt::format("máy chủ thư {} không mã hoá được đường truyền, chưa gửi gì", server),
          fmt::format("no encrypted connection to the mail server {}, nothing was sent", server)};
    case Failure::sign_in:
      return {fmt::format("máy chủ thư {} không nhận tên đăng nhập hoặc mật khẩu", server),
              fmt::format("the mail server {} does not accept the user or the password", server)};
    case Failure::none:
    case Failure::other:
      break;
  }
  return {fmt::format("đứt liên lạc với máy chủ thư {}", server),
          fmt::format("the connection to the mail server {} broke", server)};
}

/// Whether it was the server that ended it, by a refusal.
bool is_refusal(Failure failure, const Conversation& said) {
  return failure == Failure::other && said.code() >= 400;
}

/// Whether it is us whom the server does not like, and not the recipient: many servers wait for
/// him to say so. RFC 4954, 6 and RFC 3463, 3.8.
bool is_about_us(const Conversation& said, const Settings& settings) {
  const bool wants_sign_in = said.code() == 530 || (!settings.user.empty() && !said.signed_in());
  const bool is_policy = said.last_line().substr(3).starts_with(" 5.7.");
  return wants_sign_in || (is_policy && said.stage() == Stage::recipient);
}

/// What is about us an administrator can mend.
bool is_for_good(const Conversation& said, const Settings& settings) {
  return said.code() >= 500 && said.stage() >= Stage::recipient && !is_about_us(said, settings);
}

}  // namespace

Sending outcome_of(Failure failure, const Conversation& said, const std::string& detail,
                   const Settings& settings) {
  if (failure == Failure::none) return {};
  if (is_refusal(failure, said)) {
    return {is_for_good(said, settings) ? Outcome::never : Outcome::later, said.last_line()};
  }
  auto reason = in_both(words_for(failure, settings));
  const auto& more = said.code() >= 400 ? said.last_line() : detail;
  if (!more.empty()) reason += fmt::format(" ({})", more);
  return {Outcome::later, std::move(reason)};
}

Sending never_because(const Text& why) {
  return {Outcome::never, in_both(why)};
}

}  // namespace tiendo::email
