#include "journal/file.hpp"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <cerrno>

#include "journal/full_disk.hpp"
#include "support/temporary_folder.hpp"

using namespace tiendo;
using namespace tiendo::journal;

namespace fs = std::filesystem;

TEST_CASE("a file in the making has its name only once it is published") {
  const TemporaryFolder folder;
  const fs::path target = folder.path() / "plan.yaml";
  {
    auto file = NewFile::make_in(folder.path()).value();
    REQUIRE(file.write("half").has_value());
    CHECK(!fs::exists(target));
    CHECK(NewFile::is_temporary(file.path()));
    REQUIRE(file.write(" and all").has_value());
    REQUIRE(file.sync().has_value());
    REQUIRE(file.publish(target, Existing::keep).has_value());
  }
  CHECK(content_of(target) == "half and all");
  CHECK(!NewFile::is_temporary(target));
  struct stat status {};
  REQUIRE(::stat(target.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  CHECK(count_below(folder.path()) == 1);
}

TEST_CASE("a file that was not published leaves nothing") {
  const TemporaryFolder folder;
  {
    auto file = NewFile::make_in(folder.path()).value();
    REQUIRE(file.write("half").has_value());
    const NewFile moved = std::move(file);
    CHECK(count_below(folder.path()) == 1);
  }
  CHECK(count_below(folder.path()) == 0);
}

TEST_CASE("a file that exists is replaced only where that was said") {
  const TemporaryFolder folder;
  const fs::path target = folder.path() / "backup";
  write_file(target, "old");
  {
    auto file = NewFile::make_in(folder.path()).value();
    REQUIRE(file.write("new").has_value());
    const auto kept = file.publish(target, Existing::keep);
    REQUIRE(kept.has_error());
    CHECK(kept.error().message.vi.find("đã có sẵn") != std::string::npos);
    CHECK(kept.error().where == target.string());
    CHECK(content_of(target) == "old");
    REQUIRE(file.publish(target, Existing::replace).has_value());
  }
  CHECK(content_of(target) == "new");
  CHECK(count_below(folder.path()) == 1);
}

TEST_CASE("a file that grows too large is an error and leaves nothing") {
  const TemporaryFolder folder;
  CHECK(with_files_up_to(10'000, [&] {
    auto file = NewFile::make_in(folder.path()).value();
    const auto written = file.write(std::string(20'000, 'x'));
    return written.has_error() && written.error().where == folder.path().string();
  }));
  CHECK(count_below(folder.path()) == 0);
}

TEST_CASE("what the system refuses is said in both languages with the place") {
  const auto full = file_error({"ghi", "write it"}, "/data/x", ENOSPC);
  CHECK(full.message.vi == "không ghi được: ổ đĩa đầy; hãy dọn chỗ rồi làm lại");
  CHECK(full.message.en == "cannot write it: the disk is full; make room and try again");
  CHECK(full.where == "/data/x");
  CHECK(file_error({"ghi", "write it"}, "x", EIO).message.en.find("Input/output error") !=
        std::string::npos);
  CHECK(NewFile::make_in("/does/not/exist").has_error());
  CHECK(open_file("/does/not/exist").has_error());
}

TEST_CASE("a folder is made once, for its owner alone") {
  const TemporaryFolder folder;
  const fs::path made = folder.path() / "data";
  CHECK(make_folder(made).value());
  CHECK(!make_folder(made).value());
  struct stat status {};
  REQUIRE(::stat(made.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0700);
  CHECK(sync_path(made).has_value());
  CHECK(sync_disk_of(made).has_value());
  write_file(folder.path() / "file", "");
  CHECK(make_folder(folder.path() / "file").has_error());
  const auto nowhere = make_folder(folder.path() / "missing" / "data");
  REQUIRE(nowhere.has_error());
  CHECK(nowhere.error().message.vi.ends_with("missing; tạo thư mục đó trước"));
}
