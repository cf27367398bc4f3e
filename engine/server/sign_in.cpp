#include "server/sign_in.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>

#include "base/fold.hpp"
#include "server/network.hpp"

namespace tiendo::server {
namespace {

using model::UserId;

// Before a token, so that whoever finds one knows what it opens, and programs that look for leaked
// secrets can.
constexpr std::string_view token_prefix = "tiendo-token.";
constexpr std::string_view owner_prefix = "tiendo-owner.";

constexpr std::chrono::hours sweep_interval{1};
constexpr std::size_t program_bytes_max = 120;
constexpr std::size_t address_bytes_max = 64;

// The beginning of what a program says of itself, whole characters of it.
std::string shortened(std::string_view text, std::size_t bytes_max) {
  if (text.size() > bytes_max) {
    auto end = bytes_max;
    while (end > 0 && (text[end] & 0xC0) == 0x80) {
      --end;
    }
    text = text.substr(0, end);
  }
  return is_utf8(text) ? std::string{text} : std::string{};
}

bool is_over(const port::Session& session, Timestamp now) {
  return session.expires_at <= now || session.seen_at + session_idle_max <= now;
}

// What only remembers when something was used may fail: who has proved himself is let in on a full
// disk too.
void expect(const Result<void>& written, std::string_view what) {
  if (written.has_error()) {
    spdlog::warn("{}: {}", what, written.error().message.en);
  }
}

}  // namespace

std::string SignIn::make_owner_token(const UserId& owner) {
  const auto made = make_credential();
  owner_ = owner;
  owner_secret_ = hash_of(made);
  return std::string{owner_prefix} + to_text(made);
}

Result<std::variant<SignIn::Attempt, SignIn::Wait>> SignIn::begin(const UserId& user,
                                                                  const std::string& address,
                                                                  Timestamp now) {
  // What cannot be anybody's name is not remembered, but takes the same way.
  const bool is_name = is_id(user.str());
  const auto network = network_of(address);
  const auto wait = std::max(is_name ? users_.wait(user.str(), now) : std::chrono::seconds{0},
                             addresses_.wait(network, now));
  if (wait.count() > 0) {
    return Wait{wait};
  }
  const auto password = accounts_.password(user);
  if (password.has_error()) {
    return password.error();
  }
  if (is_name) {
    users_.fail(user.str(), now);
  }
  addresses_.fail(network, now);
  return Attempt{user, network, *password ? (*password)->hash : std::string{}};
}

Result<bool> SignIn::succeed(const Attempt& attempt, const std::string& hashed_anew) {
  const auto password = accounts_.password(attempt.user);
  if (password.has_error()) {
    return password.error();
  }
  if (!*password || (*password)->hash != attempt.hash) {
    return false;
  }
  if (!hashed_anew.empty()) {
    auto same_password = **password;
    same_password.hash = hashed_anew;
    expect(accounts_.set_password(attempt.user, same_password, port::Accounts::Sessions::stay),
           "a password stays hashed at its old cost");
  }
  users_.forget(attempt.user.str());
  addresses_.take_back(attempt.network);
  return true;
}

void SignIn::give_up(const Attempt& attempt) {
  users_.take_back(attempt.user.str());
  addresses_.take_back(attempt.network);
}

Result<SignIn::Opened> SignIn::open_session(const UserId& user, const Visit& visit, Timestamp now) {
  sweep(now);
  const auto made = make_credential();
  const port::Session session{made.id,
                              hash_of(made),
                              user,
                              now,
                              now,
                              now + session_life_max,
                              shortened(visit.address, address_bytes_max),
                              shortened(visit.program, program_bytes_max)};
  if (const auto added = accounts_.add(session, sessions_of_one_max); added.has_error()) {
    return added.error();
  }
  const auto cookie = to_text(made);
  const auto found = find_session(cookie, now);
  if (found.has_error()) {
    return found.error();
  }
  if (!*found) {
    return Error{{"phiên đăng nhập vừa mở đã bị kết thúc; hãy đăng nhập lại",
                  "the session that was opened has been ended already; sign in again"},
                 {}};
  }
  return Opened{**found, cookie};
}

Result<void> SignIn::set_password(const UserId& user, const port::Password& password) {
  auto set = accounts_.set_password(user, password, port::Accounts::Sessions::end);
  if (set) {
    users_.forget(user.str());
  }
  return set;
}

Result<std::optional<Identity>> SignIn::find_session(std::string_view cookie, Timestamp now) {
  const auto given = parse_credential(cookie);
  if (!given) {
    return std::optional<Identity>{};
  }
  const auto found = accounts_.session(given->id);
  if (found.has_error()) {
    return found.error();
  }
  if (!*found) {
    return std::optional<Identity>{};
  }
  const auto& session = (*found)->session;
  if (!same(session.secret, hash_of(*given)) || is_over(session, now)) {
    return std::optional<Identity>{};
  }
  if (now - session.seen_at >= seen_interval) {
    expect(accounts_.session_seen(session.id, now), "a session is not marked as seen");
  }
  return std::optional{Identity{.user = session.user,
                                .id = session.id,
                                .must_change_password = (*found)->must_change_password,
                                .anti_forgery_token = anti_forgery_token(*given),
                                .expires_at = session.expires_at}};
}

Result<std::optional<Identity>> SignIn::find_bearer(std::string_view text, Timestamp now) {
  const bool is_owner = text.starts_with(owner_prefix);
  if (!is_owner && !text.starts_with(token_prefix)) {
    return std::optional<Identity>{};
  }
  const auto given = parse_credential(text.substr((is_owner ? owner_prefix : token_prefix).size()));
  if (!given) {
    return std::optional<Identity>{};
  }
  if (is_owner) {
    return owner_secret_ && same(*owner_secret_, hash_of(*given))
               ? std::optional{Identity{.user = owner_, .by = Identity::By::owner}}
               : std::nullopt;
  }
  const auto found = accounts_.token(given->id);
  if (found.has_error()) {
    return found.error();
  }
  if (!*found || !same((*found)->secret, hash_of(*given)) || (*found)->expires_at <= now) {
    return std::optional<Identity>{};
  }
  const auto& token = **found;
  if (!token.used_at || now - *token.used_at >= seen_interval) {
    expect(accounts_.token_used(token.id, now), "a token is not marked as used");
  }
  return std::optional{Identity{.user = token.user,
                                .by = Identity::By::token,
                                .id = token.id,
                                .may_write = token.scope == port::Scope::write,
                                .expires_at = token.expires_at}};
}

bool SignIn::has_ended(const Identity& who, Timestamp now) {
  if (who.by == Identity::By::session) {
    const auto found = accounts_.session(who.id);
    return found && (!*found || is_over((*found)->session, now));
  }
  if (who.by == Identity::By::token) {
    const auto found = accounts_.token(who.id);
    return found && (!*found || (*found)->expires_at <= now);
  }
  return false;
}

Result<std::vector<port::Session>> SignIn::sessions(const UserId& user, Timestamp now) {
  auto all = accounts_.sessions(user);
  if (all) {
    std::erase_if(*all, [now](const port::Session& one) { return is_over(one, now); });
  }
  return all;
}

Result<SignIn::Ended> SignIn::end_all(const UserId& user) {
  const auto sessions = accounts_.end_sessions(user);
  if (sessions.has_error()) {
    return sessions.error();
  }
  const auto tokens = accounts_.revoke_tokens(user);
  if (tokens.has_error()) {
    return tokens.error();
  }
  return Ended{*sessions, *tokens};
}

Result<std::vector<port::Token>> SignIn::tokens(const UserId& user, Timestamp now) {
  auto all = accounts_.tokens(user);
  if (all) {
    std::erase_if(*all, [now](const port::Token& one) { return one.expires_at <= now; });
  }
  return all;
}

Result<std::variant<SignIn::MadeToken, SignIn::Refusal>> SignIn::make_token(const UserId& user,
                                                                            const std::string& name,
                                                                            port::Scope scope,
                                                                            Timestamp expires_at,
                                                                            Timestamp now) {
  const auto normal = to_nfc(name);
  if (!normal || normal->empty() || normal->size() > token_name_length_max) {
    return Refusal{
        "bad_token_name",
        {fmt::format("tên của mã truy cập phải là văn bản từ 1 đến {} byte: hãy ghi nó "
                     "dùng vào việc gì",
                     token_name_length_max),
         fmt::format("the name of a token is a text of 1 to {} bytes: say what it is for",
                     token_name_length_max)}};
  }
  if (expires_at <= now || expires_at > now + token_life_max) {
    const auto latest = to_string(std::chrono::floor<std::chrono::seconds>(now + token_life_max));
    return Refusal{
        "bad_token_expiry",
        {fmt::format("mã truy cập phải hết hạn sau bây giờ và không muộn hơn {}", latest),
         fmt::format("a token expires after now and not later than {}", latest)}};
  }
  sweep(now);
  const auto there = tokens(user, now);
  if (there.has_error()) {
    return there.error();
  }
  if (there->size() >= tokens_of_one_max) {
    return Refusal{
        "too_many_tokens",
        {fmt::format("đã có {} mã truy cập; hãy thu hồi những mã không còn dùng", there->size()),
         fmt::format("there are {} tokens; revoke those that are not used any more",
                     there->size())}};
  }
  const auto made = make_credential();
  const port::Token token{made.id, *normal, hash_of(made), user, scope, now, expires_at, {}};
  if (const auto added = accounts_.add(token); added.has_error()) {
    return added.error();
  }
  return MadeToken{token, std::string{token_prefix} + to_text(made)};
}

void SignIn::sweep(Timestamp now) {
  if (swept_at_ && now - *swept_at_ < sweep_interval) {
    return;
  }
  swept_at_ = now;
  expect(accounts_.sweep(now, now - session_idle_max), "what has expired is not swept");
}

}  // namespace tiendo::server
