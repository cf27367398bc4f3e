#include "server/account_refusals.hpp"

#include <fmt/format.h>

#include "api/problem.hpp"

namespace tiendo::server {

using api::problem;
using api::Request;
using api::Response;

Response slow_down(const Request& request, std::chrono::seconds wait) {
  auto response =
      problem(429, "slow_down",
              {fmt::format("đã sai quá nhiều lần; hãy thử lại sau {} giây", wait.count()),
               fmt::format("there were too many failures; try again in {} seconds", wait.count())},
              request.language);
  response.headers.emplace_back("Retry-After", std::to_string(wait.count()));
  return response;
}

Response wrong_sign_in(const Request& request) {
  auto response =
      problem(401, "wrong_sign_in",
              {"tên đăng nhập hoặc mật khẩu không đúng; hãy thử lại, hoặc nhờ quản trị viên đặt "
               "mật khẩu mới",
               "the user or the password is wrong; try again, or have an administrator set a new "
               "password"},
              request.language);
  response.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"tiendo\"");
  return response;
}

Response wrong_old_password(const Request& request) {
  return problem(403, "wrong_old_password",
                 {"mật khẩu cũ không đúng; hãy thử lại, hoặc nhờ quản trị viên đặt mật khẩu mới",
                  "the old password is wrong; try again, or have an administrator set a new one"},
                 request.language);
}

Response unfit_password(const Request& request, const Text& why) {
  return problem(422, "unfit_password", why, request.language);
}

Response same_password(const Request& request) {
  return unfit_password(request, {"mật khẩu mới trùng với mật khẩu cũ; hãy chọn mật khẩu khác",
                                  "the new password is the old one; choose another"});
}

Response own_password(const Request& request) {
  return problem(403, "own_password",
                 {"hãy đổi mật khẩu của chính mình bằng PUT /api/v1/session/password",
                  "change your own password by PUT /api/v1/session/password"},
                 request.language);
}

Response not_by_token(const Request& request) {
  return problem(403, "not_by_token",
                 {"mã truy cập không dùng được cho tài khoản; hãy đăng nhập bằng mật khẩu",
                  "a token does nothing with accounts; sign in by password"},
                 request.language);
}

Response owner_has_none(const Request& request) {
  return problem(403, "owner_has_no_account",
                 {"người giữ thư mục dữ liệu không có tài khoản riêng; hãy đăng nhập bằng tên của "
                  "một người",
                  "whoever holds the data folder has no account; sign in as a person"},
                 request.language);
}

Response not_permitted(const Request& request) {
  return problem(403, "not_permitted",
                 {"chỉ quản trị viên được làm việc này với tài khoản của người khác",
                  "only an administrator does this to the account of somebody else"},
                 request.language);
}

Response only_by_owner(const Request& request) {
  return problem(403, "only_by_owner",
                 {"mã truy cập của người khác chỉ được lập trên máy chủ, bằng tiendo user token "
                  "make; hoặc để người đó tự lập",
                  "a token for somebody else is made on the machine of the server alone, by tiendo "
                  "user token make; or that person makes it"},
                 request.language);
}

Response unknown_person(const Request& request) {
  return problem(
      404, "unknown_person",
      {"không có người này; hãy thêm người đó trước", "there is no such person; add them first"},
      request.language);
}

Response unknown_session(const Request& request) {
  return problem(404, "unknown_session",
                 {"không có phiên này, hoặc nó đã kết thúc",
                  "there is no such session, or it has ended already"},
                 request.language);
}

Response unknown_token(const Request& request) {
  return problem(404, "unknown_token",
                 {"không có mã truy cập này, hoặc nó đã bị thu hồi",
                  "there is no such token, or it has been revoked already"},
                 request.language);
}

Response not_there(const Request& request) {
  return problem(404, "unknown_path", {"không có địa chỉ này", "there is nothing at this path"},
                 request.language);
}

Response bad_scope(const Request& request) {
  return problem(422, "bad_scope",
                 {"phạm vi (scope) phải là read hoặc write", "the scope is read or write"},
                 request.language);
}

Response bad_instant(const Request& request) {
  return problem(422, "bad_instant",
                 {"expires_at phải là thời điểm như 2025-04-20T07:30:00+07:00",
                  "expires_at is an instant like 2025-04-20T07:30:00+07:00"},
                 request.language);
}

}  // namespace tiendo::server
