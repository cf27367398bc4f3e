#include "journal/blob_folder.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <sstream>

#include "journal/file.hpp"
#include "journal/full_disk.hpp"
#include "journal/hash.hpp"
#include "support/temporary_folder.hpp"

using namespace tiendo;
using namespace tiendo::journal;

namespace fs = std::filesystem;

namespace {

// sha256sum of "minh chứng\n".
constexpr char known[] = "785c15a45f0fd06244b9d3d8b6c047b193f32825a4c0d37f77bb6dc820d7e59d";
constexpr Timestamp long_ago{};
constexpr Timestamp far_ahead{std::chrono::sys_days{std::chrono::year{2100} / 1 / 1}};

struct Evidence {
  TemporaryFolder outer;
  fs::path folder = outer.path() / "evidence";
  std::unique_ptr<BlobFolder> blobs = BlobFolder::open_in(folder).value();

  std::string put(const std::string& text) {
    std::istringstream in(text);
    return blobs->put(in).value();
  }
  std::string read(const std::string& hash) const {
    std::ostringstream out;
    out << blobs->open(hash).value()->rdbuf();
    return out.str();
  }
};

}  // namespace

TEST_CASE("evidence stands under its SHA-256 and is read back") {
  Evidence evidence;
  const std::string hash = evidence.put("minh chứng\n");
  CHECK(hash == known);
  CHECK(content_of(evidence.folder / hash.substr(0, 2) / hash) == "minh chứng\n");
  CHECK(evidence.read(hash) == "minh chứng\n");
  CHECK(evidence.blobs->contains(hash));
  CHECK(evidence.blobs->check(hash).has_value());

  const std::string empty = evidence.put("");
  CHECK(empty == to_hex(sha256("")));
  CHECK(evidence.read(empty).empty());
}

TEST_CASE("evidence larger than what is read at once comes back byte by byte") {
  Evidence evidence;
  std::string large(1'000'003, '\0');
  for (std::size_t i = 0; i < large.size(); ++i) large[i] = static_cast<char>(i * i % 251);
  const std::string hash = evidence.put(large);
  CHECK(hash == to_hex(sha256(large)));
  CHECK(evidence.read(hash) == large);
  CHECK(evidence.blobs->check(hash).has_value());
}

TEST_CASE("the same evidence twice is one file, and a damaged one is healed") {
  Evidence evidence;
  const std::string hash = evidence.put("báo cáo");
  CHECK(evidence.put("báo cáo") == hash);
  CHECK(count_below(evidence.folder) == 2);  // the folder ab and the file
  write_file(evidence.folder / blob_place(hash), "báo cao");
  CHECK(evidence.blobs->check(hash).has_error());
  CHECK(evidence.put("báo cáo") == hash);
  CHECK(evidence.blobs->check(hash).has_value());
}

TEST_CASE("evidence over the limit is refused and leaves nothing") {
  const TemporaryFolder outer;
  const auto blobs = BlobFolder::open_in(outer.path() / "evidence", 1'500'000).value();
  std::istringstream fits(std::string(1'500'000, 'x'));
  CHECK(blobs->put(fits).has_value());
  const auto before = count_below(outer.path());
  std::istringstream over(std::string(1'500'001, 'x'));
  const auto refused = blobs->put(over);
  REQUIRE(refused.has_error());
  CHECK(refused.error().message.en ==
        "the file is larger than the 1.5 MB that are allowed; compress or split it");
  CHECK(count_below(outer.path()) == before);
}

TEST_CASE("a name that is no hash reaches no file") {
  Evidence evidence;
  write_file(evidence.outer.path() / "journal.db", "secret");
  const std::string hash = evidence.put("x");
  const std::string climbing = "../journal.db" + std::string(51, '/');
  REQUIRE(climbing.size() == 64);
  std::string upper = hash;
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  // The last two lead to the journal where a path is made of them.
  for (const std::string& name :
       {std::string(), std::string("../journal.db"), climbing, upper, hash + "0", hash.substr(1),
        hash.substr(0, 63) + '\0', hash.substr(0, 63) + "/", std::string("./../journal.db"),
        (evidence.outer.path() / "journal.db").string()}) {
    CAPTURE(name);
    CHECK(!evidence.blobs->contains(name));
    CHECK(evidence.blobs->open(name).has_error());
    CHECK(evidence.blobs->check(name).has_error());
  }
}

TEST_CASE("evidence that is missing or was changed is told apart") {
  Evidence evidence;
  const std::string hash = evidence.put("ảnh hội nghị");
  const std::string missing = to_hex(sha256("never put"));
  const auto absent = evidence.blobs->check(missing);
  REQUIRE(absent.has_error());
  CHECK(absent.error().message.en.find("there is no such evidence file") == 0);
  CHECK(absent.error().where == missing);
  CHECK(evidence.blobs->open(missing).has_error());

  write_file(evidence.folder / blob_place(hash), "ảnh khác");
  const auto changed = evidence.blobs->check(hash);
  REQUIRE(changed.has_error());
  CHECK(changed.error().message.en.find(to_hex(sha256("ảnh khác"))) != std::string::npos);
}

TEST_CASE("a stream that breaks in the middle leaves nothing") {
  struct Broken : std::streambuf {
    char half[4] = {'h', 'a', 'l', 'f'};
    Broken() { setg(half, half, half + 4); }
    int_type underflow() override { throw std::runtime_error("the connection went away"); }
  };
  Evidence evidence;
  for (const bool throwing : {false, true}) {
    Broken source;
    std::istream in(&source);
    if (throwing) in.exceptions(std::ios::badbit);
    CHECK(evidence.blobs->put(in).has_error());
    CHECK(count_below(evidence.folder) == 0);
  }
}

TEST_CASE("a disk that is full while evidence comes in leaves nothing") {
  Evidence evidence;
  const std::string before = evidence.put("small");
  const auto entries = count_below(evidence.folder);
  for (const rlim_t room : {1U, 4096U, 300'000U, 999'999U}) {
    CAPTURE(room);
    CHECK(with_files_up_to(room, [&] {
      std::istringstream large(std::string(1'000'000, 'x'));
      return evidence.blobs->put(large).has_error();
    }));
    CHECK(count_below(evidence.folder) == entries);
  }
  CHECK(with_files_up_to(1'000'000, [&] {
    std::istringstream large(std::string(1'000'000, 'x'));
    return evidence.blobs->put(large).has_value();
  }));
  CHECK(evidence.blobs->check(before).has_value());
}

TEST_CASE("a sweep takes old orphans and leavings, and nothing that is named or young") {
  Evidence evidence;
  const std::string named = evidence.put("named by an event");
  const std::string orphan = evidence.put("an orphan");
  const fs::path leaving = evidence.folder / ".new-aBc123";
  write_file(leaving, "half");
  write_file(evidence.folder / "README", "not ours");
  write_file(evidence.folder / named.substr(0, 2) / "README", "not ours");

  CHECK(evidence.blobs->sweep({named}, long_ago).value().files == 0);
  CHECK(evidence.blobs->contains(orphan));
  CHECK(fs::exists(leaving));

  const auto swept = evidence.blobs->sweep({named}, far_ahead).value();
  CHECK(swept.files == 2);
  CHECK(swept.bytes == 13);
  CHECK(evidence.blobs->contains(named));
  CHECK(!evidence.blobs->contains(orphan));
  CHECK(!fs::exists(leaving));
  CHECK(fs::exists(evidence.folder / "README"));
  CHECK(fs::exists(evidence.folder / named.substr(0, 2) / "README"));
}

TEST_CASE("an old orphan that is put again is young") {
  Evidence evidence;
  const std::string hash = evidence.put("an orphan");
  const fs::path file = evidence.folder / blob_place(hash);
  const timespec old[2] = {{1000, 0}, {1000, 0}};
  REQUIRE(::utimensat(AT_FDCWD, file.c_str(), old, 0) == 0);
  evidence.put("an orphan");
  constexpr Timestamp just_after_old{std::chrono::seconds{1001}};
  CHECK(evidence.blobs->sweep({}, just_after_old).value().files == 0);
  CHECK(evidence.blobs->contains(hash));
}

TEST_CASE("an old orphan that is about to be attached is young, one that is gone is told") {
  Evidence evidence;
  const std::string hash = evidence.put("an orphan");
  const timespec old[2] = {{1000, 0}, {1000, 0}};
  REQUIRE(::utimensat(AT_FDCWD, (evidence.folder / blob_place(hash)).c_str(), old, 0) == 0);
  constexpr Timestamp just_after_old{std::chrono::seconds{1001}};
  CHECK(evidence.blobs->size_of(hash) > 0U);
  CHECK_FALSE(evidence.blobs->size_of("../journal.db"));
  CHECK(evidence.blobs->renew(hash));
  CHECK(evidence.blobs->sweep({}, just_after_old).value().files == 0);
  CHECK(evidence.blobs->sweep({}, far_ahead).value().files == 1);
  CHECK_FALSE(evidence.blobs->renew(hash));
  CHECK_FALSE(evidence.blobs->renew("../journal.db"));
}

TEST_CASE("every file of evidence is listed once, others are not") {
  Evidence evidence;
  std::map<std::string, int> seen;
  std::vector<std::string> put;
  for (int i = 0; i < 30; ++i) put.push_back(evidence.put(std::to_string(i)));
  const std::string elsewhere = to_hex(sha256("moved by hand"));
  write_file(evidence.folder / put[0].substr(0, 2) / elsewhere, "moved by hand");
  write_file(evidence.folder / "README", "not ours");
  REQUIRE(
      evidence.blobs->each([&](const std::string& hash) { return ++seen[hash] > 0; }).has_value());
  CHECK(seen.size() == 30);
  for (const auto& hash : put) CHECK(seen[hash] == 1);

  int visits = 0;
  REQUIRE(evidence.blobs->each([&](const std::string&) { return ++visits < 3; }).has_value());
  CHECK(visits == 3);
}

TEST_CASE("the folder of evidence is for its owner alone, and may be there already") {
  Evidence evidence;
  struct stat status {};
  REQUIRE(::stat(evidence.folder.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0700);
  CHECK(BlobFolder::open_in(evidence.folder).has_value());
  write_file(evidence.outer.path() / "file", "");
  CHECK(BlobFolder::open_in(evidence.outer.path() / "file").has_error());
}
