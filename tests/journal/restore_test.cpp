#include "journal/sqlite/restore.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "journal/filled_folder.hpp"
#include "journal/full_disk.hpp"
#include "journal/hash.hpp"

using namespace tiendo;
using namespace tiendo::journal;

namespace fs = std::filesystem;

namespace {

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

struct BackedUp {
  FilledFolder data;
  fs::path file = data.file;
  fs::path target = data.outer.path() / "restored";
  std::string bytes;

  BackedUp() {
    data.back_up();
    bytes = content_of(file);
  }

  // Refused with a place and a message, and nothing is left of the attempt.
  std::string refusal() const {
    const auto entries = count_below(data.outer.path());
    const auto made = restore(file, target);
    REQUIRE(made.has_error());
    CHECK(!made.error().where.empty());
    CHECK(!made.error().message.vi.empty());
    CHECK(count_below(data.outer.path()) == entries);
    return made.error().message.en;
  }

  // Somebody who knows the seal changes the backup.
  void forge(const std::string& sql) const {
    const auto seal = bytes.rfind("\ntiendo-backup ");
    write_file(file, bytes.substr(0, seal));
    SQLite::Database(file.string(), SQLite::OPEN_READWRITE).exec(sql);
    const std::string changed = content_of(file);
    write_file(file, changed + "\ntiendo-backup 1 sha256 " + to_hex(sha256(changed)) + "\n");
  }
};

}  // namespace

TEST_CASE("a folder is restored where there is none or an empty one") {
  const BackedUp backup;
  fs::path place = backup.target;
  SECTION("there is none") {}
  SECTION("there is an empty one") {
    fs::create_directory(place);
  }
  SECTION("its name ends in a slash") {
    place += "/";
  }
  SECTION("a link leads to it") {
    fs::create_directory(backup.target);
    place = backup.data.outer.path() / "link";
    fs::create_symlink(backup.target, place);
  }
  CHECK(good(restore(backup.file, place)).events == 50);
  check_same_content(backup.data, backup.target);
  struct stat status {};
  REQUIRE(::stat(backup.target.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0700);
  CHECK(content_of(backup.file) == backup.bytes);
}

TEST_CASE("nothing that exists is touched by a restore") {
  const BackedUp backup;
  SECTION("a folder that holds something") {
    fs::create_directory(backup.target);
    write_file(backup.target / "letter", "x");
    CHECK(holds(backup.refusal(), "something stands there already"));
    CHECK(content_of(backup.target / "letter") == "x");
  }
  SECTION("a file") {
    write_file(backup.target, "x");
    CHECK(holds(backup.refusal(), "something stands there already"));
    CHECK(content_of(backup.target) == "x");
  }
  SECTION("the folder that was backed up") {
    const std::string before = content_of(journal_in(backup.data.path));
    CHECK(restore(backup.file, backup.data.path).has_error());
    CHECK(content_of(journal_in(backup.data.path)) == before);
  }
  SECTION("nothing leads there") {
    CHECK(restore(backup.file, backup.target / "a" / "b").has_error());
    CHECK(!fs::exists(backup.target));
  }
}

TEST_CASE("a backup that is cut off anywhere is refused") {
  const BackedUp backup;
  const auto size = backup.bytes.size();
  std::vector<std::uintmax_t> sizes{0, 1, 15, 16, 71, 72, 100, 4095, 4096};
  for (auto at = size / 7; at < size; at += size / 7) sizes.push_back(at);
  for (auto at = size - 100; at < size; ++at) sizes.push_back(at);
  for (const auto cut : sizes) {
    CAPTURE(cut, size);
    fs::resize_file(backup.file, size);
    write_file(backup.file, backup.bytes.substr(0, cut));
    const std::string message = backup.refusal();
    CHECK((cut < 72 ? holds(message, "is no backup of tiendo") : holds(message, "is cut off")));
  }
}

TEST_CASE("one changed bit anywhere in a backup is found") {
  const BackedUp backup;
  const auto size = backup.bytes.size();
  std::vector<std::size_t> places;
  for (std::size_t at = 0; at < size; at += size / 25) places.push_back(at);
  for (std::size_t at = size - 90; at < size; at += 3) places.push_back(at);
  places.push_back(size - 1);
  for (const std::size_t at : places) {
    CAPTURE(at, size);
    std::string changed = backup.bytes;
    changed[at] = static_cast<char>(changed[at] ^ 1 << at % 8);
    write_file(backup.file, changed);
    backup.refusal();
  }
  std::string longer = backup.bytes + "x";
  write_file(backup.file, longer);
  backup.refusal();
}

TEST_CASE("what is no backup is refused by what it is") {
  const BackedUp backup;
  SECTION("missing") {
    fs::remove(backup.file);
    CHECK(holds(backup.refusal(), "not there"));
  }
  SECTION("empty") {
    write_file(backup.file, "");
    CHECK(holds(backup.refusal(), "is no backup of tiendo"));
  }
  SECTION("a text") {
    write_file(backup.file, std::string(10'000, 'x'));
    CHECK(holds(backup.refusal(), "is no backup of tiendo"));
  }
  SECTION("the journal itself") {
    fs::copy_file(journal_in(backup.data.path), backup.file, fs::copy_options::overwrite_existing);
    CHECK(holds(backup.refusal(), "is no backup of tiendo"));
  }
  SECTION("a folder") {
    fs::remove(backup.file);
    fs::create_directory(backup.file);
    backup.refusal();
  }
  SECTION("of a newer version") {
    std::string newer = backup.bytes;
    newer.replace(newer.rfind("backup 2"), 8, "backup 3");
    write_file(backup.file, newer);
    CHECK(holds(backup.refusal(), "version 3 of its format"));
  }
  SECTION("with a journal of a newer version") {
    backup.forge("PRAGMA user_version=99");
    CHECK(holds(backup.refusal(), "the journal has version 99 of the format"));
  }
  SECTION("sealed, but without the tables") {
    backup.forge("DROP TABLE evidence");
    CHECK(holds(backup.refusal(), "tables are missing"));
  }
}

TEST_CASE("a backup from before there were passwords is restored") {
  const BackedUp backup;
  backup.forge("DROP TABLE passwords");
  good(restore(backup.file, backup.target));
  const auto secrets = good(SecretsFile::open(secrets_in(backup.target)));
  CHECK(good(secrets->get(model::UserId("lan"), "email")) == "lan@lmhtx.example");
}

TEST_CASE("a backup that was changed and sealed anew is found by the hashes within") {
  const BackedUp backup;
  const std::string sql =
      GENERATE("UPDATE events SET payload='{}' WHERE position=17",
               "DELETE FROM events WHERE position=50", "DELETE FROM streams", "DROP TABLE events",
               "DROP TABLE meta", "UPDATE evidence SET content=x'79' WHERE rowid=2",
               "UPDATE evidence SET content=x'79' WHERE rowid=(SELECT max(rowid) FROM evidence)",
               "DELETE FROM evidence WHERE part=1", "UPDATE evidence SET part=0",
               "UPDATE evidence SET hash='./../../x'", "UPDATE evidence SET hash=upper(hash)",
               "INSERT INTO evidence SELECT * FROM evidence WHERE rowid=1", "DELETE FROM backup");
  CAPTURE(sql);
  backup.forge(sql);
  backup.refusal();
}

TEST_CASE("a disk that is full in the middle of a restore leaves nothing") {
  const BackedUp backup;
  const auto entries = count_below(backup.data.outer.path());
  const auto journal = fs::file_size(journal_in(backup.data.path));
  // Among the pages of the journal, among those of the secrets, within the evidence.
  for (const rlim_t room : {rlim_t{1}, rlim_t{9'000}, static_cast<rlim_t>(journal - 1),
                            rlim_t{500'000}, rlim_t{1'299'999}}) {
    CAPTURE(room);
    CHECK(with_files_up_to(room, [&] { return restore(backup.file, backup.target).has_error(); }));
    CHECK(count_below(backup.data.outer.path()) == entries);
    CHECK(content_of(backup.file) == backup.bytes);
  }
  CHECK(
      with_files_up_to(1'300'000, [&] { return restore(backup.file, backup.target).has_value(); }));
}
