#include "definition/organisation_reader.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "definition/names.hpp"
#include "definition/schema.hpp"
#include "definition/unit_reader.hpp"
#include "definition/yaml.hpp"

namespace tiendo::definition {
namespace {

std::vector<int> read_falling_days(const Node& list, Findings& findings) {
  std::vector<int> days;
  for (const Node& item : list.list()) {
    const int day = static_cast<int>(item.integer());
    if (!days.empty() && day >= days.back()) {
      findings.error(item.mark(), "not_falling",
                     {"số ngày phải giảm dần, như [ 10, 5, 3, 1, 0 ]",
                      "the days have to fall, as in [ 10, 5, 3, 1, 0 ]"});
    }
    days.push_back(day);
  }
  return days;
}

void read_escalation(const Node& node, model::Ladder& ladder, Findings& findings) {
  const auto days = [&](std::string_view key, std::optional<int>& after) {
    if (const Node* value = node.find(key)) {
      after = value->is(Node::Type::null) ? std::nullopt
                                          : std::optional{static_cast<int>(value->integer())};
    }
  };
  days("head", ladder.head_after);
  days("leaders", ladder.leaders_after);
  if (ladder.head_after && ladder.leaders_after && *ladder.leaders_after < *ladder.head_after) {
    findings.warning(node.mark(), "leaders_first",
                     {"lãnh đạo được báo trước trưởng đơn vị: thường thì ngược lại",
                      "the leaders are told before the head of the unit: usually it is the other "
                      "way round"});
  }
}

void read_hours(const Node& node, model::OfficeHours& hours, Findings& findings) {
  if (const Node* opens = node.find("opens")) {
    hours.opens = read_time(*opens, findings).value_or(hours.opens);
  }
  if (const Node* closes = node.find("closes")) {
    hours.closes = read_time(*closes, findings).value_or(hours.closes);
  }
  if (hours.closes <= hours.opens) {
    findings.error(node.mark(), "reversed",
                   {"giờ đóng cửa phải sau giờ mở cửa", "the office closes before it opens"});
  }
}

void read_ladders(const Node& node, std::map<std::string, model::Ladder>& ladders,
                  Findings& findings) {
  const Text ladder_words{"bậc nhắc việc", "ladder"};
  if (const Node* usual = node.find("default")) {
    ladders["default"] = read_ladder(*usual, {}, findings);
  }
  for (const Entry& entry : node.map()) {
    if (!check_id(entry.key, entry.key_mark, ladder_words, findings) || entry.key == "default") {
      continue;
    }
    if (entry.key == "none") {
      findings.error(entry.key_mark, "reserved_name",
                     {"\"none\" có nghĩa là không nhắc: đặt tên khác",
                      "\"none\" means that nobody is reminded: take another name"});
    }
    ladders[entry.key] = read_ladder(entry.value, ladders.at("default"), findings);
  }
}

model::Organisation read_conforming(const Node& root, Findings& findings) {
  model::Organisation organisation;
  check_id(root.find("id")->text(), root.find("id")->mark(), {"cơ quan", "organisation"}, findings);
  organisation.name = root.find("name")->text();
  read_units(*root.find("units"), organisation.units, findings);
  check_units(*root.find("units"), organisation.units, findings);
  organisation.office = find_office(root.find("office"), organisation.units, findings);
  if (const Node* hours = root.find("office_hours")) {
    read_hours(*hours, organisation.hours, findings);
  }
  if (const Node* ladders = root.find("ladders")) {
    read_ladders(*ladders, organisation.ladders, findings);
  }
  if (const Node* settings = root.find("settings")) {
    read_settings(*settings, organisation.settings);
  }
  return organisation;
}

}  // namespace

Checked<model::Organisation> read_organisation(std::string_view text, const std::string& file) {
  Findings findings{file};
  Checked<model::Organisation> result;
  auto root = read_yaml(text, findings);
  if (root && conform(*root, "organisation", findings)) {
    result.value = read_conforming(*root, findings);
  }
  if (findings.has_errors()) {
    result.value.reset();
  }
  result.findings = findings.take();
  return result;
}

model::Ladder read_ladder(const Node& node, const model::Ladder& base, Findings& findings) {
  model::Ladder ladder = base;
  if (const Node* before = node.find("before")) {
    ladder.before = read_falling_days(*before, findings);
  }
  if (const Node* every = node.find("overdue_every")) {
    ladder.overdue_every = static_cast<int>(every->integer());
  }
  if (const Node* escalate = node.find("escalate")) {
    read_escalation(*escalate, ladder, findings);
  }
  if (const Node* fix_date = node.find("fix_date")) {
    ladder.fix_date_before = static_cast<int>(fix_date->integer());
  }
  if (const Node* plan = node.find("detailed_plan")) {
    ladder.detailed_plan_before = read_falling_days(*plan, findings);
  }
  return ladder;
}

void read_settings(const Node& node, model::Settings& settings) {
  if (const Node* days = node.find("detailed_plan_days")) {
    settings.detailed_plan_days = static_cast<int>(days->integer());
  }
  if (const Node* days = node.find("due_soon_days")) {
    settings.due_soon_days = static_cast<int>(days->integer());
  }
  if (const Node* every = node.find("report_every")) {
    settings.report_every = every->text() == "never"   ? model::ReportEvery::never
                            : every->text() == "month" ? model::ReportEvery::month
                                                       : model::ReportEvery::quarter;
  }
}

model::UnitId find_office(const Node* named, const std::vector<model::Unit>& units,
                          Findings& findings) {
  if (named != nullptr) {
    const auto unit = names_of(units).refer(*named, findings);
    if (unit && units[*unit].external) {
      findings.error(named->mark(), "external_office",
                     {"đơn vị ngoài cơ quan không thể là văn phòng: chọn đơn vị khác",
                      "a unit outside the organisation cannot be its office: name another"});
    }
    return unit ? units[*unit].id : model::UnitId{};
  }
  const auto found = std::ranges::find_if(units, [](const model::Unit& unit) {
    return !unit.external && (unit.id.str() == "van-phong" || fold(unit.name) == "van phong");
  });
  return found == units.end() ? model::UnitId{} : found->id;
}

}  // namespace tiendo::definition
