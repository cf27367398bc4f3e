#include "journal/sqlite/secrets.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <map>
#include <random>

#include "journal/full_disk.hpp"
#include "support/temporary_folder.hpp"

using namespace tiendo;
using namespace tiendo::journal;
using model::UserId;

namespace fs = std::filesystem;

namespace {

struct Kept {
  TemporaryFolder folder;
  fs::path file = folder.path() / "secrets.db";
  std::unique_ptr<SecretsFile> secrets = SecretsFile::open(file).value();

  void put(const std::string& user, const std::string& name, const std::string& value) {
    REQUIRE(secrets->put(UserId(user), name, value).has_value());
  }
  std::optional<std::string> get(const std::string& user, const std::string& name) const {
    return secrets->get(UserId(user), name).value();
  }
  void open_again() {
    secrets.reset();
    secrets = SecretsFile::open(file).value();
  }
};

// In the file itself and whatever stands beside it.
bool anywhere_below(const fs::path& folder, const std::string& bytes) {
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && content_of(entry.path()).find(bytes) != std::string::npos)
      return true;
  return false;
}

unsigned mode_of(const fs::path& file) {
  struct stat status {};
  REQUIRE(::stat(file.c_str(), &status) == 0);
  return status.st_mode & 0777;
}

}  // namespace

TEST_CASE("a secret is kept by person and name, and replaced") {
  Kept kept;
  CHECK(!kept.get("lan", "email"));
  kept.put("lan", "email", "lan@lmhtx.example");
  kept.put("lan", "zalo", "0912 345 678");
  kept.put("minh", "email", "");
  kept.put("lan", "email", "lan.tran@lmhtx.example");
  kept.open_again();
  CHECK(kept.get("lan", "email") == "lan.tran@lmhtx.example");
  CHECK(kept.get("lan", "zalo") == "0912 345 678");
  CHECK(kept.get("minh", "email") == "");
  CHECK(!kept.get("minh", "zalo"));
  const std::string bytes("\0\xff'\"\n", 5);
  kept.put("lan", "key", bytes);
  CHECK(kept.get("lan", "key") == bytes);
}

TEST_CASE("the file of secrets is its owner's alone, even where it was not") {
  Kept kept;
  CHECK(mode_of(kept.file) == 0600);
  fs::permissions(kept.file, fs::perms::all);
  kept.open_again();
  CHECK(mode_of(kept.file) == 0600);
}

TEST_CASE("what is erased is in no file any more") {
  // 26: with it a page splits and leaves a value behind in the free space of the other half.
  const auto seed = GENERATE(26u, std::random_device{}());
  CAPTURE(seed);
  std::mt19937 random(seed);
  Kept kept;
  std::vector<std::string> of_lan;
  std::map<std::string, std::string> of_others;
  // Values of many lengths, put and replaced in between one another, so that pages fill, split and
  // overflow.
  for (int i = 0; i < 150; ++i) {
    const std::string user = i % 5 == 0 ? "lan" : fmt::format("user-{}", random() % 40);
    const std::string name = fmt::format("name-{}", random() % 8);
    const std::size_t length = random() % 20 == 0 ? 9'000 : random() % 400;
    const std::string start = fmt::format("<{}-{:08x}>", user, random());
    const std::string value = start + std::string(length, 'v');
    kept.put(user.c_str(), name, value);
    if (user == "lan") {
      of_lan.push_back(start);
    } else {
      of_others[user + ' ' + name] = value;
    }
  }
  REQUIRE(anywhere_below(kept.folder.path(), of_lan.back()));

  REQUIRE(kept.secrets->erase(UserId("lan")).has_value());
  for (const std::string& start : of_lan) CHECK(!anywhere_below(kept.folder.path(), start));
  CHECK(!anywhere_below(kept.folder.path(), "lan"));
  for (const auto& [key, value] : of_others) {
    const auto space = key.find(' ');
    CHECK(kept.get(key.substr(0, space), key.substr(space + 1)) == value);
  }
  REQUIRE(kept.secrets->erase(UserId("lan")).has_value());
}

TEST_CASE("a file that is no file of secrets is refused and left as it is") {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "secrets.db";
  const auto refusal = [&] {
    const auto opened = SecretsFile::open(file);
    REQUIRE(opened.has_error());
    CHECK(opened.error().where == file.string());
    return opened.error().message.en;
  };
  SECTION("text") {
    const std::string text = std::string(5'000, 'x');
    write_file(file, text);
    CHECK(refusal().find("damaged or was not made by tiendo") != std::string::npos);
    CHECK(content_of(file) == text);
  }
  SECTION("another database") {
    SQLite::Database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("CREATE TABLE secrets(x)");
    CHECK(refusal().find("no file of secrets of tiendo") != std::string::npos);
  }
  SECTION("a newer version") {
    REQUIRE(SecretsFile::open(file).has_value());
    SQLite::Database(file.string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version=3");
    CHECK(refusal().find("a newer version of tiendo") != std::string::npos);
  }
  SECTION("a folder") {
    fs::create_directory(file);
    CHECK(refusal().find("it is a folder") != std::string::npos);
  }
}

TEST_CASE("a file of secrets whose making was cut off is made again") {
  const TemporaryFolder folder;
  write_file(folder.path() / "secrets.db", "");
  const auto secrets = SecretsFile::open(folder.path() / "secrets.db").value();
  CHECK(secrets->put(UserId("lan"), "email", "x").has_value());
}

TEST_CASE("a full disk loses no secret and tells none") {
  Kept kept;
  kept.put("lan", "email", "lan@lmhtx.example");
  const auto size = fs::file_size(kept.file);
  kept.secrets.reset();
  CHECK(with_files_up_to(size + 2'000, [&] {
    const auto secrets = SecretsFile::open(kept.file).value();
    const auto put = secrets->put(UserId("minh"), "key", std::string(50'000, 'k'));
    return put.has_error() && put.error().message.en.find("kkk") == std::string::npos &&
           secrets->get(UserId("lan"), "email").value() == "lan@lmhtx.example";
  }));
  kept.open_again();
  CHECK(kept.get("lan", "email") == "lan@lmhtx.example");
  CHECK(!kept.get("minh", "key"));
}
