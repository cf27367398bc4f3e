#include "definition/names.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/fold.hpp"
#include "definition/wording.hpp"

namespace tiendo::definition {
namespace {

/// "Hội nghị (lần 1)" → "hoi-nghi-lan-1".
std::string id_out_of(std::string_view text) {
  std::string id;
  for (const char c : fold(text)) {
    if (is_letter_or_digit(c)) {
      id += c;
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  id.resize(std::min(id.size(), id_bytes_max));
  id.erase(id.find_last_not_of('-') + 1);
  return id.empty() ? "ten-1" : id;
}

}  // namespace

void Names::declare(std::string_view name) {
  if (places_.try_emplace(name, static_cast<std::uint32_t>(all_.size())).second) {
    all_.push_back(name);
  }
}

std::optional<std::uint32_t> Names::find(std::string_view name) const noexcept {
  const auto found = places_.find(name);
  return found == places_.end() ? std::nullopt : std::optional{found->second};
}

std::optional<std::uint32_t> Names::refer(std::string_view name, Mark at,
                                          Findings& findings) const {
  const auto found = find(name);
  if (!found) {
    const Text meant = findings.is_full() ? Text{} : suggestion(name, all_);
    findings.error(
        at, fmt::format("unknown_{}", noun_.code),
        {fmt::format("chưa khai báo {} {}; {}", noun_.words.vi, in_quotes(name), meant.vi),
         fmt::format("there is no {} {}; {}", noun_.words.en, in_quotes(name), meant.en)});
  }
  return found;
}

std::vector<std::uint32_t> Names::refer_all(const Node& list, Findings& findings) const {
  std::vector<std::uint32_t> places;
  std::unordered_map<std::uint32_t, Mark> seen;
  for (const Node& item : list.list()) {
    const auto place = refer(item, findings);
    if (!place) {
      continue;
    }
    if (seen.try_emplace(*place, item.mark()).second) {
      places.push_back(*place);
    } else {
      findings.error(item.mark(), "named_twice",
                     {fmt::format("{} {} đã có trong danh sách này: bỏ bớt một", noun_.words.vi,
                                  in_quotes(item.text())),
                      fmt::format("{} {} stands in this list already: take one out", noun_.words.en,
                                  in_quotes(item.text()))});
    }
  }
  return places;
}

bool check_id(std::string_view id, Mark at, const Text& what, Findings& findings) {
  if (is_id(id)) {
    return true;
  }
  const std::string better = id_out_of(id);
  findings.error(
      at, "illegal_id",
      {fmt::format("mã {} {} chỉ gồm chữ không dấu, chữ số, '-' và '_', tối đa {} ký tự: "
                   "có thể viết {}",
                   what.vi, in_quotes(id), id_bytes_max, better),
       fmt::format("the {} id {} may hold plain letters, digits, '-' and '_' only, at "
                   "most {}: write for instance {}",
                   what.en, in_quotes(id), id_bytes_max, better)});
  return false;
}

}  // namespace tiendo::definition
