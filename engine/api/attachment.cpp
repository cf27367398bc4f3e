#include "api/attachment.hpp"

#include <fmt/format.h>

#include "api/answers.hpp"
#include "api/body.hpp"
#include "definition/yaml_text.hpp"

namespace tiendo::api {
namespace {

bool is_token_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view{"!#$%&'*+-.^_`|~"}.find(c) != std::string_view::npos;
}

/// Takes a token off `rest`; empty: there is none.
std::string_view take_token(std::string_view& rest) {
  std::size_t size = 0;
  while (size < rest.size() && is_token_character(rest[size])) {
    ++size;
  }
  const auto token = rest.substr(0, size);
  rest.remove_prefix(size);
  return token;
}

bool take(std::string_view& rest, char c) {
  const bool found = rest.starts_with(c);
  rest.remove_prefix(found ? 1 : 0);
  return found;
}

/// Takes what stands between quotation marks off `rest`, with them.
bool take_quoted(std::string_view& rest) {
  if (!take(rest, '"')) {
    return false;
  }
  while (!rest.empty() && !rest.starts_with('"')) {
    const bool escapes = rest.starts_with('\\');
    if (escapes && rest.size() == 1) {
      return false;
    }
    rest.remove_prefix(escapes ? 2 : 1);
  }
  return take(rest, '"');
}

void take_blanks(std::string_view& rest) {
  while (take(rest, ' ') || take(rest, '\t')) {
  }
}

bool take_parameter(std::string_view& rest) {
  take_blanks(rest);
  if (!take(rest, ';')) {
    return false;
  }
  take_blanks(rest);
  return !take_token(rest).empty() && take(rest, '=') &&
         (!take_token(rest).empty() || take_quoted(rest));
}

std::optional<Text> wrong_name(const std::string& name) {
  if (auto wrong = wrong_text(name, true)) {
    return wrong;
  }
  if (name.find_first_of("/\\") != std::string::npos || name == "." || name == "..") {
    return Text{"là tên tệp, không kèm thư mục: bỏ “/” và “\\”",
                "is the name of a file without folders: leave out '/' and '\\'"};
  }
  if (definition::is_blank(name)) {
    return Text{"còn trống: ghi tên tệp", "is blank: write the name of the file"};
  }
  return std::nullopt;
}

std::vector<BodyFault> faults_of(const model::Evidence& file, const std::string& pointer,
                                 std::optional<std::uint64_t> size) {
  std::vector<BodyFault> faults;
  if (auto wrong = wrong_name(file.name)) {
    faults.push_back({pointer + "/name", "bad_name", std::move(*wrong)});
  }
  if (!file.media_type.empty() && !is_media_type(file.media_type)) {
    faults.push_back({pointer + "/media_type",
                      "bad_media_type",
                      {"không phải là loại nội dung: ghi như application/pdf, hoặc bỏ trống",
                       "is no media type: write it like application/pdf, or leave it out"}});
  }
  if (size && *size != file.size) {
    faults.push_back({pointer + "/size",
                      "wrong_size",
                      {fmt::format("không đúng: tệp đã gửi lên có {} byte", *size),
                       fmt::format("is not right: the uploaded file has {} bytes", *size)}});
  }
  return faults;
}

Response not_uploaded(const model::Evidence& file, Language language) {
  return refused("unknown_evidence",
                 {"“" + file.name +
                      "” chưa được gửi lên, hoặc đã bị dọn sau một ngày không "
                      "gắn: gửi lại tệp rồi gắn",
                  "'" + file.name +
                      "' has not been uploaded, or was removed after a day in "
                      "which nobody attached it: upload it again, then attach it"},
                 language);
}

}  // namespace

bool is_media_type(std::string_view text) {
  const auto type = take_token(text);
  const bool has_slash = take(text, '/');
  const auto subtype = take_token(text);
  if (!has_slash || type.empty() || subtype.empty() || type == "*" || subtype == "*") {
    return false;
  }
  while (!text.empty()) {
    if (!take_parameter(text)) {
      return false;
    }
  }
  return true;
}

std::optional<Response> wrong_attachment(const model::AttachEvidence& attach,
                                         const Writing& writing) {
  std::vector<BodyFault> faults;
  for (std::size_t i = 0; i < attach.files.size(); ++i) {
    const auto& file = attach.files[i];
    auto found = faults_of(file, "/files/" + std::to_string(i), writing.blobs.size_of(file.hash));
    faults.insert(faults.end(), found.begin(), found.end());
  }
  if (!faults.empty()) {
    return wrong_body(faults, writing.language());
  }
  for (const auto& file : attach.files) {
    if (!writing.blobs.renew(file.hash)) {
      return not_uploaded(file, writing.language());
    }
  }
  return std::nullopt;
}

}  // namespace tiendo::api
