#include "runtime/letter_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tiendo::runtime {
namespace {

struct GroupWords {
  Text heading;
  Text in_subject;
  Text one;   // "1 …"
  Text many;  // "2 …"
};

/// By DigestGroup.
const std::array<GroupWords, 7>& group_words() {
  static const std::array<GroupWords, 7> all{{
      {{"Quá hạn", "Overdue"},
       {"quá hạn", "overdue"},
       {"việc quá hạn", "task overdue"},
       {"việc quá hạn", "tasks overdue"}},
      {{"Đến hạn hôm nay", "Due today"},
       {"đến hạn hôm nay", "due today"},
       {"việc đến hạn hôm nay", "task due today"},
       {"việc đến hạn hôm nay", "tasks due today"}},
      {{"Sắp đến hạn", "Due soon"},
       {"sắp đến hạn", "due soon"},
       {"việc sắp đến hạn", "task due soon"},
       {"việc sắp đến hạn", "tasks due soon"}},
      {{"Phối hợp", "Coordinating"},
       {"phối hợp", "coordinating"},
       {"việc phối hợp", "task that another unit leads"},
       {"việc phối hợp", "tasks that another unit leads"}},
      {{"Chờ duyệt", "To approve"},
       {"chờ duyệt", "to approve"},
       {"việc chờ duyệt", "task to approve"},
       {"việc chờ duyệt", "tasks to approve"}},
      {{"Chưa phân công", "No unit assigned"},
       {"chưa phân công", "not assigned"},
       {"việc chưa phân công đơn vị chủ trì", "task that no unit leads"},
       {"việc chưa phân công đơn vị chủ trì", "tasks that no unit leads"}},
      {{"Thông báo", "News"},
       {"thông báo", "news"},
       {"thông báo", "piece of news"},
       {"thông báo", "pieces of news"}},
  }};
  return all;
}

const GroupWords& words_for(DigestGroup group) {
  return group_words()[static_cast<std::size_t>(group)];
}

Text counted(std::size_t count, const Text& words) {
  return {fmt::format("{} {}", count, words.vi), fmt::format("{} {}", count, words.en)};
}

}  // namespace

Text heading_of(DigestGroup group) {
  return words_for(group).heading;
}

Text short_count(DigestGroup group, std::size_t count) {
  return counted(count, words_for(group).in_subject);
}

Text long_count(DigestGroup group, std::size_t count) {
  return counted(count, count == 1 ? words_for(group).one : words_for(group).many);
}

Text words_for_more(std::size_t count) {
  return {fmt::format("và {} việc nữa", count), fmt::format("and {} more", count)};
}

std::vector<LetterGroup> groups_of(const Digest& digest) {
  std::vector<LetterGroup> groups;
  for (std::size_t i = 0; i < group_words().size(); ++i) {
    LetterGroup group{static_cast<DigestGroup>(i), {}};
    for (const auto& item : digest.items) {
      if (item.group == group.group) group.items.push_back(&item);
    }
    if (!group.items.empty()) groups.push_back(std::move(group));
  }
  return groups;
}

std::string on_one_line(std::string_view text) {
  std::string out{text};
  std::replace_if(
      out.begin(), out.end(),
      [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }, ' ');
  return out;
}

std::string as_sentence(std::string_view text) {
  auto out = on_one_line(text);
  if (out.starts_with("đ")) {
    out.replace(0, std::string_view{"đ"}.size(), "Đ");
  } else if (!out.empty() && out.front() >= 'a' && out.front() <= 'z') {
    out.front() = static_cast<char>(out.front() - 'a' + 'A');
  }
  return out;
}

std::string link_to_all(const LetterHead& head) {
  return head.console.empty() ? "" : head.console + "/#/";
}

std::string link_to(const LetterHead& head, const DigestItem& item) {
  if (head.console.empty()) return {};
  if (item.task.empty()) {
    return fmt::format("{}/#/plan/{}", head.console, item.campaign.str());
  }
  return fmt::format("{}/#/tasks/{}/{}", head.console, item.campaign.str(), item.task.str());
}

}  // namespace tiendo::runtime
