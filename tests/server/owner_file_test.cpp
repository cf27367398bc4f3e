#include "server/owner_file.hpp"

#include <sys/stat.h>

#include "server/accounts_fixture.hpp"

using namespace tiendo;
using namespace tiendo::server;

namespace fs = std::filesystem;

namespace {

const OwnerAccess access_here{"http://127.0.0.1:8080", "tiendo-owner.x"};

}  // namespace

TEST_CASE("the owner's file stands in the folder as long as the server runs") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "server.json";
  CHECK(!good(read_owner_file(folder.path())));
  {
    const auto written = good(OwnerFile::write(folder.path(), access_here));
    CHECK(good(read_owner_file(folder.path())) == access_here);
    struct stat status {};
    REQUIRE(::stat(file.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
    CHECK(count_below(folder.path()) == 1);
  }
  CHECK(count_below(folder.path()) == 0);
}

TEST_CASE("what a server left that died is replaced") {
  const TemporaryFolder folder;
  write_file(folder.path() / "server.json", "{}");
  const auto written = good(OwnerFile::write(folder.path(), access_here));
  CHECK(good(read_owner_file(folder.path())) == access_here);
}

TEST_CASE("an owner's file that others may have read or laid there is refused") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "server.json";
  const auto written = good(OwnerFile::write(folder.path(), access_here));
  SECTION("others may read it") {
    fs::permissions(file, fs::perms::others_read, fs::perm_options::add);
  }
  SECTION("the group may write to it") {
    fs::permissions(file, fs::perms::group_write, fs::perm_options::add);
  }
  SECTION("it is a link") {
    fs::rename(file, folder.path() / "elsewhere.json");
    fs::create_symlink(folder.path() / "elsewhere.json", file);
  }
  SECTION("it is a pipe") {
    fs::remove(file);
    REQUIRE(::mkfifo(file.c_str(), 0600) == 0);
  }
  const auto read = read_owner_file(folder.path());
  REQUIRE(read.has_error());
  CHECK(read.error().where == file.string());
  CHECK(read.error().message.en.find("chmod 600") != std::string::npos);
}

TEST_CASE("an owner's file that says something else is refused") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "server.json";
  const std::string content = GENERATE(
      std::string{}, std::string{"["}, std::string{"[]"}, std::string{"{\"address\":\"x\"}"},
      std::string{"{\"address\":\"x\",\"token\":1}"}, std::string(5'000, ' '));
  write_file(file, content);
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
  const auto read = read_owner_file(folder.path());
  REQUIRE(read.has_error());
  CHECK(read.error().message.en.find("not understood") != std::string::npos);
}
