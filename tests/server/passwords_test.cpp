#include "server/passwords.hpp"

#include <set>

#include "base/fold.hpp"
#include "server/accounts_fixture.hpp"

using namespace tiendo;
using namespace tiendo::server;

namespace {

const PasswordCost least{.passes = 1, .memory = 8192};

bool is_fit(const std::string& password) {
  return !why_unfit(password, lan);
}

}  // namespace

TEST_CASE("a password is proved by its hash, another is not") {
  const Passwords passwords{least};
  const auto hash = good(passwords.hash("chiều nay trời mưa"));
  CHECK(hash.starts_with("$argon2id$v=19$m=8,t=1,p=1$"));
  CHECK(hash != good(passwords.hash("chiều nay trời mưa")));
  CHECK(good(passwords.prove(hash, "chiều nay trời mưa")).right);
  CHECK(good(passwords.prove(hash, "chiều nay trời mưa")).hashed_anew.empty());
  CHECK(!good(passwords.prove(hash, "chieu nay troi mua")).right);
  CHECK(!good(passwords.prove("", "chiều nay trời mưa")).right);
  CHECK(!good(passwords.prove("nonsense", "chiều nay trời mưa")).right);
}

TEST_CASE("a password is the same from a keyboard that sends marks apart") {
  const Passwords passwords{least};
  const std::string apart = "chie\u0302\u0300u nay tro\u031b\u0300i mu\u031ba";
  REQUIRE(to_nfc(apart) == "chiều nay trời mưa");
  CHECK(good(passwords.prove(good(passwords.hash(apart)), "chiều nay trời mưa")).right);
  CHECK(good(passwords.prove(good(passwords.hash("chiều nay trời mưa")), apart)).right);
}

TEST_CASE("the cost that people pay is that of RFC 9106") {
  const Passwords passwords;
  const auto hash = good(passwords.hash("chiều nay trời mưa"));
  CHECK(hash.starts_with("$argon2id$v=19$m=65536,t=3,p=1$"));
  const auto old = good(Passwords{least}.hash("chiều nay trời mưa"));
  const auto proof = good(passwords.prove(old, "chiều nay trời mưa"));
  CHECK(proof.right);
  CHECK(proof.hashed_anew.starts_with("$argon2id$v=19$m=65536,t=3,p=1$"));
}

TEST_CASE("a password has ten to two hundred characters, however many bytes") {
  CHECK(is_fit("mưađárơito"));
  CHECK(!is_fit("mưađárơit"));
  std::string longest;
  for (int i = 0; i < 40; ++i) longest += "đáưởn";
  CHECK(is_fit(longest));
  CHECK(!is_fit(longest + "x"));
  CHECK(why_unfit(longest + "x", lan)->en == "the password has 201 characters; use 10 to 200");
}

TEST_CASE("a password that is easy to guess is refused") {
  for (const std::string easy :
       {"1234567890", "qwertyuiop", "QwertyUiop", "matkhau123", "Mật khẩu 123", "aaaaaaaaaaaa",
        "abababababab", "anh yêu em 123"}) {
    CAPTURE(easy);
    CHECK(!is_fit(easy));
  }
  CHECK(why_unfit("lan-tran-thi", model::UserId{"lan-tran-thi"}));
  CHECK(why_unfit("Lan-Tran-Thi12", model::UserId{"lan-tran-thi"}));
  CHECK(is_fit("lan thích mưa chiều"));
  CHECK(!is_fit("\xff\xfe\xfd\xfc\xfb\xfa\xf9\xf8\xf7\xf6\xf5"));
}

TEST_CASE("first passwords can be read aloud, are fit, and never come twice") {
  std::set<std::string> made;
  for (int i = 0; i < 1'000; ++i) {
    const auto password = generate_password();
    CHECK(password.size() == 19);
    CHECK(password.find_first_not_of("abcdefghjkmnpqrstuvwxyz23456789-") == std::string::npos);
    made.insert(password);
  }
  CHECK(made.size() == 1'000);
  CHECK(is_fit(*made.begin()));
}
