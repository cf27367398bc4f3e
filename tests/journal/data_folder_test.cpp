#include "journal/sqlite/data_folder.hpp"

#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <thread>

#include "journal/failing_disk.hpp"
#include "journal/folder_layout.hpp"
#include "journal/rows.hpp"
#include "support/temporary_folder.hpp"

using namespace tiendo;
using namespace tiendo::journal;

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

const DataFolder::Making making{Timestamp{seconds{1'735'664'400}}, false};

DataFolder open_or_make(const fs::path& folder, milliseconds wait = milliseconds{0}) {
  return good(DataFolder::open_to_write(folder, {.make = making, .wait = wait}));
}

// What is said about `folder` when it is opened to write, made where it may be.
std::string refusal(const fs::path& folder, bool make = true) {
  DataFolder::Options options;
  if (make) options.make = making;
  const auto opened = DataFolder::open_to_write(folder, options);
  REQUIRE(opened.has_error());
  CHECK_FALSE(opened.error().message.vi.empty());
  return opened.error().message.en;
}

bool mentions(const std::string& text, const std::string& part) {
  INFO(text);
  return text.find(part) != std::string::npos;
}

/// Another process that has the folder open until it is killed.
class OtherProcess {
 public:
  explicit OtherProcess(const fs::path& folder) {
    int ready[2];
    REQUIRE(::pipe(ready) == 0);
    pid_ = ::fork();
    REQUIRE(pid_ >= 0);
    if (pid_ == 0) {
      const auto opened = DataFolder::open_to_write(folder, {.make = making});
      const char answer = opened.has_value() ? 'y' : 'n';
      if (::write(ready[1], &answer, 1) == 1) ::pause();
      ::_exit(1);
    }
    char answer = 0;
    REQUIRE(::read(ready[0], &answer, 1) == 1);
    REQUIRE(answer == 'y');
    ::close(ready[0]);
    ::close(ready[1]);
  }
  OtherProcess(const OtherProcess&) = delete;
  OtherProcess& operator=(const OtherProcess&) = delete;
  ~OtherProcess() { kill(); }

  [[nodiscard]] pid_t pid() const { return pid_; }
  void kill() {
    if (pid_ == 0) return;
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
    pid_ = 0;
  }

 private:
  pid_t pid_ = 0;
};

}  // namespace

TEST_CASE("a data folder is made for its owner alone, and known again") {
  const TemporaryFolder parent;
  const fs::path path = parent.path() / "data";
  Meta meta;
  {
    const auto made =
        good(DataFolder::open_to_write(path, {.make = DataFolder::Making{making.at, true}}));
    meta = made.meta();
    CHECK(meta.folder.size() == 32);
    CHECK(meta.made_at == making.at);
    CHECK(meta.rehearsal);
    append(made.store(), test_rows(3));
  }
  struct stat found {};
  REQUIRE(::stat(path.c_str(), &found) == 0);
  CHECK((found.st_mode & 0777) == 0700);
  const auto again = open_or_make(path);
  CHECK(again.meta() == meta);
  CHECK(rows_of(again.store()).size() == 3);
  const auto other = open_or_make(parent.path() / "other");
  CHECK(other.meta().folder != meta.folder);
  CHECK_FALSE(other.meta().rehearsal);
}

TEST_CASE("a folder that is there and empty becomes a data folder") {
  const TemporaryFolder folder;
  CHECK(mentions(refusal(folder.path(), false), "no journal yet"));
  open_or_make(folder.path());
  CHECK(fs::exists(journal_in(folder.path())));
}

TEST_CASE("a folder whose making was cut short is made anew") {
  const TemporaryFolder folder;
  write_file(folder.path() / "lock", "99999\n");
  write_file(folder.path() / "journal.db.new", "SQLite form");
  write_file(folder.path() / "journal.db.new-wal", "");
  const auto made = open_or_make(folder.path());
  append(made.store(), test_rows(1));
  CHECK_FALSE(fs::exists(folder.path() / "journal.db.new"));
  CHECK_FALSE(fs::exists(folder.path() / "journal.db.new-wal"));
}

TEST_CASE("a folder whose making failed at any moment is made anew") {
  FailingDisk disk;
  sqlite3_vfs_register(sqlite3_vfs_find(FailingDisk::name().c_str()), 1);
  bool failed = true;
  for (int first = 1; failed; ++first) {
    INFO("everything fails from call " << first << " on");
    const TemporaryFolder folder;
    disk.fail(first, 1'000'000, SQLITE_FULL);
    static_cast<void>(DataFolder::open_to_write(folder.path(), {.make = making}));
    failed = disk.has_failed();
    disk.heal();
    append(open_or_make(folder.path()).store(), test_rows(1));
  }
}

TEST_CASE("what is no data folder is left as it is") {
  const TemporaryFolder parent;
  const fs::path path = parent.path() / "data";
  SECTION("nothing there") {
    CHECK(mentions(refusal(path, false), "not there"));
    CHECK_FALSE(fs::exists(path));
    CHECK(mentions(refusal(path / "deeper"), "there is no folder"));
    CHECK(DataFolder::open_to_read(path).has_error());
  }
  SECTION("a file") {
    write_file(path, "text");
    CHECK(mentions(refusal(path, false), "where a folder should"));
    CHECK(DataFolder::open_to_write(path, {.make = making}).has_error());
    CHECK(content_of(path) == "text");
  }
  SECTION("somebody's papers") {
    fs::create_directory(path);
    write_file(path / "báo cáo.docx", "text");
    CHECK(mentions(refusal(path), "other things and no journal"));
    CHECK(count_below(path) == 1);
    CHECK(mentions(DataFolder::open_to_read(path).error().message.en, "other things"));
  }
  SECTION("a journal that went missing") {
    const std::string left = GENERATE("secrets.db", "evidence", "journal.db-wal", "snapshot");
    open_or_make(path);
    fs::remove(journal_in(path));
    write_file(path / left, "");
    CHECK(mentions(refusal(path), "lost its journal.db"));
    CHECK(mentions(DataFolder::open_to_read(path).error().message.en, "lost its journal.db"));
    CHECK_FALSE(fs::exists(journal_in(path)));
  }
  SECTION("a journal that is empty") {
    open_or_make(path);
    write_file(journal_in(path), "");
    CHECK(mentions(refusal(path), "the file is empty"));
    CHECK(fs::file_size(journal_in(path)) == 0);
  }
}

TEST_CASE("two processes do not write to one folder") {
  const TemporaryFolder folder;
  OtherProcess other(folder.path());
  const auto opened = DataFolder::open_to_write(folder.path(), {.wait = milliseconds{50}});
  REQUIRE(opened.has_error());
  CHECK(mentions(opened.error().message.en, "process " + std::to_string(other.pid())));
  CHECK(mentions(opened.error().message.vi, "tiến trình " + std::to_string(other.pid())));
  CHECK(opened.error().where == folder.path().string());
  // However it ends, the folder is free then.
  other.kill();
  append(open_or_make(folder.path()).store(), test_rows(1));
}

TEST_CASE("the second process waits for the first to end") {
  const TemporaryFolder folder;
  OtherProcess other(folder.path());
  std::thread end([&] { other.kill(); });
  const auto opened = DataFolder::open_to_write(folder.path(), {.wait = seconds{60}});
  end.join();
  CHECK(opened.has_value());
}

TEST_CASE("a folder is read beside its writer") {
  const TemporaryFolder folder;
  const auto writer = open_or_make(folder.path());
  append(writer.store(), test_rows(3));
  const auto reader = good(DataFolder::open_to_read(folder.path()));
  CHECK(rows_of(reader.store()).size() == 3);
  CHECK(reader.meta() == writer.meta());
  append(writer.store(), test_rows(2, 4));
  CHECK(rows_of(reader.store()).size() == 5);
}

TEST_CASE("a folder that cannot be written is read, and says so when it is to be written") {
  const TemporaryFolder folder;
  append(open_or_make(folder.path()).store(), test_rows(3));
  const bool lock_is_gone = GENERATE(false, true);
  if (lock_is_gone) fs::remove(folder.path() / "lock");
  // Whoever may do everything is somebody else for this.
  REQUIRE(::chmod(folder.path().c_str(), 0555) == 0);
  for (const auto& entry : fs::directory_iterator(folder.path())) {
    REQUIRE(::chmod(entry.path().c_str(), 0444) == 0);
  }
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    if (::geteuid() == 0 && ::setuid(65534) != 0) ::_exit(9);
    const auto writer = DataFolder::open_to_write(folder.path(), {.make = making});
    if (writer.has_value()) ::_exit(1);
    if (writer.error().message.en.find("owner of the folder") == std::string::npos) ::_exit(2);
    const auto reader = DataFolder::open_to_read(folder.path());
    if (reader.has_error()) ::_exit(3);
    ::_exit(reader->store().last_position().value() == 3 ? 0 : 4);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
  REQUIRE(::chmod(folder.path().c_str(), 0755) == 0);
}
