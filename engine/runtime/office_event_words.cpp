#include "runtime/office_event_words.hpp"

#include <fmt/format.h>

#include "model/lifecycle_words.hpp"
#include "runtime/joined_words.hpp"

namespace tiendo::runtime {
namespace {

Text post_words(model::Role role, const model::UnitId& unit) {
  const Text words = model::words(role);
  const auto of = unit.empty() ? std::string{} : " (" + unit.str() + ")";
  return {words.vi + of, words.en + of};
}

}  // namespace

EventWords OfficeEventWords::operator()(const model::PersonAdded& e) const {
  const auto who = fmt::format("{} ({})", e.person.name, e.person.id.str());
  return {"person_added", {"Thêm người dùng " + who, "Person added: " + who}};
}

EventWords OfficeEventWords::operator()(const model::PersonRenamed& e) const {
  const auto who = fmt::format("{} ({})", e.name, e.user.str());
  return {"person_renamed", {"Đổi họ tên: " + who, "Renamed: " + who}};
}

EventWords OfficeEventWords::operator()(const model::PostGiven& e) const {
  const Text post = post_words(e.post.role, e.post.unit);
  return {"post_given",
          {e.user.str() + " nhận chức vụ " + post.vi, e.user.str() + " holds a post: " + post.en}};
}

EventWords OfficeEventWords::operator()(const model::PostEnded& e) const {
  const Text post = post_words(e.role, e.unit);
  return {
      "post_ended",
      {fmt::format("{} thôi chức vụ {} sau ngày {}", e.user.str(), post.vi, to_vietnamese(e.until)),
       fmt::format("{} holds a post until {}: {}", e.user.str(), to_string(e.until), post.en)}};
}

EventWords OfficeEventWords::operator()(const model::UnitSet& e) const {
  const auto unit = fmt::format("{} ({})", e.unit.name, e.unit.id.str());
  return {"unit_set", {"Đơn vị: " + unit, "Unit: " + unit}};
}

EventWords OfficeEventWords::operator()(const model::UnitsMerged& e) const {
  std::vector<std::string> from;
  for (const auto& unit : e.merger.from) {
    from.push_back(unit.str());
  }
  const auto& into = e.merger.into.str();
  return {
      "units_merged",
      with({fmt::format("Sáp nhập {} vào {} từ ngày {}", joined(from), into,
                        to_vietnamese(e.merger.day)),
            fmt::format("{} merged into {} on {}", joined(from), into, to_string(e.merger.day))},
           e.merger.document)};
}

EventWords OfficeEventWords::operator()(const model::HolidaysSet& e) const {
  std::vector<std::string> years;
  for (const auto& year : e.years) {
    years.push_back(std::to_string(year.year));
  }
  return {"holidays_set", {"Lịch nghỉ: " + joined(years), "Holidays: " + joined(years)}};
}

EventWords OfficeEventWords::operator()(const model::HoursSet& e) const {
  const auto hours = to_string(e.hours);
  return {"hours_set", {"Giờ làm việc: " + hours, "Office hours: " + hours}};
}

EventWords OfficeEventWords::operator()(const model::LadderSet& e) const {
  return {"ladder_set", {"Bậc nhắc việc: " + e.name, "Ladder: " + e.name}};
}

EventWords OfficeEventWords::operator()(const model::OfficeNamed& e) const {
  return {"office_named", {"Tên cơ quan: " + e.name, "The office is called " + e.name}};
}

EventWords OfficeEventWords::operator()(const model::ChannelsSet& e) const {
  const auto channels = joined(e.channels);
  return {"channels_set", with({"Kênh gửi thông báo", "Channels"}, channels)};
}

EventWords OfficeEventWords::operator()(const model::MessageQueued& e) const {
  const auto to = fmt::format("{} ({})", e.message.to.str(), e.message.channel);
  return {"message", e.message.kind == model::MessageKind::digest
                         ? Text{"Bản tổng hợp việc cần làm gửi " + to, "Digest for " + to}
                         : Text{"Báo ngay cho " + to, "Told at once: " + to}};
}

EventWords OfficeEventWords::operator()(const model::DigestsQueued& e) const {
  return {"digests",
          {"Lập bản tổng hợp sáng " + to_vietnamese(e.day), "Digests of " + to_string(e.day)}};
}

}  // namespace tiendo::runtime
