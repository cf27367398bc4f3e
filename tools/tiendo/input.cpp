#include "input.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <iostream>

namespace tiendo::cli {
namespace {

bool exists(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

bool is_folder(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::is_directory(path, ignored);
}

}  // namespace

Input::Input(std::string path) : path_(std::move(path)) {
  if (path_ != "-" && !is_folder(path_)) {
    file_.open(path_, std::ios::binary);
  }
}

std::istream& Input::stream() {
  return path_ == "-" ? std::cin : file_;
}

std::optional<Error> Input::problem() {
  if (path_ == "-" || file_.is_open()) {
    return std::nullopt;
  }
  if (!exists(path_)) {
    return Error{.message = {fmt::format("không có tệp {}; hãy kiểm tra lại đường dẫn", path_),
                             fmt::format("there is no file {}; check the path", path_)},
                 .where = path_};
  }
  return Error{
      .message = {fmt::format("không đọc được {}; cần một tệp mà bạn có quyền đọc", path_),
                  fmt::format("{} cannot be read; a file is needed that you may read", path_)},
      .where = path_};
}

Exit Input::exit_of_problem() const {
  return exists(path_) && !is_folder(path_) ? Exit::outside_failed : Exit::bad_input;
}

Result<std::string> Input::read_all(std::size_t bytes_max) {
  if (auto unreadable = problem()) {
    return *unreadable;
  }
  std::string text;
  std::string block(std::size_t{64} * 1024, '\0');
  while (stream().read(block.data(), static_cast<std::streamsize>(block.size())) ||
         stream().gcount() > 0) {
    text.append(block, 0, static_cast<std::size_t>(stream().gcount()));
    if (text.size() > bytes_max) {
      const auto megabytes = bytes_max / (1024 * 1024);
      return Error{.message = {fmt::format("{} quá lớn: tối đa {} MB", path_, megabytes),
                               fmt::format("{} is too large: at most {} MB", path_, megabytes)},
                   .where = path_};
    }
  }
  return text;
}

Input::Line Input::next_line(std::string& line, std::size_t bytes_max) {
  line.clear();
  auto& in = stream();
  bool too_long = false;
  bool any = false;
  auto* buffer = in.rdbuf();
  for (int c = buffer->sbumpc(); c != std::char_traits<char>::eof(); c = buffer->sbumpc()) {
    any = true;
    if (c == '\n') {
      break;
    }
    too_long = too_long || line.size() == bytes_max;
    if (!too_long) {
      line.push_back(static_cast<char>(c));
    }
  }
  if (too_long) {
    line.clear();
    return Line::too_long;
  }
  if (line.ends_with('\r')) {
    line.pop_back();
  }
  return any ? Line::read : Line::end;
}

}  // namespace tiendo::cli
