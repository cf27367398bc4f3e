// Units, days off, hours and ladders.
#include "api/answers.hpp"
#include "api/body.hpp"
#include "api/finding_json.hpp"
#include "api/lists.hpp"
#include "api/look_ahead.hpp"
#include "api/office_json.hpp"
#include "api/office_operations.hpp"
#include "api/problem.hpp"
#include "base/id.hpp"
#include "definition/holidays.hpp"
#include "definition/organisation_reader.hpp"

namespace tiendo::api {
namespace {

namespace json = boost::json;

Response bad_file(std::span<const definition::Finding> findings, Language language) {
  return problem(422, "bad_file",
                 {"tệp chưa dùng được: xem từng lỗi trong “findings”",
                  "the file is not in order: see every error in \"findings\""},
                 language, {{"findings", to_json(findings, language)}});
}

/// What the file says and the office does not have like that.
model::OfficeCommands changes(const model::Organisation& wanted, const model::Office& office) {
  model::OfficeCommands commands;
  for (const auto& unit : wanted.units) {
    const auto known = office.units.find(unit.id);
    if (known == office.units.end() || known->second != unit) {
      commands.emplace_back(model::SetUnit{unit});
    }
  }
  if (!wanted.name.empty() && office.name != wanted.name) {
    commands.emplace_back(model::NameOffice{wanted.name});
  }
  if (office.hours != wanted.hours) {
    commands.emplace_back(model::SetHours{wanted.hours});
  }
  for (const auto& [name, ladder] : wanted.ladders) {
    const auto known = office.ladders.find(name);
    if (known == office.ladders.end() || known->second.ladder != ladder) {
      commands.emplace_back(model::SetLadder{name, ladder});
    }
  }
  return commands;
}

}  // namespace

Response list_units(const Reading& reading) {
  json::array all;
  for (const auto& [id, unit] : reading.look.state.office.units) {
    if (!reading.sight.sees_nothing()) {
      all.push_back(to_json(unit));
    }
  }
  return list_response("units", std::move(all), std::nullopt);
}

Response set_unit(const Writing& writing) {
  auto body = read_body(writing.request, "NewUnit");
  if (auto* wrong = std::get_if<Response>(&body)) {
    return std::move(*wrong);
  }
  const auto& wanted = std::get<Body>(body);
  const auto& id = writing.at("unit");
  if (!is_id(id)) {
    return problem(422, "bad_id",
                   {"“" + id + "” không dùng làm mã được: dùng a-z, 0-9 và dấu “-”",
                    "'" + id + "' cannot be an id: use a-z, 0-9 and '-'"},
                   writing.language());
  }
  const auto short_name = wanted.text("short");
  model::Unit unit{model::UnitId{id},
                   wanted.text("name"),
                   short_name.empty() ? wanted.text("name") : short_name,
                   wanted.flag("external"),
                   wanted.day("from"),
                   wanted.day("until"),
                   {}};
  if (const auto* successors = wanted.find("successors")) {
    for (const auto& successor : successors->list()) {
      unit.successors.emplace_back(successor.text());
    }
  }
  return carry_out(writing, {{}, model::OfficeCommands{model::SetUnit{std::move(unit)}}, {}},
                   {{"unit", id}});
}

Response list_holidays(const Reading& reading) {
  json::array all;
  for (const auto& [year, days] : reading.look.state.office.holidays) {
    all.push_back(to_json(year, days));
  }
  return list_response("years", std::move(all), std::nullopt);
}

Response set_holidays(const Writing& writing) {
  auto years = definition::read_holidays(writing.request.body, name_of_body(writing.request));
  if (!years.value) {
    return bad_file(years.findings, writing.language());
  }
  return carry_out_or_preview(
      writing, {{}, model::OfficeCommands{model::SetHolidays{std::move(*years.value)}}, {}},
      {{"findings", to_json(years.findings, writing.language())}});
}

Response get_office(const Reading& reading) {
  return json_response(to_json(reading.look.state.office));
}

Response set_office(const Writing& writing) {
  if (auto refusal = may_not(writing, {model::SetUnit{}})) {
    return std::move(*refusal);
  }
  auto wanted = definition::read_organisation(writing.request.body, name_of_body(writing.request));
  if (!wanted.value) {
    return bad_file(wanted.findings, writing.language());
  }
  if (wanted.value->settings != model::Settings{}) {
    wanted.findings.push_back(
        {definition::Severity::warning,
         "settings_of_plans",
         name_of_body(writing.request),
         {},
         {"settings là của từng kế hoạch, tính từ khi ban hành: ở đây không dùng",
          "settings are those of each plan, from its issue on: not used here"}});
  }
  auto commands = changes(*wanted.value, writing.engine.state().office);
  const auto count = commands.size();
  return carry_out(
      writing, {{}, std::move(commands), {}},
      {{"changes", count}, {"findings", to_json(wanted.findings, writing.language())}});
}

}  // namespace tiendo::api
