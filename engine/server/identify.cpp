#include "server/identify.hpp"

#include "api/operation.hpp"
#include "api/problem.hpp"
#include "server/account_routes.hpp"
#include "server/cookies.hpp"

namespace tiendo::server {
namespace {

constexpr std::string_view bearer = "Bearer ";

// RFC 9110, 11.1: the name of a scheme is the same in any letters.
bool begins_as_bearer(std::string_view header) {
  if (header.size() < bearer.size()) {
    return false;
  }
  for (std::size_t i = 0; i < bearer.size(); ++i) {
    if ((header[i] | 0x20) != (bearer[i] | 0x20)) {
      return false;
    }
  }
  return true;
}

api::Response not_signed_in(const api::Request& request, bool clear_cookie, bool secure) {
  auto response = api::problem(
      401, "not_signed_in",
      {"bạn chưa đăng nhập hoặc phiên đã hết hạn; hãy đăng nhập, hoặc dùng mã truy cập còn hạn",
       "nobody is signed in, or the session has ended; sign in, or use a token that is valid"},
      request.language);
  response.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"tiendo\"");
  if (clear_cookie) {
    response.headers.emplace_back("Set-Cookie", clear_session_cookie(secure));
  }
  return response;
}

api::Response forged(const api::Request& request) {
  return api::problem(
      403, "forged",
      {"yêu cầu thay đổi dữ liệu thiếu đầu mục X-Tiendo-Token của phiên này; hãy tải lại trang",
       "a request that changes something lacks the header X-Tiendo-Token of this session; load the "
       "page again"},
      request.language);
}

api::Response read_only(const api::Request& request) {
  return api::problem(403, "read_only",
                      {"mã truy cập này chỉ để đọc; hãy dùng mã có phạm vi write",
                       "this token is for reading only; use one of the scope write"},
                      request.language);
}

api::Response password_due(const api::Request& request) {
  return api::problem(
      403, "password_due",
      {"mật khẩu này do người khác đặt; hãy đổi mật khẩu trước (PUT /api/v1/session/password)",
       "somebody else has set this password; change it first (PUT /api/v1/session/password)"},
      request.language);
}

bool is_of_the_session_itself(const api::Request& request) {
  return request.path == session_path || request.path == password_path;
}

}  // namespace

Asker identify(SignIn& sign_in, const Proof& proof, const api::Request& request, bool secure,
               Timestamp now) {
  const bool signs_in = request.path == session_path && request.method == api::Method::post;
  if (signs_in) {
    return std::monostate{};
  }
  const auto cookie = proof.authorization.empty()
                          ? find_cookie(proof.cookie, session_cookie_name(secure))
                          : std::nullopt;
  Result<std::optional<Identity>> found{std::optional<Identity>{}};
  if (begins_as_bearer(proof.authorization)) {
    found = sign_in.find_bearer(std::string_view{proof.authorization}.substr(bearer.size()), now);
  } else if (cookie) {
    found = sign_in.find_session(*cookie, now);
  }
  if (found.has_error()) {
    return api::unavailable(found.error(), request.language);
  }
  if (!*found) {
    return not_signed_in(request, cookie.has_value(), secure);
  }
  auto& identity = **found;
  // Also what only reads takes its time: no other site may have it done.
  if (request.method != api::Method::get && identity.by == Identity::By::session &&
      !same(proof.anti_forgery, identity.anti_forgery_token)) {
    return forged(request);
  }
  if (!identity.may_write && api::may_change(request.method, request.path)) {
    return read_only(request);
  }
  if (identity.must_change_password && !is_of_the_session_itself(request)) {
    return password_due(request);
  }
  return std::move(identity);
}

}  // namespace tiendo::server
