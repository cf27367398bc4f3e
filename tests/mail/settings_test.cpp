#include "email/settings.hpp"

#include <sys/stat.h>

#include "support/temporary_folder.hpp"

using namespace tiendo;
using email::Options;
using email::Security;

namespace {

/// A folder with a password in it, and options that are in order but for what a test changes.
struct Written {
  Written() {
    write_file(password, "mật khẩu 1\n");
    ::chmod(password.c_str(), 0600);
  }
  TemporaryFolder folder;
  std::filesystem::path password = folder.path() / "password";
  Options options{
      "smtp://tiendo@mail.example.vn", "Liên minh HTX <tiendo@example.vn>", password, {}, false};

  [[nodiscard]] email::Settings read() const {
    const auto settings = email::read_settings(options);
    INFO((settings ? "" : settings.error().message.en));
    REQUIRE(settings.has_value());
    return *settings;
  }
  /// What is wrong, in English, with its place before it.
  [[nodiscard]] std::string wrong() const {
    const auto settings = email::read_settings(options);
    REQUIRE_FALSE(settings.has_value());
    CHECK_FALSE(settings.error().message.vi.empty());
    CHECK(settings.error().message.vi != settings.error().message.en);
    CHECK_FALSE(settings.error().where.empty());
    return settings.error().where + ": " + settings.error().message.en;
  }
  [[nodiscard]] std::string wrong_server(const std::string& server) {
    options.server = server;
    return wrong();
  }
};

bool has(const std::string& text, const std::string& part) {
  INFO(text);
  CHECK(text.find(part) != std::string::npos);
  return true;
}

}  // namespace

TEST_CASE("smtp:// means STARTTLS at port 587, and the password is the line of the file") {
  const Written written;
  const auto settings = written.read();
  CHECK(settings.host == "mail.example.vn");
  CHECK(settings.port == 587);
  CHECK(settings.security == Security::starttls);
  CHECK(settings.user == "tiendo");
  CHECK(settings.password == "mật khẩu 1");
  CHECK(settings.from.address == "tiendo@example.vn");
  CHECK(settings.from.name == "Liên minh HTX");
}

TEST_CASE("smtps:// means TLS at once at port 465, and the user may be the sender") {
  Written written;
  written.options.server = "smtps://tiendo%40example.vn@MAIL.example.vn/";
  written.options.from.clear();
  const auto settings = written.read();
  CHECK(settings.security == Security::implicit);
  CHECK(settings.port == 465);
  CHECK(settings.host == "mail.example.vn");
  CHECK(settings.user == "tiendo@example.vn");
  CHECK(settings.from.address == "tiendo@example.vn");
  CHECK(settings.from.name.empty());
}

TEST_CASE("without TLS it goes to this machine, elsewhere only if that is said, never a password") {
  Written written;
  written.options.password_file.clear();
  for (const auto* here : {"smtp+plain://localhost", "smtp+plain://127.0.0.1:2525",
                           "smtp+plain://[::1]:25", "smtp+plain://LOCALHOST:25"}) {
    INFO(here);
    written.options.server = here;
    CHECK(written.read().security == Security::none);
  }
  written.options.server = "smtp+plain://tiendo@localhost:25";
  written.options.password_file = written.password;
  CHECK(written.read().user == "tiendo");

  written.options.password_file.clear();
  has(written.wrong_server("smtp+plain://mail.example.vn:25"), "this machine only");
  has(written.wrong_server("smtp+plain://127.example.vn:25"), "this machine only");
  written.options.plain_anywhere = true;
  CHECK(written.read().port == 25);
  written.options.password_file = written.password;
  has(written.wrong_server("smtp+plain://tiendo@mail.example.vn"), "a password is not sent");
}

TEST_CASE("what is no server is answered with how one is written") {
  Written written;
  for (const auto* server : {"", "mail.example.vn", "mail.example.vn:587", "http://mail.example.vn",
                             "smtp://tiendo@x y"
                             "smtp+tls://x"}) {
    INFO(server);
    written.options.server = server;
    const auto settings = email::read_settings(written.options);
    REQUIRE_FALSE(settings.has_value());
    CHECK(settings.error().message.en.find("smtp://") != std::string::npos);
  }
  has(written.wrong_server("smtp://tiendo@"), "the host is missing");
  has(written.wrong_server("smtp://tiendo@mail.example.vn:0"), "the host is missing or the port");
  has(written.wrong_server("smtp://tiendo@mail.example.vn:99999"), "the host is missing or the");
  has(written.wrong_server("smtp://tiendo@mail.example.vn/x"), "nothing may follow");
  has(written.wrong_server("smtp://tiendo@mail.example.vn?x=1"), "nothing may follow");
  has(written.wrong_server("smtp://a%0Ab@mail.example.vn"), "control characters");
}

TEST_CASE("a password beside the server is refused and not repeated") {
  Written written;
  for (const auto* server : {"smtp://tiendo:b%C3%AD-m%E1%BA%ADt@mail.example.vn",
                             "smtp://tiendo:b%C3%AD@m@mail.example.vn"}) {
    const auto said = written.wrong_server(server);
    CHECK(said.find("b%C3") == std::string::npos);
    CHECK(said.find("tiendo:") == std::string::npos);
    has(said, "mail.example.vn: ");
  }
  has(written.wrong_server("smtp://tiendo:x@mail.example.vn"), "a file of its own");
}

TEST_CASE("user and password come together") {
  Written written;
  has(written.wrong_server("smtp://mail.example.vn"), "no user");
  written.options.password_file.clear();
  has(written.wrong_server("smtp://tiendo@mail.example.vn"), "no file with his password");
  written.options.server = "smtp://mail.example.vn";
  CHECK(written.read().user.empty());
}

TEST_CASE("a file with a password is private and holds one line") {
  Written written;
  SECTION("it is not there") {
    std::filesystem::remove(written.password);
    has(written.wrong(), "password: cannot open it");
  }
  SECTION("everybody may read it") {
    ::chmod(written.password.c_str(), 0644);
    has(written.wrong(), "chmod 600");
  }
  SECTION("it is empty") {
    write_file(written.password, "\n");
    has(written.wrong(), "one line");
  }
  SECTION("it has two lines") {
    write_file(written.password, "a\nb\n");
    has(written.wrong(), "one line");
  }
  SECTION("it is no password at all") {
    write_file(written.password, std::string(100'000, 'x'));
    has(written.wrong(), "one line");
  }
  SECTION("it was written elsewhere") {
    write_file(written.password, "a b \r\n");
    CHECK(written.read().password == "a b ");
  }
}

TEST_CASE("a sender is an address, with a name or without") {
  Written written;
  written.options.from = "tiendo";
  has(written.wrong(), "tiendo: the sender: this is not an address");
  written.options.from.clear();
  has(written.wrong(), "there is no sender");
  CHECK(email::read_mailbox("  <a@b.vn>")->name.empty());
  CHECK(email::read_mailbox("Phòng NV  <a@b.vn>")->name == "Phòng NV");
  CHECK(email::read_mailbox("a@b.vn")->address == "a@b.vn");
  CHECK_FALSE(email::read_mailbox("An <a@b.vn").has_value());
  CHECK_FALSE(email::read_mailbox("").has_value());
}

TEST_CASE("a file of certificates that is not there is said at once") {
  Written written;
  written.options.ca_file = written.folder.path() / "ca.pem";
  has(written.wrong(), "ca.pem: there is no such file");
}
