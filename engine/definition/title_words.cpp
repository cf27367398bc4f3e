#include "definition/title_words.hpp"

#include <array>

namespace tiendo::definition {

bool TitleWords::state_key(std::string_view state, const Entry& entry, Findings& findings) {
  if (entry.key != "title") {
    return false;
  }
  if (!entry.value.is(Node::Type::text) || entry.value.text().empty()) {
    findings.error(entry.value.mark(), "wrong_type",
                   {"tên gọi phải là chữ", "a title has to be a text"});
    return true;
  }
  titles_.insert_or_assign(std::string{state}, entry.value.text());
  return true;
}

std::span<const std::string_view> TitleWords::state_keys() const {
  static constexpr std::array<std::string_view, 1> keys{"title"};
  return keys;
}

}  // namespace tiendo::definition
