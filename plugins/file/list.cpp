#include <algorithm>
#include <functional>
#include <optional>

#include "file/file_channel.hpp"
#include "file/names.hpp"
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

/// The files in the folder; none where there is no such folder.
Result<std::vector<fs::path>> letters_in(const fs::path& folder) {
  std::error_code failed;
  std::vector<fs::path> paths;
  for (fs::directory_iterator all{folder, failed}; !failed && all != fs::directory_iterator{};
       all.increment(failed)) {
    if (is_letter(*all)) paths.push_back(all->path());
  }
  if (failed == std::errc::no_such_file_or_directory) return std::vector<fs::path>{};
  if (failed)
    return journal::file_error({"đọc thư mục", "read the folder"}, folder, failed.value());
  return paths;
}

}  // namespace

Result<std::vector<port::Letter>> list(const fs::path& folder, std::size_t count,
                                       const std::optional<port::LetterPlace>& before) {
  auto paths = letters_in(folder);
  if (!paths) return paths.error();
  std::sort(paths->begin(), paths->end(), std::greater<>{});
  auto path = paths->begin();
  if (before) {
    path = std::upper_bound(path, paths->end(), folder / name_of_file(before->at, before->id),
                            std::greater<>{});
  }
  std::vector<port::Letter> letters;
  for (; path != paths->end() && letters.size() < count; ++path) {
    if (auto letter = read(*path)) letters.push_back(std::move(*letter));
  }
  return letters;
}

Result<std::optional<port::Letter>> find(const fs::path& folder, std::string_view id) {
  const auto paths = letters_in(folder);
  if (!paths) return paths.error();
  const auto end = end_of_name(id);
  for (const auto& path : *paths) {
    const auto name = path.filename().string();
    if (name.size() != stamp_bytes + end.size() || !name.ends_with(end)) continue;
    auto letter = read(path);
    if (letter && letter->id == id) return letter;
  }
  return std::optional<port::Letter>{};
}

}  // namespace tiendo::file
