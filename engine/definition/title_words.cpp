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

void BareWords::check_delay(const chart::Delay& delay, Mark at, Findings& findings) const {
  if (std::holds_alternative<chart::WorkingDays>(delay)) {
    findings.error(at, "no_calendar",
                   {"sơ đồ đứng riêng không có lịch làm việc; hãy viết after bằng ngày (5d) thay "
                    "vì ngày làm việc (5wd)",
                    "a chart on its own has no calendar of working days; write after in days (5d) "
                    "instead of working days (5wd)"});
  }
}

void CampaignWords::check_delay(const chart::Delay& delay, Mark at, Findings& findings) const {
  const auto* time = std::get_if<std::chrono::microseconds>(&delay);
  if (time != nullptr ? *time < shortest : std::get<chart::WorkingDays>(delay).count == 0) {
    findings.error(at, "too_short",
                   {"ở đây thời gian chờ ngắn nhất là một phút: viết \"after: 1m\" hoặc dài hơn, "
                    "hoặc bỏ after để gửi ngay",
                    "a delay here is at least a minute: write \"after: 1m\" or more, or leave "
                    "after out to send at once"});
  }
}

std::span<const std::string_view> TitleWords::state_keys() const {
  static constexpr std::array<std::string_view, 1> keys{"title"};
  return keys;
}

}  // namespace tiendo::definition
