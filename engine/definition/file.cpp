#include "definition/file.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <system_error>

#include "definition/yaml.hpp"

namespace tiendo::definition {
namespace {

Error cannot_read(const std::filesystem::path& path, std::string_view vi, std::string_view en) {
  return {{fmt::format("không đọc được {}: {}", path.string(), vi),
           fmt::format("cannot read {}: {}", path.string(), en)},
          path.string()};
}

std::string take_all(std::istream& in) {
  std::string bytes;
  char buffer[65536];
  while (bytes.size() <= file_size_max && (in.read(buffer, sizeof buffer), in.gcount() > 0)) {
    bytes.append(buffer, static_cast<std::size_t>(in.gcount()));
  }
  bytes.resize(std::min(bytes.size(), file_size_max + 1));
  return bytes;
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path) {
  if (path == "-") {
    std::string bytes = take_all(std::cin);
    if (std::cin.bad() || std::ferror(stdin) != 0) {  // a folder, or a descriptor that is closed
      return cannot_read(path, "lỗi khi đọc đầu vào chuẩn", "reading standard input failed");
    }
    return bytes;
  }
  std::error_code failed;
  const auto status = std::filesystem::status(path, failed);
  if (status.type() == std::filesystem::file_type::not_found) {
    return cannot_read(path, "không có tệp này", "there is no such file");
  }
  if (std::filesystem::is_directory(status)) {
    return cannot_read(path, "đây là thư mục, cần một tệp", "it is a folder, a file is expected");
  }
  errno = 0;
  std::ifstream in{path, std::ios::binary};
  if (!in) {
    const std::string reason = std::generic_category().message(errno);
    return cannot_read(path, reason, reason);
  }
  std::string bytes = take_all(in);
  if (in.bad()) {
    return cannot_read(path, "lỗi khi đọc", "reading failed");
  }
  return bytes;
}

Companions companions_of(const std::filesystem::path& path) {
  return [folder = path.parent_path()](const std::string& name) -> std::optional<Companion> {
    const auto file = (folder / name).lexically_normal();
    auto bytes = read_file(file);
    if (!bytes) {
      return std::nullopt;
    }
    return Companion{file.string(), *std::move(bytes)};
  };
}

Companions no_companions() {
  return [](const std::string&) -> std::optional<Companion> { return std::nullopt; };
}

}  // namespace tiendo::definition
