#include "server/account_routes.hpp"

#include <boost/json.hpp>

#include "api/operation.hpp"
#include "server/accounts_fixture.hpp"
#include "server/cookies.hpp"
#include "server/identify.hpp"

using namespace tiendo;
using namespace tiendo::server;
using api::Method;
using std::chrono::hours;
using std::chrono::seconds;

namespace json = boost::json;

namespace {

const std::string new_password = "một mật khẩu khác hẳn";

/// A browser or a program, and the server's way with what it sends.
struct Client {
  Accounts accounts;
  AccountRoutes routes{accounts.sign_in, accounts.passwords, true};
  AccountRoutes::Office office;
  Proof proof;  // sent with every request
  api::Response last;

  int send(Method method, const std::string& path, const json::value& body = nullptr) {
    api::Request request;
    request.method = method;
    request.path = "/api/v1/" + path;
    request.language = Language::en;
    if (!body.is_null()) {
      request.content_type = "application/json";
      request.body = json::serialize(body);
    }
    return send(request);
  }
  int send(const api::Request& request) {
    auto asker = identify(accounts.sign_in, proof, request, true, accounts.now);
    if (auto* response = std::get_if<api::Response>(&asker)) {
      last = *response;
      return last.status;
    }
    AccountRoutes::Asked asked{request, {}, {accounts.office, "Firefox/128.0"}, office};
    if (auto* identity = std::get_if<Identity>(&asker)) {
      asked.who = *identity;
    }
    auto outcome = routes.handle(asked, accounts.now);
    if (auto* work = std::get_if<AccountRoutes::HardWork>(&outcome)) {
      last = (*work)()(accounts.now);
    } else {
      last = std::get<api::Response>(outcome);
    }
    return last.status;
  }

  json::object body() const {
    INFO(last.body);
    return json::parse(last.body).as_object();
  }
  std::string text(const char* member) const { return std::string{body().at(member).as_string()}; }
  std::string header(const std::string& name) const {
    for (const auto& [key, value] : last.headers) {
      if (key == name) {
        return value;
      }
    }
    return {};
  }

  /// What a browser and the console in it keep of the answer.
  void keep_session() {
    const auto cookie = header("Set-Cookie");
    proof.cookie = cookie.substr(0, cookie.find(';'));
    proof.anti_forgery = text("anti_forgery_token");
  }
  int sign_in(const std::string& user = "lan", const std::string& password = lans_password) {
    proof = {};
    const int status = send(Method::post, "session", {{"user", user}, {"password", password}});
    if (status == 201) {
      keep_session();
    }
    return status;
  }
  void be_owner() {
    proof = {.authorization =
                 "Bearer " + accounts.sign_in.make_owner_token(model::UserId{"owner:lan"})};
    office.administers = true;
    office.knows_person = true;
  }
  std::string token_for(const std::string& scope) {
    REQUIRE(send(Method::post, "tokens",
                 {{"name", "báo cáo"},
                  {"scope", scope},
                  {"expires_at", to_string(accounts.now + hours{24})}}) == 201);
    return text("secret");
  }
};

}  // namespace

TEST_CASE("somebody signs in, is known, and signs out") {
  Client client;
  REQUIRE(client.sign_in() == 201);
  CHECK(client.text("user") == "lan");
  CHECK(client.header("Set-Cookie").starts_with("__Host-tiendo="));
  CHECK(client.header("Set-Cookie").find("HttpOnly; SameSite=Strict; Secure") != std::string::npos);
  CHECK(client.header("Cache-Control") == "no-store");
  const auto token = client.text("anti_forgery_token");
  REQUIRE(client.send(Method::get, "session") == 200);
  CHECK(client.text("anti_forgery_token") == token);
  CHECK(client.text("signed_in_by") == "session");
  REQUIRE(client.send(Method::del, "session") == 204);
  CHECK(client.header("Set-Cookie") == clear_session_cookie(true));
  CHECK(client.send(Method::get, "session") == 401);
  CHECK(client.text("code") == "not_signed_in");
  CHECK(client.header("Set-Cookie") == clear_session_cookie(true));
}

TEST_CASE("the answer to a wrong password is that to an unknown user") {
  Client client;
  CHECK(client.sign_in("lan", "chiều nay trời nắng") == 401);
  const auto wrong = client.last.body;
  CHECK(client.text("code") == "wrong_sign_in");
  CHECK(client.sign_in("nobody") == 401);
  CHECK(client.last.body == wrong);
  CHECK(client.header("Set-Cookie").empty());
}

TEST_CASE("whoever fails too often is told when to come again") {
  Client client;
  for (int i = 0; i <= user_ladder.free; ++i) {
    CHECK(client.sign_in("lan", "chiều nay trời nắng") == 401);
  }
  CHECK(client.sign_in() == 429);
  CHECK(client.header("Retry-After") == "1");
  client.accounts.now += seconds{1};
  CHECK(client.sign_in() == 201);
}

TEST_CASE("a request by cookie that changes something needs the session's token") {
  Client client;
  REQUIRE(client.sign_in() == 201);
  const auto own = client.proof.anti_forgery;
  REQUIRE(client.sign_in() == 201);
  for (const auto& sent : {std::string{}, own, client.proof.anti_forgery + "x"}) {
    client.proof.anti_forgery = sent;
    CHECK(client.send(Method::del, "session") == 403);
    CHECK(client.text("code") == "forged");
    CHECK(client.send(Method::get, "session") == 200);
  }
  // Of the other operations of the server too.
  CHECK(client.send(Method::post, "campaigns") == 403);
}

TEST_CASE("a page of another site cannot sign anybody in") {
  Client client;
  api::Request request;
  request.method = Method::post;
  request.path = "/api/v1/session";
  request.body = R"({"user":"lan","password":"chiều nay trời mưa"})";
  for (const std::string type :
       {"", "text/plain", "application/x-www-form-urlencoded", "application/jsonp"}) {
    request.content_type = type;
    CHECK(client.send(request) == 415);
  }
  request.content_type = "Application/JSON; charset=utf-8";
  CHECK(client.send(request) == 201);
}

TEST_CASE("a body that is not exactly what is asked for is refused by its member") {
  Client client;
  const auto refusal = [&](const json::value& body) {
    CHECK(client.send(Method::post, "session", body) == 422);
    CHECK(client.text("code") == "bad_body");
    return client.text("member");
  };
  CHECK(refusal({{"user", "lan"}}) == "password");
  CHECK(refusal({{"user", "lan"}, {"password", 1}}) == "password");
  CHECK(refusal({{"user", "lan"}, {"password", "x"}, {"admin", "yes"}}) == "admin");
  CHECK(refusal("lan") == "");
  CHECK(client.send(Method::post, "session") == 422);
  api::Request request;
  request.method = Method::post;
  request.path = "/api/v1/session";
  request.content_type = "application/json";
  for (const std::string text : {"{", "{\"user\":\"\xff\"}", "{} {}", "user=lan"}) {
    request.body = text;
    CHECK(client.send(request) == 400);
    CHECK(client.text("code") == "bad_json");
  }
}

TEST_CASE("who changes his password goes on here and nowhere else") {
  Client client;
  REQUIRE(client.sign_in() == 201);
  const auto elsewhere = client.proof;
  REQUIRE(client.sign_in() == 201);
  const auto change = [&](const std::string& old, const std::string& fresh) {
    return client.send(Method::put, "session/password", {{"old", old}, {"new", fresh}});
  };
  CHECK(change(lans_password, "short") == 422);
  CHECK(client.text("code") == "unfit_password");
  CHECK(change(lans_password, lans_password) == 422);
  CHECK(change("sai mật khẩu rồi", new_password) == 403);
  CHECK(client.text("code") == "wrong_old_password");
  REQUIRE(change(lans_password, new_password) == 200);
  client.keep_session();
  CHECK(client.send(Method::get, "session") == 200);
  client.proof = elsewhere;
  CHECK(client.send(Method::get, "session") == 401);
  CHECK(client.sign_in() == 401);
  CHECK(client.sign_in("lan", new_password) == 201);
}

TEST_CASE("whoever holds a session cannot guess the password by it") {
  Client client;
  REQUIRE(client.sign_in() == 201);
  int status = 0;
  for (int i = 0; i <= user_ladder.free + 1; ++i) {
    status = client.send(Method::put, "session/password",
                         {{"old", "sai mật khẩu rồi"}, {"new", new_password}});
  }
  CHECK(status == 429);
}

TEST_CASE("an administrator sets a first password, which has to be changed before all else") {
  Client client;
  client.be_owner();
  REQUIRE(client.send(Method::put, "users/minh/password") == 200);
  const auto first = client.text("password");
  client.office = {};
  REQUIRE(client.sign_in("minh", first) == 201);
  CHECK(client.body().at("must_change_password") == true);
  CHECK(client.send(Method::get, "session") == 200);
  CHECK(client.send(Method::get, "tokens") == 403);
  CHECK(client.text("code") == "password_due");
  CHECK(client.send(Method::get, "campaigns") == 403);
  REQUIRE(client.send(Method::put, "session/password", {{"old", first}, {"new", new_password}}) ==
          200);
  client.keep_session();
  CHECK(client.body().at("must_change_password") == false);
  CHECK(client.send(Method::get, "tokens") == 200);
}

TEST_CASE("a password that the administrator chose is not told again") {
  Client client;
  client.be_owner();
  REQUIRE(client.send(Method::put, "users/minh/password", {{"password", new_password}}) == 200);
  CHECK(client.last.body.find(new_password) == std::string::npos);
  CHECK(client.send(Method::put, "users/minh/password", {{"password", "short"}}) == 422);
  CHECK(client.sign_in("minh", new_password) == 201);
}

TEST_CASE("only administrators change the accounts of others, of people that there are") {
  Client client;
  REQUIRE(client.sign_in() == 201);
  client.office.knows_person = true;
  for (const char* path : {"users/minh/password", "users/minh/sessions"}) {
    const auto method = std::string{path}.ends_with("password") ? Method::put : Method::del;
    client.office.administers = false;
    CHECK(client.send(method, path) == 403);
    CHECK(client.text("code") == "not_permitted");
    client.office = {.administers = true, .knows_person = false};
    CHECK(client.send(method, path) == 404);
  }
  client.office = {.administers = true, .knows_person = true};
  CHECK(client.send(Method::put, "users/lan/password") == 403);
  CHECK(client.text("code") == "own_password");
  CHECK(administered_person("/api/v1/users/minh/password") == model::UserId{"minh"});
  CHECK(!administered_person("/api/v1/users/owner:x/password"));
  CHECK(!administered_person("/api/v1/users/a/b/password"));
  CHECK(!administered_person("/api/v1/session/password"));
}

TEST_CASE("an administrator ends all by which somebody is signed in") {
  Client client;
  REQUIRE(client.sign_in() == 201);
  const auto session = client.proof;
  const auto token = client.token_for("read");
  client.be_owner();
  REQUIRE(client.send(Method::del, "users/lan/sessions") == 200);
  CHECK(client.body() == json::object{{"sessions", 1}, {"tokens", 1}});
  client.proof = session;
  CHECK(client.send(Method::get, "session") == 401);
  client.proof = {.authorization = "Bearer " + token};
  CHECK(client.send(Method::get, "session") == 401);
}

TEST_CASE("people see where they are signed in, and end it there") {
  Client client;
  REQUIRE(client.sign_in() == 201);
  const auto other = client.proof;
  client.accounts.now += seconds{1};
  REQUIRE(client.sign_in() == 201);
  REQUIRE(client.send(Method::get, "sessions") == 200);
  const auto list = client.body().at("sessions").as_array();
  REQUIRE(list.size() == 2);
  CHECK(list.at(0).at("current") == true);
  CHECK(list.at(1).at("current") == false);
  CHECK(list.at(1).at("address") == "203.0.113.7");
  const std::string id{list.at(1).at("id").as_string()};
  CHECK(client.send(Method::del, "sessions/" + id) == 204);
  CHECK(client.send(Method::del, "sessions/" + id) == 404);
  CHECK(client.send(Method::get, "session") == 200);
  client.proof = other;
  CHECK(client.send(Method::get, "session") == 401);
}

TEST_CASE("what is asked by POST and only reads is known by its operation") {
  std::string only_read;
  for (const auto& operation : api::operations()) {
    CHECK((operation.method != Method::get || !operation.writes()));
    if (operation.method != Method::get && !operation.writes()) {
      only_read += std::string{operation.id} + ' ';
    }
  }
  CHECK(only_read ==
        "checkPlan showPlan simulatePlan comparePlans drawPlan formatPlan copyPlan verifyJournal ");
  CHECK(api::may_change(Method::post, "/api/v1/campaigns/a/tasks/b/comment"));
  CHECK(api::may_change(Method::post, "/api/v1/tokens"));
  CHECK_FALSE(api::may_change(Method::get, "/api/v1/tokens"));
}

TEST_CASE("a token is shown once, and does what its scope says without a token of forgery") {
  Client client;
  REQUIRE(client.sign_in() == 201);
  const auto session = client.proof;
  const auto reading = client.token_for("read");
  const auto writing = client.token_for("write");
  REQUIRE(client.send(Method::get, "tokens") == 200);
  CHECK(client.last.body.find("secret") == std::string::npos);
  CHECK(client.body().at("tokens").as_array().size() == 2);

  client.proof = {.authorization = "bearer " + reading};
  REQUIRE(client.send(Method::get, "session") == 200);
  CHECK(client.text("signed_in_by") == "token");
  CHECK(!client.body().contains("anti_forgery_token"));
  CHECK(client.send(Method::post, "campaigns") == 403);
  CHECK(client.text("code") == "read_only");
  CHECK(client.send(Method::post, "imports/users") == 403);
  CHECK(client.send(Method::put, "clock") == 403);
  // Not theirs who answer here, but let in.
  CHECK(client.send(Method::post, "plans/check") == 404);
  CHECK(client.send(Method::post, "journal/verify") == 404);
  client.proof = {.authorization = "Bearer " + writing};
  CHECK(client.send(Method::post, "campaigns") == 404);

  client.proof = session;
  REQUIRE(client.send(Method::get, "tokens") == 200);
  const auto list = client.body().at("tokens").as_array();
  for (const auto& token : list) {
    const std::string id{token.at("id").as_string()};
    CHECK(client.send(Method::del, "tokens/" + id) == 204);
    CHECK(client.send(Method::del, "tokens/" + id) == 404);
  }
  client.proof = {.authorization = "Bearer " + writing};
  CHECK(client.send(Method::get, "session") == 401);
}

TEST_CASE("a token that cannot be is refused") {
  Client client;
  REQUIRE(client.sign_in() == 201);
  const auto refusal = [&](const char* name, const char* scope, const std::string& end) {
    CHECK(client.send(Method::post, "tokens",
                      {{"name", name}, {"scope", scope}, {"expires_at", end}}) == 422);
    return client.text("code");
  };
  const auto soon = to_string(client.accounts.now + hours{1});
  CHECK(refusal("", "read", soon) == "bad_token_name");
  CHECK(refusal("x", "all", soon) == "bad_scope");
  CHECK(refusal("x", "read", "tomorrow") == "bad_instant");
  CHECK(refusal("x", "read", to_string(client.accounts.now)) == "bad_token_expiry");
}

TEST_CASE("a token changes no account, and the owner has none") {
  Client client;
  REQUIRE(client.sign_in() == 201);
  client.proof = {.authorization = "Bearer " + client.token_for("write")};
  client.office = {.administers = true, .knows_person = true};
  CHECK(client.send(Method::get, "tokens") == 403);
  CHECK(client.text("code") == "not_by_token");
  CHECK(client.send(Method::put, "session/password",
                    {{"old", lans_password}, {"new", new_password}}) == 403);
  CHECK(client.send(Method::put, "users/minh/password") == 403);
  CHECK(client.send(Method::del, "session") == 403);
  client.be_owner();
  CHECK(client.send(Method::get, "session") == 200);
  CHECK(client.send(Method::get, "sessions") == 403);
  CHECK(client.text("code") == "owner_has_no_account");
}

TEST_CASE("a token erases nobody's account with his address") {
  Client client;
  REQUIRE(client.sign_in() == 201);
  const auto by_session = client.proof;
  const auto path = std::string{"/api/v1/users/minh/contact"};
  const auto asks = [&](const Proof& proof, Method method) {
    api::Request request;
    request.method = method;
    request.path = path;
    const auto asker = identify(client.accounts.sign_in, proof, request, true, client.accounts.now);
    const auto* refused = std::get_if<api::Response>(&asker);
    return refused == nullptr ? std::string{} : refused->code;
  };
  const auto made = good(client.accounts.sign_in.make_token(
      lan, "x", port::Scope::write, client.accounts.now + hours{1}, client.accounts.now));
  const Proof by_token{.authorization = "Bearer " + std::get<SignIn::MadeToken>(made).text};
  CHECK(asks(by_token, Method::del) == "not_by_token");
  CHECK(asks(by_token, Method::put).empty());
  CHECK(asks(by_session, Method::del).empty());
}

TEST_CASE("where a header says who asks, the cookie does not count") {
  Client client;
  REQUIRE(client.sign_in() == 201);
  for (const std::string sent : {"Bearer x", "Bearer ", "Bearer", "Basic bGFuOng=", "nonsense"}) {
    client.proof.authorization = sent;
    CHECK(client.send(Method::get, "session") == 401);
    CHECK(client.header("WWW-Authenticate") == "Bearer realm=\"tiendo\"");
    CHECK(client.header("Set-Cookie").empty());
  }
}

TEST_CASE("paths and methods that are not there are told") {
  Client client;
  REQUIRE(client.sign_in() == 201);
  CHECK(client.send(Method::put, "session") == 405);
  CHECK(client.header("Allow") == "POST, GET, HEAD, DELETE");
  CHECK(client.send(Method::get, "session/") == 404);
  CHECK(is_account_path("/api/v1/tokens/abc"));
  CHECK(!is_account_path("/api/v1/tokens/a%20c"));
  CHECK(!is_account_path("/api/v1/users"));
  CHECK(!is_account_path("/session"));
}

TEST_CASE("an administrator sees where somebody is signed in, and ends it") {
  Client client;
  REQUIRE(client.sign_in() == 201);
  const auto lans = client.proof;
  client.be_owner();
  REQUIRE(client.send(Method::get, "users/lan/sessions") == 200);
  const auto list = client.body().at("sessions").as_array();
  REQUIRE(list.size() == 1);
  CHECK(list.at(0).at("current") == false);
  const auto path = "users/lan/sessions/" + std::string{list.at(0).at("id").as_string()};
  client.office.administers = false;
  CHECK(client.send(Method::del, path) == 403);
  CHECK(client.text("code") == "not_permitted");
  client.office.administers = true;
  CHECK(client.send(Method::del, "users/minh" + path.substr(9)) == 404);
  CHECK(client.send(Method::del, path) == 204);
  client.proof = lans;
  CHECK(client.send(Method::get, "session") == 401);
}

TEST_CASE(
    "a token for somebody else is made by the owner alone, listed and revoked by administrators") {
  Client client;
  const json::object wanted{{"name", "báo cáo"},
                            {"scope", "read"},
                            {"expires_at", to_string(client.accounts.now + hours{24})}};
  client.be_owner();
  REQUIRE(client.send(Method::post, "users/lan/tokens", wanted) == 201);
  const auto secret = client.text("secret");
  client.proof = {.authorization = "Bearer " + secret};
  REQUIRE(client.send(Method::get, "session") == 200);
  CHECK(client.text("user") == "lan");

  client.accounts.set_password(minh, lans_password);
  REQUIRE(client.sign_in("minh") == 201);
  CHECK(client.send(Method::post, "users/lan/tokens", wanted) == 403);
  CHECK(client.text("code") == "only_by_owner");
  REQUIRE(client.send(Method::get, "users/lan/tokens") == 200);
  const std::string id{client.body().at("tokens").as_array().at(0).at("id").as_string()};
  CHECK(client.send(Method::del, "users/lan/tokens/" + id) == 204);
  CHECK(client.send(Method::del, "users/lan/tokens/" + id) == 404);
  client.proof = {.authorization = "Bearer " + secret};
  CHECK(client.send(Method::get, "session") == 401);
}

TEST_CASE("whose account it is stands in the path") {
  CHECK(administered_person("/api/v1/users/lan/tokens/abc") == model::UserId{"lan"});
  CHECK(administered_person("/api/v1/users/lan/sessions") == model::UserId{"lan"});
  CHECK(administered_person("/api/v1/tokens/abc") == std::nullopt);
  CHECK(!is_account_path("/api/v1/users/lan/tokens/abc/"));
  CHECK(!is_account_path("/api/v1/users//tokens"));
  CHECK(!is_account_path("/api/v1/users/lan"));
}
