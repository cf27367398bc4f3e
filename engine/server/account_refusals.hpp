#pragma once

#include <chrono>
#include <string>

#include "api/exchange.hpp"

namespace tiendo::server {

// Why AccountRoutes does not do what it is asked, as problem documents.

/// 429, with Retry-After.
[[nodiscard]] api::Response slow_down(const api::Request& request, std::chrono::seconds wait);
/// 401 wrong_sign_in: says not which of the two was wrong.
[[nodiscard]] api::Response wrong_sign_in(const api::Request& request);
/// 403 wrong_old_password
[[nodiscard]] api::Response wrong_old_password(const api::Request& request);
/// 422 unfit_password
[[nodiscard]] api::Response unfit_password(const api::Request& request, const Text& why);
[[nodiscard]] api::Response same_password(const api::Request& request);
/// 403 own_password
[[nodiscard]] api::Response own_password(const api::Request& request);

/// 403 not_by_token, owner_has_no_account, not_permitted, only_by_owner
[[nodiscard]] api::Response not_by_token(const api::Request& request);
[[nodiscard]] api::Response owner_has_none(const api::Request& request);
[[nodiscard]] api::Response not_permitted(const api::Request& request);
[[nodiscard]] api::Response only_by_owner(const api::Request& request);
/// 404 unknown_person, unknown_session, unknown_token, unknown_path
[[nodiscard]] api::Response unknown_person(const api::Request& request);
[[nodiscard]] api::Response unknown_session(const api::Request& request);
[[nodiscard]] api::Response unknown_token(const api::Request& request);
[[nodiscard]] api::Response not_there(const api::Request& request);

/// 422 bad_scope, bad_instant
[[nodiscard]] api::Response bad_scope(const api::Request& request);
[[nodiscard]] api::Response bad_instant(const api::Request& request);

}  // namespace tiendo::server
