#include "definition/yaml_message.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tiendo::definition {
namespace {

struct Translation {
  std::string_view complaint;  // how it begins
  std::string_view vi;
  std::string_view en;
};

constexpr std::array<Translation, 13> translations{{
    {"end of map flow not found", "thiếu dấu '}' đóng", "'}' is missing"},
    {"end of sequence flow not found", "thiếu dấu ']' hoặc dấu ',' trong danh sách",
     "']' or ',' is missing in the list"},
    {"end of map not found", "dòng này không thẳng cột với các dòng cùng nhóm, hoặc thiếu dấu ':'",
     "this line does not align with the others of its group, or ':' is missing"},
    {"end of sequence not found", "dòng này không thẳng cột với các mục của danh sách",
     "this line does not align with the items of the list"},
    {"illegal map value",
     "dấu ':' ở chỗ không hợp lệ: đặt giá trị trong ngoặc kép nếu nó có dấu ':', và xem lại thụt "
     "dòng",
     "':' in the wrong place: quote the value if it contains ':', and check the indentation"},
    {"illegal map key", "tên nhóm ở chỗ không hợp lệ: xem lại thụt dòng",
     "a key in the wrong place: check the indentation"},
    {"illegal block entry", "dấu '-' ở chỗ không hợp lệ: xem lại thụt dòng",
     "'-' in the wrong place: check the indentation"},
    {"illegal flow end", "thừa dấu đóng ngoặc", "a closing bracket too many"},
    {"illegal EOF in scalar", "thiếu dấu ngoặc kép hoặc nháy đóng", "the closing quote is missing"},
    {"illegal document indicator in scalar", "thiếu dấu ngoặc kép hoặc nháy đóng trước '---'",
     "the closing quote is missing before '---'"},
    {"unknown escape character",
     "sau dấu '\\' là ký tự không hợp lệ: dùng nháy đơn '…' hoặc viết '\\\\'",
     "an unknown character after '\\': use single quotes '…' or write '\\\\'"},
    {"unknown token", "ký tự không hợp lệ ở đây: đặt giá trị trong ngoặc kép",
     "a character that cannot stand here: quote the value"},
    {"the referenced anchor is not defined", "không dùng '*' để nhắc lại giá trị khác",
     "no aliases ('*'): write the value out"},
}};

}  // namespace

Text yaml_message(std::string_view complaint) {
  const auto found = std::ranges::find_if(translations, [&](const Translation& translation) {
    return complaint.starts_with(translation.complaint);
  });
  if (found != translations.end()) {
    return {std::string{found->vi}, std::string{found->en}};
  }
  return {
      fmt::format("không đọc được như YAML ({}): xem lại dấu câu và thụt dòng ở đây", complaint),
      fmt::format("cannot be read as YAML ({}): check punctuation and indentation here",
                  complaint)};
}

}  // namespace tiendo::definition
