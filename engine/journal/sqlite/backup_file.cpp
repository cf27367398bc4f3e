#include "journal/sqlite/backup_file.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include "journal/hash.hpp"
#include "journal/sqlite/store.hpp"
#include "journal/verify.hpp"

namespace tiendo::journal {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t piece = 1 << 20;  // bytes read at once
constexpr std::string_view seal_word = "\ntiendo-backup ";
constexpr std::size_t seal_max = 128;  // bytes; it is shorter
constexpr std::string_view sqlite_header{"SQLite format 3\0", 16};
constexpr std::size_t application_at = 68;  // in the header of an SQLite file, big-endian

std::string seal_line(int version, const Hash& hash) {
  return fmt::format("{}{} sha256 {}\n", seal_word, version, to_hex(hash));
}

// Of the first `size` bytes.
Result<Hash> hash_of(const fs::path& path, std::uint64_t size) {
  const auto file = open_file(path);
  if (!file) return file.error();
  Sha256 sha;
  std::vector<char> buffer(piece);
  while (size > 0) {
    const auto want = static_cast<std::size_t>(std::min<std::uint64_t>(size, piece));
    const auto got = read_some(*file, buffer.data(), want, path);
    if (!got) return got.error();
    if (*got == 0) break;
    sha.add({buffer.data(), *got});
    size -= *got;
  }
  return sha.finish();
}

Result<std::string> bytes_at(const fs::path& path, std::uint64_t from, std::size_t size) {
  const auto file = open_file(path);
  if (!file) return file.error();
  std::string bytes(size, '\0');
  const ssize_t got = ::pread(file->get(), bytes.data(), size, static_cast<off_t>(from));
  if (got < 0) return file_error({"đọc", "read it"}, path, errno);
  bytes.resize(static_cast<std::size_t>(got));
  return bytes;
}

Error no_backup(const fs::path& file) {
  return Error{{"tệp này không phải là bản sao lưu của tiendo; hãy xem lại đường dẫn",
                "this file is no backup of tiendo; look at the path again"},
               file.string()};
}

Error cut_off(const fs::path& file) {
  return Error{{"bản sao lưu bị cụt, thiếu phần cuối; hãy chép lại tệp hoặc dùng bản sao lưu khác",
                "the backup is cut off, its end is missing; copy it again or use another backup"},
               file.string()};
}

Error changed(const fs::path& file) {
  return Error{{"bản sao lưu đã bị thay đổi hoặc hỏng sau khi tạo; hãy chép lại tệp hoặc dùng bản "
                "sao lưu khác",
                "the backup was changed or damaged after it was made; copy it again or use another "
                "backup"},
               file.string()};
}

Error newer(const fs::path& file, int version) {
  return Error{{fmt::format("bản sao lưu có định dạng phiên bản {}, chương trình này đọc được đến "
                            "phiên bản {}; hãy dùng tiendo mới hơn",
                            version, backup_version),
                fmt::format("the backup has version {} of its format, this program reads up to "
                            "version {}; use a newer tiendo",
                            version, backup_version)},
               file.string()};
}

Error broken_journal(const Store& store, const Report& report) {
  const Finding& first = report.findings.front();
  const auto place = [&](std::string_view position) {
    if (first.position != 0) return fmt::format("{} {}", position, first.position);
    return first.stream;
  };
  return Error{
      {fmt::format("nhật ký bị hỏng ({}: {}); hãy chạy `tiendo journal verify` và dùng một "
                   "bản sao lưu",
                   place("vị trí"), first.what.vi),
       fmt::format("the journal is damaged ({}: {}); run `tiendo journal verify` and use a "
                   "backup",
                   place("position"), first.what.en)},
      store.file().string()};
}

}  // namespace

Result<void> seal(NewFile& file) {
  std::error_code failed;
  const auto size = fs::file_size(file.path(), failed);
  if (failed) return file_error({"đọc", "read it"}, file.path(), failed.value());
  const auto hash = hash_of(file.path(), size);
  if (!hash) return hash.error();
  return file.write(seal_line(backup_version, *hash));
}

bool begins_as_backup(const fs::path& file) {
  const auto header = bytes_at(file, 0, application_at + 4);
  if (!header || header->size() != application_at + 4 || !header->starts_with(sqlite_header))
    return false;
  std::uint32_t application = 0;
  for (std::size_t i = application_at; i < header->size(); ++i)
    application = application << 8 | static_cast<unsigned char>((*header)[i]);
  return application == backup_application;
}

Result<void> check_seal(const fs::path& file) {
  std::error_code failed;
  const auto size = fs::file_size(file, failed);
  if (failed) return file_error({"đọc", "read it"}, file, failed.value());
  const auto end_size = static_cast<std::size_t>(std::min<std::uint64_t>(size, seal_max));
  const auto end = bytes_at(file, size - end_size, end_size);
  if (!end) return end.error();
  const auto at = end->rfind(seal_word);
  if (at == std::string::npos) return begins_as_backup(file) ? cut_off(file) : no_backup(file);
  const std::string_view line = std::string_view(*end).substr(at);
  int version = 0;
  std::from_chars(line.data() + seal_word.size(), line.data() + line.size(), version);
  if (version > backup_version) return newer(file, version);
  const auto hash = hash_of(file, size - line.size());
  if (!hash) return hash.error();
  if (line == seal_line(std::max(version, 1), *hash)) return {};
  return line.ends_with('\n') ? changed(file) : cut_off(file);
}

Result<Contents> check_rows(const Store& store) {
  if (auto tables = store.check_tables(); !tables) return tables.error();
  std::vector<std::string> evidence;
  Verifier verifier({.evidence =
                         [&evidence](const std::string& hash) {
                           evidence.push_back(hash);
                           return std::optional<Text>();
                         },
                     .findings_max = 1});
  Report report;
  auto all = store.at_one_moment([&]() -> Result<void> {
    auto read = store.read(0, [&](const Row& row) {
      verifier.row(row);
      return true;
    });
    if (!read) return read;
    const auto heads = store.heads();
    if (!heads) return heads.error();
    report = verifier.finish(*heads);
    return {};
  });
  if (!all) return all.error();
  if (report.found > 0) return broken_journal(store, report);
  return Contents{report.rows, report.heads.size(), std::move(evidence)};
}

}  // namespace tiendo::journal
