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

}  // namespace

Refusal decide_task(const model::AttachEvidence& command, model::TaskIndex task, Draft& draft) {
  if (auto refusal = require(command.evidence.name, {"tên tệp", "the name of the file"})) {
    return refusal;
  }
  if (!is_hash(command.evidence.hash)) {
    return bad_argument({"mã SHA-256 của tệp phải gồm 64 chữ số thập lục phân viết thường",
                         "the SHA-256 of the file has 64 lower-case hexadecimal digits"});
  }
  const auto& attached = draft.task(task).evidence;
  if (std::ranges::find(attached, command.evidence.hash, &model::Evidence::hash) !=
      attached.end()) {
    return bad_argument(
        {"tệp này đã được gắn vào nhiệm vụ", "this file has been attached to the task already"});
  }
  draft.record(task, model::EvidenceAttached{command.task, command.evidence, command.text});
  return std::nullopt;
}

}  // namespace tiendo::decide
