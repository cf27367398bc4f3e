#include "journal/sqlite/backup.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/stat.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <thread>

#include "journal/filled_folder.hpp"
#include "journal/full_disk.hpp"
#include "journal/sqlite/restore.hpp"

using namespace tiendo;
using namespace tiendo::journal;

namespace fs = std::filesystem;

namespace {

std::string refusal(const Result<BackupReport>& made) {
  REQUIRE(made.has_error());
  CHECK(!made.error().where.empty());
  return made.error().message.en;
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

void attach(const FilledFolder& data, const std::vector<std::string>& hashes) {
  const auto store = open_store(journal_in(data.path));
  std::vector<Row> rows;
  for (const std::string& hash : hashes) {
    rows.push_back(test_row(50 + rows.size() + 1, "thi-dua"));
    rows.back().type = "EvidenceAttached";
    rows.back().payload = R"({"task":"coopstar","evidence":{"hash":")" + hash + "\"}}";
  }
  append(*store, rows);
}

}  // namespace

TEST_CASE("a backup that is restored is the folder that it was made of") {
  const FilledFolder data;
  const auto made = data.back_up();
  CHECK(made.events == 50);
  CHECK(made.streams == 3);
  CHECK(made.evidence_files == 4);
  CHECK(made.damaged.empty());
  CHECK(made.bytes == fs::file_size(data.file));

  const fs::path restored = data.outer.path() / "restored";
  const auto report = good(restore(data.file, restored));
  CHECK(report.events == 50);
  CHECK(report.streams == 3);
  CHECK(report.evidence_files == 4);
  CHECK(report.secrets);
  check_same_content(data, restored);
  const auto secrets = good(SecretsFile::open(secrets_in(restored)));
  CHECK(good(secrets->get(model::UserId("lan"), "email")) == "lan@lmhtx.example");
  CHECK(good(secrets->get(model::UserId("minh"), "key")) == std::string("\0\xff", 2));
  // The folder, the backup, what was restored: and nothing beside them.
  fs::directory_iterator beside(data.outer.path());
  CHECK(std::distance(begin(beside), end(beside)) == 3);
}

TEST_CASE("a restored folder takes new rows and is backed up in its turn") {
  const FilledFolder data;
  data.back_up();
  const fs::path restored = data.outer.path() / "restored";
  good(restore(data.file, restored));
  append(*open_store(journal_in(restored)), test_rows(3, 51));
  const fs::path again = data.outer.path() / "again";
  CHECK(good(backup(restored, again, {})).events == 53);
}

TEST_CASE("a backup is one file, its owner's alone, that SQLite reads without a log") {
  const FilledFolder data;
  data.back_up();
  struct stat status {};
  REQUIRE(::stat(data.file.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  SQLite::Database database(data.file.string(), SQLite::OPEN_READWRITE);
  CHECK(database.execAndGet("PRAGMA journal_mode").getString() == "delete");
  CHECK(database.execAndGet("PRAGMA integrity_check").getString() == "ok");
  CHECK(database.execAndGet("SELECT count(*) FROM events").getInt() == 50);
  CHECK(database.execAndGet("SELECT value FROM backup WHERE name='made_at'").getString() ==
        "2025-02-20T04:20:00+07:00");
}

TEST_CASE("beside a process that writes a backup is of one moment") {
  FilledFolder data(2'000);
  const auto store = open_store(journal_in(data.path));
  std::atomic<bool> stop = false;
  std::thread writer([&] {
    for (std::uint64_t next = 2'001; !stop; next += 10) append(*store, test_rows(10, next));
  });
  std::vector<std::uint64_t> found;
  for (int i = 0; i < 5; ++i) found.push_back(data.back_up({.replace = i > 0}).events);
  stop = true;
  writer.join();
  CHECK(std::is_sorted(found.begin(), found.end()));
  const fs::path restored = data.outer.path() / "restored";
  CHECK(good(restore(data.file, restored)).events == found.back());
  auto all = rows_of(*store);
  REQUIRE(all.size() >= found.back());
  CHECK(found.back() % 10 == 0);  // a batch is there whole or not at all
  all.resize(found.back());
  CHECK(rows_of(*open_store(journal_in(restored))) == all);
}

TEST_CASE("a folder that a process left behind as it died is backed up with its last rows") {
  const FilledFolder data;
  const auto store = open_store(journal_in(data.path));
  append(*store, test_rows(5, 51));
  // The files as they are now, the log not yet in the journal.
  const fs::path left = data.outer.path() / "left";
  fs::create_directory(left);
  fs::copy(journal_in(data.path), journal_in(left));
  fs::copy(journal_in(data.path).string() + "-wal", journal_in(left).string() + "-wal");
  CHECK(good(backup(left, data.file, {})).events == 55);
}

TEST_CASE("secrets are left out where that is said") {
  const FilledFolder data;
  const std::string secret = "lan@lmhtx.example";
  data.back_up();
  CHECK(holds(content_of(data.file), secret));
  data.back_up({.secrets = false, .replace = true});
  CHECK(!holds(content_of(data.file), secret));
  const fs::path restored = data.outer.path() / "restored";
  CHECK(!good(restore(data.file, restored)).secrets);
  CHECK(!fs::exists(secrets_in(restored)));
}

TEST_CASE("a file that exists is not replaced unless that is said, and then only a backup") {
  const FilledFolder data;
  write_file(data.file, "a letter");
  CHECK(holds(refusal(backup(data.path, data.file, {})), "it is there already"));
  CHECK(holds(refusal(backup(data.path, data.file, {.replace = true})), "is no backup"));
  CHECK(content_of(data.file) == "a letter");
  fs::remove(data.file);
  data.back_up();
  const std::string first = content_of(data.file);
  CHECK(holds(refusal(backup(data.path, data.file, {})), "it is there already"));
  CHECK(content_of(data.file) == first);
  append(*open_store(journal_in(data.path)), test_rows(1, 51));
  CHECK(data.back_up({.replace = true}).events == 51);

  for (const fs::path& own : {journal_in(data.path), secrets_in(data.path)}) {
    const std::string before = content_of(own);
    CHECK(holds(refusal(backup(data.path, own, {.replace = true})), "the data folder itself"));
    CHECK(content_of(own) == before);
  }
}

TEST_CASE("evidence that was changed is left out and named") {
  const FilledFolder data;
  const std::string changed = data.evidence[3];
  write_file(evidence_in(data.path) / blob_place(changed), std::string(1'300'000, 'y'));
  const auto made = data.back_up();
  CHECK(made.damaged == std::vector{DamagedEvidence{changed}});
  CHECK(made.evidence_files == 3);
  const fs::path restored = data.outer.path() / "restored";
  CHECK(good(restore(data.file, restored)).evidence_files == 3);
  CHECK(!fs::exists(evidence_in(restored) / blob_place(changed)));
}

TEST_CASE("evidence that an event names and that is gone is named, and not in what is restored") {
  const FilledFolder data;
  const std::string& gone = data.evidence[1];
  const std::string whole = data.evidence[2];
  attach(data, {gone, whole, gone});
  CHECK(data.back_up().damaged.empty());
  fs::remove(data.file);
  fs::remove(evidence_in(data.path) / blob_place(gone));
  const auto made = data.back_up();
  CHECK(made.damaged == std::vector{DamagedEvidence{gone, true}});
  CHECK(made.evidence_files == 3);
  const fs::path restored = data.outer.path() / "restored";
  CHECK(good(restore(data.file, restored)).missing == std::vector{gone});
  // Without the folder of evidence all of it is gone.
  fs::remove_all(evidence_in(data.path));
  fs::remove(data.file);
  CHECK(data.back_up().damaged.size() == 2);
}

TEST_CASE("a backup that holds evidence is not replaced by one that lacks it") {
  const FilledFolder data;
  const std::string lost = data.evidence[1];
  attach(data, {lost});
  data.back_up();
  const std::string first = content_of(data.file);
  const bool missing = GENERATE(false, true);
  const fs::path place = evidence_in(data.path) / blob_place(lost);
  if (missing) {
    fs::remove(place);
  } else {
    write_file(place, "something else");
  }
  const std::string said = refusal(backup(data.path, data.file, {.replace = true}));
  CHECK(holds(said, lost));
  CHECK(holds(said, "another file name"));
  CHECK(content_of(data.file) == first);
  // Under another name it is made, and once the evidence is there again in the old place too.
  CHECK(good(backup(data.path, data.outer.path() / "other", {.replace = true})).damaged ==
        std::vector{DamagedEvidence{lost, missing}});
  std::istringstream content(std::string(11, 'x'));
  good(good(BlobFolder::open_in(evidence_in(data.path)))->put(content));
  CHECK(data.back_up({.replace = true}).damaged.empty());
}

TEST_CASE("a folder without evidence and secrets is backed up too, and stays without") {
  const TemporaryFolder outer;
  const fs::path folder = outer.path() / "data";
  fs::create_directory(folder);
  append(*open_store(journal_in(folder)), test_rows(1));
  CHECK(good(backup(folder, outer.path() / "backup", {})).evidence_files == 0);
  CHECK(!fs::exists(evidence_in(folder)));
  CHECK(!fs::exists(secrets_in(folder)));
}

TEST_CASE("of a journal whose rows do not fit no backup is made") {
  const FilledFolder data;
  const char* change = GENERATE(
      "UPDATE events SET payload='{}' WHERE position=17", "DELETE FROM events WHERE position=17",
      "DELETE FROM events WHERE position=50", "UPDATE events SET at=at-100000000 WHERE position=17",
      "DELETE FROM streams WHERE name='office'",
      "UPDATE streams SET hash=zeroblob(32) WHERE name='office'");
  SQLite::Database(journal_in(data.path).string(), SQLite::OPEN_READWRITE).exec(change);
  CAPTURE(change);
  const auto made = backup(data.path, data.file, {});
  CHECK(holds(refusal(made), "the journal is damaged"));
  CHECK(made.error().where == journal_in(data.path).string());
  CHECK(!fs::exists(data.file));
}

TEST_CASE("of a journal whose tables are not ours no backup is made") {
  const FilledFolder data;
  SQLite::Database(journal_in(data.path).string(), SQLite::OPEN_READWRITE)
      .exec("DROP TABLE answers");
  const auto made = backup(data.path, data.file, {});
  CHECK(holds(refusal(made), "table answers is missing"));
  CHECK(made.error().where == journal_in(data.path).string());
  CHECK(!fs::exists(data.file));
}

TEST_CASE("what cannot be backed up is said, and nothing is left") {
  const FilledFolder data;
  // Whoever reads a journal leaves the memory that readers share beside it.
  good(Store::open(journal_in(data.path), {.read_only = true}));
  const auto entries = count_below(data.outer.path());
  CHECK(holds(refusal(backup(data.outer.path() / "none", data.file, {})), "not there"));
  CHECK(holds(refusal(backup(data.outer.path(), data.file, {})), "not there"));
  CHECK(holds(refusal(backup(data.path, data.outer.path() / "none" / "x", {})), "not there"));
  write_file(secrets_in(data.path), std::string(3'000, 'x'));
  const auto made = backup(data.path, data.file, {});
  CHECK(holds(refusal(made), "cannot back up the secrets"));
  CHECK(made.error().where == secrets_in(data.path).string());
  CHECK(count_below(data.outer.path()) == entries);
}

TEST_CASE("a disk that is full in the middle of a backup leaves the folder and nothing else") {
  const FilledFolder data;
  const auto size = static_cast<rlim_t>(data.back_up().bytes);
  fs::remove(data.file);
  const auto entries = count_below(data.outer.path());
  const std::string journal = content_of(journal_in(data.path));
  // Among the pages of the journal, among those of the evidence, within the seal.
  for (const rlim_t room : {rlim_t{1}, rlim_t{9'000}, size / 2, size - 5'000, size - 1}) {
    CAPTURE(room, size);
    CHECK(with_files_up_to(room, [&] { return backup(data.path, data.file, {}).has_error(); }));
    CHECK(!fs::exists(data.file));
    CHECK(count_below(data.outer.path()) == entries);
    CHECK(content_of(journal_in(data.path)) == journal);
  }
  CHECK(with_files_up_to(size, [&] { return backup(data.path, data.file, {}).has_value(); }));
}
