#include <algorithm>

#include "decide/refuse.hpp"
#include "decide/task_commands.hpp"

namespace tiendo::decide {
namespace {

constexpr std::size_t digits_of_hash = 64;

bool is_hash(const std::string& text) {
  return text.size() == digits_of_hash && std::ranges::all_of(text, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

/// Why the file cannot be attached beside those that are.
Refusal refuse(const model::Evidence& file, const std::vector<model::Evidence>& attached) {
  if (auto refusal = require(file.name, {"tên tệp", "the name of the file"})) {
    return refusal;
  }
  if (!is_hash(file.hash)) {
    return bad_argument({"mã SHA-256 của tệp phải gồm 64 chữ số thập lục phân viết thường",
                         "the SHA-256 of the file has 64 lower-case hexadecimal digits"});
  }
  if (std::ranges::find(attached, file.hash, &model::Evidence::hash) != attached.end()) {
    return bad_argument(
        {"tệp này đã được gắn vào nhiệm vụ", "this file has been attached to the task already"});
  }
  return std::nullopt;
}

}  // namespace

Refusal decide_task(const model::AttachEvidence& command, model::TaskIndex task, Draft& draft) {
  if (command.files.empty()) {
    return bad_argument({"chưa nêu tệp nào", "no file is named"});
  }
  std::vector<model::Evidence> attached = draft.task(task).evidence;
  for (const auto& file : command.files) {
    if (auto refusal = refuse(file, attached)) {
      return refusal;
    }
    attached.push_back(file);
    draft.record(task, model::EvidenceAttached{command.task, file, command.text});
  }
  return std::nullopt;
}

}  // namespace tiendo::decide
