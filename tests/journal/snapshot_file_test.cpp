#include "journal/snapshot_file.hpp"

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "journal/full_disk.hpp"
#include "support/temporary_folder.hpp"

using namespace tiendo;
using namespace tiendo::journal;

namespace fs = std::filesystem;

namespace {

// Stands for the codec: "POSITION MARK." of a whole snapshot.
std::string to_bytes(const model::State&, port::Journal::Position position,
                     const std::string& mark) {
  return std::to_string(position) + ' ' + mark + '.';
}

std::optional<port::Snapshot> from_bytes(std::string_view bytes) {
  const auto space = bytes.find(' ');
  if (space == bytes.npos || !bytes.ends_with('.')) return std::nullopt;
  return port::Snapshot{std::stoull(std::string(bytes.substr(0, space))),
                        std::string(bytes.substr(space + 1, bytes.size() - space - 2)),
                        {}};
}

struct Saved {
  TemporaryFolder folder;
  fs::path file = folder.path() / "snapshot";
  SnapshotFile snapshots{file, to_bytes, from_bytes};
};

}  // namespace

TEST_CASE("the last snapshot is the one that is loaded") {
  Saved saved;
  CHECK(!saved.snapshots.load());
  saved.snapshots.save({}, 7, "aa");
  saved.snapshots.save({}, 12, "bb");
  const auto loaded = SnapshotFile(saved.file, to_bytes, from_bytes).load();
  REQUIRE(loaded);
  CHECK(loaded->position == 12);
  CHECK(loaded->mark == "bb");
  CHECK(count_below(saved.folder.path()) == 1);
  struct stat status {};
  REQUIRE(::stat(saved.file.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE("a snapshot that cannot be read is thrown away") {
  Saved saved;
  saved.snapshots.save({}, 7, "aa");
  const std::string whole = content_of(saved.file);
  const std::string content =
      GENERATE(std::string(), std::string("7 a"), std::string("something else"));
  REQUIRE(content != whole);
  write_file(saved.file, content);
  CHECK(!saved.snapshots.load());
  CHECK(!fs::exists(saved.file));
  saved.snapshots.save({}, 8, "bb");
  CHECK(saved.snapshots.load()->position == 8);
}

TEST_CASE("what stands in the place of a snapshot does no harm") {
  Saved saved;
  fs::create_directory(saved.file);
  write_file(saved.file / "x", "x");
  CHECK(!saved.snapshots.load());
  saved.snapshots.save({}, 7, "aa");
  CHECK(fs::exists(saved.file / "x"));
  CHECK(count_below(saved.folder.path()) == 2);
}

TEST_CASE("a snapshot for which there is no room leaves the one before it") {
  Saved saved;
  saved.snapshots.save({}, 7, "aa");
  CHECK(with_files_up_to(1'000, [&] {
    saved.snapshots.save({}, 8, std::string(2'000, 'b'));
    return saved.snapshots.load()->position == 7;
  }));
  CHECK(saved.snapshots.load()->position == 7);
  CHECK(count_below(saved.folder.path()) == 1);
}

TEST_CASE("what a process that died left of a snapshot is written over") {
  Saved saved;
  write_file(saved.file.string() + ".new", std::string(5'000, 'x'));
  saved.snapshots.save({}, 7, "aa");
  CHECK(saved.snapshots.load()->position == 7);
  CHECK(count_below(saved.folder.path()) == 1);
}

TEST_CASE("no bytes, no snapshot") {
  Saved saved;
  SnapshotFile none(
      saved.file, [](const auto&, auto, const auto&) { return std::string(); }, from_bytes);
  none.save({}, 7, "aa");
  CHECK(!fs::exists(saved.file));
}
