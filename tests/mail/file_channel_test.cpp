#include "file/file_channel.hpp"

#include <algorithm>

#include "journal/full_disk.hpp"
#include "mail/letters.hpp"
#include "support/temporary_folder.hpp"

using namespace tiendo;
using file::FileChannel;
using Outcome = port::Channel::Outcome;

namespace {

const mime::Mailbox office{"tiendo@example.vn", "Liên minh HTX"};

port::Letter letter_of(const std::string& id, const std::string& at) {
  auto letter = test::some_letter();
  letter.id = id;
  letter.at = *parse_timestamp(at);
  return letter;
}

std::vector<std::string> ids(const std::filesystem::path& folder, std::size_t count = 100) {
  const auto letters = file::list(folder, count);
  REQUIRE(letters.has_value());
  std::vector<std::string> all;
  for (const auto& letter : *letters) all.push_back(letter.id);
  return all;
}

}  // namespace

TEST_CASE("letters stand in a folder by date and id, and are read back newest first") {
  const TemporaryFolder temporary;
  const auto folder = temporary.path() / "letters";
  CHECK(ids(folder).empty());
  FileChannel channel{folder, office};
  CHECK(channel.send(letter_of("a", "2025-04-10T07:30:00+07:00")).outcome == Outcome::sent);
  CHECK(channel.send(letter_of("c", "2025-04-11T14:05:09+07:00")).outcome == Outcome::sent);
  CHECK(channel.send(letter_of("b", "2025-04-11T07:30:00+07:00")).outcome == Outcome::sent);
  CHECK(std::filesystem::exists(folder / "20250411T140509-c.eml"));
  CHECK(count_below(folder) == 3);
  CHECK(ids(folder) == std::vector<std::string>{"c", "b", "a"});
  CHECK(ids(folder, 2) == std::vector<std::string>{"c", "b"});
  CHECK(ids(folder, 0).empty());
  const auto read = file::list(folder, 1)->front();
  CHECK(read.subject == test::some_letter().subject);
  CHECK(read.to_name == "Nguyễn Văn An");
  CHECK(read.text == test::some_letter().text);
  CHECK(read.html == test::some_letter().html);
}

TEST_CASE("a list goes on after the letter with which it ended") {
  const TemporaryFolder folder;
  FileChannel channel{folder.path(), office};
  const std::string morning = "2025-04-11T07:30:00+07:00";
  for (const auto* id : {"a", "b", "c", "a-b"}) {
    REQUIRE(channel.send(letter_of(id, morning)).outcome == Outcome::sent);
  }
  REQUIRE(channel.send(letter_of("later", "2025-04-11T07:30:01+07:00")).outcome == Outcome::sent);
  std::vector<std::string> seen;
  std::optional<port::LetterPlace> place;
  for (auto page = file::list(folder.path(), 2); !page->empty();
       page = file::list(folder.path(), 2, place)) {
    for (const auto& letter : *page) seen.push_back(letter.id);
    place = port::LetterPlace{page->back().at, page->back().id};
  }
  CHECK(seen == ids(folder.path()));
  CHECK(seen.size() == 5);
}

TEST_CASE("a letter is found by its whole id, and by nothing else") {
  const TemporaryFolder temporary;
  const auto folder = temporary.path() / "letters";
  CHECK_FALSE(file::find(folder, "b")->has_value());
  FileChannel channel{folder, office};
  const std::vector<std::string> all{"a-b", "b", "../../x", std::string(233, '/')};
  for (const auto& id : all) {
    REQUIRE(channel.send(letter_of(id, "2025-04-11T07:30:00+07:00")).outcome == Outcome::sent);
  }
  for (const auto& id : all) {
    REQUIRE(file::find(folder, id)->has_value());
    CHECK(file::find(folder, id)->value().id == id);
  }
  for (const auto* id : {"", "c", "-b", "x", "a-b.eml", "..", "*"}) {
    CHECK_FALSE(file::find(folder, id)->has_value());
  }
}

TEST_CASE("the same letter again replaces itself") {
  const TemporaryFolder folder;
  FileChannel channel{folder.path(), office};
  auto letter = test::some_letter();
  REQUIRE(channel.send(letter).outcome == Outcome::sent);
  letter.text = "mới\n";
  REQUIRE(channel.send(letter).outcome == Outcome::sent);
  CHECK(count_below(folder.path()) == 1);
  CHECK(file::list(folder.path(), 5)->front().text == "mới\n");
}

TEST_CASE("ids that are no names of files stay in the folder, and do not meet") {
  const TemporaryFolder temporary;
  const auto folder = temporary.path() / "letters";
  FileChannel channel{folder, office};
  const std::string at = "2025-04-11T07:30:00+07:00";
  std::vector<std::string> all{
      "../../x", "..", ".", "a/b", "a:b", std::string(233, '/'), std::string(232, '/') + "x"};
  for (const auto& id : all) {
    CHECK(channel.send(letter_of(id, at)).outcome == Outcome::sent);
  }
  auto read = ids(folder);
  std::sort(all.begin(), all.end());
  std::sort(read.begin(), read.end());
  CHECK(read == all);
  CHECK(count_below(temporary.path()) == static_cast<std::ptrdiff_t>(all.size()) + 1);
}

TEST_CASE("a full disk leaves nothing, and the letter for later") {
  const TemporaryFolder folder;
  FileChannel channel{folder.path(), office};
  CHECK(with_files_up_to(100, [&] {
    const auto sending = channel.send(test::some_letter());
    return sending.outcome == Outcome::later && sending.reason.find('\n') == std::string::npos &&
           sending.reason.starts_with(folder.path().string());
  }));
  CHECK(count_below(folder.path()) == 0);
  CHECK(channel.send(test::some_letter()).outcome == Outcome::sent);
}

TEST_CASE("a folder that cannot be made leaves the letter for later, with its name") {
  const TemporaryFolder folder;
  FileChannel channel{folder.path() / "none" / "letters", office};
  const auto sending = channel.send(test::some_letter());
  CHECK(sending.outcome == Outcome::later);
  CHECK(sending.reason.find("none/letters") != std::string::npos);
}

TEST_CASE("an address that is none is refused, and no file is made") {
  const TemporaryFolder folder;
  FileChannel channel{folder.path(), office};
  auto letter = test::some_letter();
  letter.to_address = "an@example.vn\r\nBcc: x@example.vn";
  CHECK(channel.send(letter).outcome == Outcome::never);
  CHECK(count_below(folder.path()) == 0);
}

TEST_CASE("files that are no letters of ours are passed over") {
  const TemporaryFolder folder;
  FileChannel channel{folder.path(), office};
  REQUIRE(channel.send(test::some_letter()).outcome == Outcome::sent);
  write_file(folder.path() / "99999999-foreign.eml", "Subject: x\r\n\r\nxin chào\r\n");
  write_file(folder.path() / "99999999-large.eml", std::string(3'000'000, 'x'));
  write_file(folder.path() / "readme.txt", "x");
  std::filesystem::create_directory(folder.path() / "99999999-folder.eml");
  CHECK(ids(folder.path()) == std::vector<std::string>{test::some_letter().id});
}
