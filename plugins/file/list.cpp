#include <algorithm>
#include <functional>
#include <optional>

#include "file/file_channel.hpp"
#include "journal/file.hpp"
#include "mime/message.hpp"

namespace tiendo::file {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t letter_bytes_max = 2'000'000;  // ours have a tenth of it at most

Result<std::string> content_of_file(const fs::path& path) {
  const auto file = journal::open_file(path);
  if (!file) return file.error();
  std::string all(letter_bytes_max, '\0');
  std::size_t size = 0;
  while (size < all.size()) {
    const auto got = journal::read_some(*file, all.data() + size, all.size() - size, path);
    if (!got) return got.error();
    if (*got == 0) break;
    size += *got;
  }
  all.resize(size);
  return all;
}

std::optional<port::Letter> read(const fs::path& path) {
  const auto message = content_of_file(path);
  return message ? mime::read_message(*message) : std::nullopt;
}

bool is_letter(const fs::directory_entry& entry) {
  std::error_code ignored;
  return entry.path().extension() == ".eml" && entry.is_regular_file(ignored);
}

}  // namespace

Result<std::vector<port::Letter>> list(const fs::path& folder, std::size_t count) {
  std::error_code failed;
  std::vector<fs::path> paths;
  for (fs::directory_iterator all{folder, failed}; !failed && all != fs::directory_iterator{};
       all.increment(failed)) {
    if (is_letter(*all)) paths.push_back(all->path());
  }
  if (failed == std::errc::no_such_file_or_directory) return std::vector<port::Letter>{};
  if (failed)
    return journal::file_error({"đọc thư mục", "read the folder"}, folder, failed.value());
  std::sort(paths.begin(), paths.end(), std::greater<>{});
  std::vector<port::Letter> letters;
  for (const auto& path : paths) {
    if (letters.size() == count) break;
    if (auto letter = read(path)) letters.push_back(std::move(*letter));
  }
  return letters;
}

}  // namespace tiendo::file
