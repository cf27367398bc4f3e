#include "email/password_file.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "journal/file.hpp"

namespace tiendo::email {
namespace {

constexpr std::size_t password_bytes_max = 1000;

Result<std::string> content_of_file(const journal::Descriptor& file,
                                    const std::filesystem::path& where) {
  std::string all;
  std::array<char, password_bytes_max + 2> piece{};
  while (all.size() <= piece.size()) {
    const auto size = journal::read_some(file, piece.data(), piece.size(), where);
    if (!size) return size.error();
    if (*size == 0) break;
    all.append(piece.data(), *size);
  }
  return all;
}

}  // namespace

Result<std::string> read_password_file(const std::filesystem::path& path) {
  const auto file = journal::open_file(path);
  if (!file) return file.error();
  struct stat status {};
  if (::fstat(file->get(), &status) != 0) {
    return journal::file_error({"xem", "look at it"}, path, errno);
  }
  if ((status.st_mode & S_IROTH) != 0) {
    return Error{{"ai cũng đọc được tệp mật khẩu này; hãy chạy: chmod 600",
                  "everybody may read this file with a password; run chmod 600 on it"},
                 path.string()};
  }
  auto all = content_of_file(*file, path);
  if (!all) return all.error();
  std::string password = *all;
  if (password.ends_with('\n')) password.pop_back();
  if (password.ends_with('\r')) password.pop_back();
  const bool is_line = std::none_of(password.begin(), password.end(),
                                    [](char c) { return c == '\n' || c == '\r' || c == '\0'; });
  if (password.empty() || password.size() > password_bytes_max || !is_line) {
    return Error{{"tệp mật khẩu phải có đúng một dòng, dài từ 1 đến 1000 byte",
                  "the file of a password holds one line of 1 to 1000 bytes"},
                 path.string()};
  }
  return password;
}

}  // namespace tiendo::email
