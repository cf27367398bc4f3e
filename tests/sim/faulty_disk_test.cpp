#include "sim/faulty_disk.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <string_view>

namespace tiendo::sim {
namespace {

std::span<const std::byte> bytes(std::string_view text) {
  return std::as_bytes(std::span{text});
}

std::string content(const LayeredFile& file) {
  std::string text(file.size(), ' ');
  file.read(0, std::as_writable_bytes(std::span{text}));
  return text;
}

/// A disk with one file that holds `synced`, which will survive.
struct Desk {
  explicit Desk(std::string_view synced, std::uint64_t seed = 1) : disk{seed} {
    file = disk.open("f", true);
    write(0, synced);
    REQUIRE(sync() == DiskAnswer::done);
  }
  DiskAnswer write(std::size_t offset, std::string_view text) {
    return disk.write(disk.life(), *file, offset, bytes(text));
  }
  DiskAnswer sync() { return disk.sync(disk.life(), file); }
  /// What is there after the crash; `-` for no file.
  std::string after(Loss loss) {
    disk.crash(loss);
    disk.boot();
    file = disk.open("f", false);
    return file ? content(*file) : "-";
  }

  FaultyDisk disk;
  FaultyDisk::File file;
};

}  // namespace

TEST_CASE("what was synced survives a power cut, what was not is gone") {
  Desk desk{"synced"};
  desk.write(0, "changed and longer");
  CHECK(content(*desk.file) == "changed and longer");
  CHECK(desk.after(Loss::all_unsynced) == "synced");
}

TEST_CASE("a truncation that was not synced is taken back by a power cut") {
  Desk desk{"synced"};
  desk.disk.truncate(desk.disk.life(), *desk.file, 2);
  CHECK(content(*desk.file) == "sy");
  CHECK(desk.after(Loss::all_unsynced) == "synced");
}

TEST_CASE("a killed process loses nothing that it wrote, until the power fails") {
  Desk desk{"synced"};
  desk.write(0, "abcdef");
  CHECK(desk.after(Loss::nothing) == "abcdef");
  CHECK(desk.after(Loss::all_unsynced) == "synced");
}

TEST_CASE("of unsynced writes a power cut lands any sectors, some of them torn") {
  const std::string old(2048, 'o');
  const std::string fresh(2048, 'n');
  std::set<std::string> seen;
  bool torn = false;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    Desk desk{old, seed};
    desk.write(0, fresh);
    const auto left = desk.after(Loss::some_unsynced);
    REQUIRE(left.size() == 2048);
    std::string sectors;
    for (std::size_t at = 0; at < left.size(); at += 512) {
      const auto sector = std::string_view{left}.substr(at, 512);
      const auto news = sector.find_first_of('o');
      // Within a sector the new bytes come first and the old ones follow.
      REQUIRE(sector.find_last_of('n') + 1 == (news == std::string_view::npos ? 512 : news));
      torn = torn || (news != 0 && news != std::string_view::npos);
      sectors += news == 0 ? 'o' : 'n';
    }
    seen.insert(sectors);
  }
  CHECK(torn);
  CHECK(seen.size() == 16);  // any subset of four
}

TEST_CASE("a new file is sure to be found after a power cut only once it was synced") {
  int found = 0;
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    FaultyDisk disk{seed};
    REQUIRE(disk.open("new", true));
    disk.crash(Loss::some_unsynced);
    disk.boot();
    found += disk.exists("new") ? 1 : 0;
  }
  CHECK(found > 20);
  CHECK(found < 80);
  FaultyDisk disk{1};
  const auto file = disk.open("new", true);
  REQUIRE(disk.sync(disk.life(), file) == DiskAnswer::done);
  disk.crash(Loss::all_unsynced);
  disk.boot();
  CHECK(disk.exists("new"));
}

TEST_CASE("a removed file may come back with what was synced, unless its folder was synced") {
  Desk desk{"synced"};
  desk.write(0, "unsynced");
  CHECK(desk.disk.remove("f", false) == DiskAnswer::done);
  CHECK_FALSE(desk.disk.exists("f"));
  CHECK(desk.after(Loss::all_unsynced) == "synced");
  CHECK(desk.disk.remove("f", true) == DiskAnswer::done);
  CHECK(desk.after(Loss::all_unsynced) == "-");
}

TEST_CASE("who lived before a crash writes and reads nothing more") {
  Desk desk{"synced"};
  const auto life = desk.disk.life();
  desk.disk.crash(Loss::all_unsynced);
  CHECK(desk.write(0, "x") == DiskAnswer::dead);
  CHECK_FALSE(desk.disk.open("f", false));
  desk.disk.boot();
  const auto file = desk.disk.open("f", false);
  CHECK(desk.disk.write(life, *file, 0, bytes("x")) == DiskAnswer::dead);
  CHECK(desk.disk.truncate(life, *file, 0) == DiskAnswer::dead);
  CHECK(desk.disk.sync(life, file) == DiskAnswer::dead);
  std::byte into{};
  std::size_t got = 0;
  CHECK(desk.disk.read(life, *file, 0, {&into, 1}, got) == DiskAnswer::dead);
  CHECK(content(*file) == "synced");
  CHECK(desk.disk.write(desk.disk.life(), *file, 0, bytes("x")) == DiskAnswer::done);
}

TEST_CASE("a fault that is ordered for the n-th action comes then, once") {
  Desk desk{"synced"};
  desk.disk.fail_at(DiskAction::write, 2);
  CHECK(desk.write(0, "a") == DiskAnswer::done);
  CHECK(desk.write(1, "bbbbbbbb") == DiskAnswer::failed);
  CHECK(desk.write(1, "c") == DiskAnswer::done);
  CHECK(desk.disk.faults() == 1);
  desk.disk.fail_at(DiskAction::read, 1);
  std::byte into{};
  std::size_t got = 0;
  CHECK(desk.disk.read(desk.disk.life(), *desk.file, 0, {&into, 1}, got) == DiskAnswer::failed);
  CHECK(desk.disk.read(desk.disk.life(), *desk.file, 0, {&into, 1}, got) == DiskAnswer::done);
}

TEST_CASE("what a sync that failed was to keep waits for the next one, is gone or only shown") {
  int waits = 0;
  int gone = 0;
  int shown = 0;
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    Desk desk{"old", seed};
    desk.write(0, "new");
    desk.disk.fail_at(DiskAction::sync, 1);
    CHECK(desk.sync() == DiskAnswer::failed);
    const auto seen = content(*desk.file);
    CHECK(desk.sync() == DiskAnswer::done);
    const auto left = desk.after(Loss::all_unsynced);
    waits += left == "new" ? 1 : 0;
    gone += seen != "new" && left == seen ? 1 : 0;
    shown += seen == "new" && left != "new" ? 1 : 0;
  }
  CHECK(waits > 40);
  CHECK(gone > 5);
  CHECK(shown > 5);
  CHECK(waits + gone + shown == 100);
}

TEST_CASE("a full disk takes nothing for a while and then again") {
  Desk desk{"synced"};
  desk.disk.fill_up(2);
  CHECK(desk.write(0, "x") == DiskAnswer::full);
  CHECK(desk.write(0, "x") == DiskAnswer::full);
  CHECK(content(*desk.file) == "synced");
  CHECK(desk.write(0, "x") == DiskAnswer::done);
}

TEST_CASE("a crash that is ordered comes in the middle of the n-th action") {
  Desk desk{"synced"};
  desk.disk.crash_at(2, Loss::all_unsynced);
  CHECK(desk.write(0, "a") == DiskAnswer::done);
  CHECK(desk.write(0, "b") == DiskAnswer::dead);
  CHECK_FALSE(desk.disk.is_on());
  CHECK(desk.sync() == DiskAnswer::dead);
  desk.disk.boot();
  CHECK(content(*desk.disk.open("f", false)) == "synced");
}

TEST_CASE("a disk that lies about syncs loses what it said was safe") {
  Desk desk{"synced"};
  desk.disk.lie_about_syncs(true);
  desk.write(0, "lost");
  CHECK(desk.sync() == DiskAnswer::done);
  CHECK(desk.after(Loss::all_unsynced) == "synced");
}

TEST_CASE("chances are those that were asked for") {
  Desk desk{"synced"};
  desk.disk.set_rates({.write = 0.1});
  int failed = 0;
  for (int i = 0; i < 2000; ++i) {
    failed += desk.write(0, "x") == DiskAnswer::failed ? 1 : 0;
  }
  CHECK(failed > 140);
  CHECK(failed < 260);
}

}  // namespace tiendo::sim
