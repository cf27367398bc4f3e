#include "journal/sqlite/read_only.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <unistd.h>

#include <system_error>

namespace tiendo::journal {
namespace {

namespace fs = std::filesystem;

constexpr int busy_timeout_ms = 10'000;

bool is_empty_or_missing(const fs::path& file) {
  std::error_code missing;
  const auto size = fs::file_size(file, missing);
  return missing || size == 0;
}

}  // namespace

std::unique_ptr<SQLite::Database> open_read_only(const fs::path& file) {
  const fs::path path = fs::absolute(file);
  const bool writable = ::access(path.parent_path().c_str(), W_OK) == 0;
  const bool interrupted = !is_empty_or_missing(path.string() + "-journal");
  if (!writable && !interrupted && is_empty_or_missing(path.string() + "-wal"))
    return std::make_unique<SQLite::Database>(immutable_uri(path),
                                              SQLite::OPEN_READONLY | SQLite::OPEN_URI);
  // What a process that died left half done has to be undone before anything can be read.
  const int flags = writable && interrupted ? SQLite::OPEN_READWRITE : SQLite::OPEN_READONLY;
  return std::make_unique<SQLite::Database>(path.string(), flags, busy_timeout_ms);
}

std::string immutable_uri(const fs::path& file) {
  std::string uri = "file:";
  for (const char byte : fs::absolute(file).string()) {
    if (byte == '%' || byte == '?' || byte == '#') {
      uri += fmt::format("%{:02x}", static_cast<unsigned char>(byte));
    } else {
      uri += byte;
    }
  }
  return uri + "?immutable=1";
}

}  // namespace tiendo::journal
