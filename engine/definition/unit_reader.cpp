#include "definition/unit_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "definition/wording.hpp"

namespace tiendo::definition {
namespace {

const Text unit_words{"đơn vị", "unit"};

model::Unit read_unit(const Entry& entry, Findings& findings) {
  const Node& node = entry.value;
  model::Unit unit;
  unit.id = model::UnitId{entry.key};
  unit.name = node.find("name")->text();
  const Node* short_name = node.find("short");
  unit.short_name = short_name == nullptr ? unit.name : short_name->text();
  if (const Node* external = node.find("external")) {
    unit.external = external->boolean();
  }
  if (const Node* valid = node.find("valid")) {
    if (const Node* from = valid->find("from")) {
      unit.valid_from = read_day(*from, findings);
    }
    if (const Node* until = valid->find("until")) {
      unit.valid_until = read_day(*until, findings);
    }
    if (unit.valid_from && unit.valid_until && *unit.valid_until < *unit.valid_from) {
      findings.error(valid->mark(), "reversed",
                     {"ngày hết hiệu lực đứng trước ngày bắt đầu: đổi chỗ hai ngày",
                      "it ends before it begins: exchange the two days"});
    }
  }
  if (const Node* successors = node.find("successors")) {
    for (const Node& successor : successors->list()) {
      unit.successors.emplace_back(successor.text());
    }
  }
  return unit;
}

/// Whether following the successors of `start` comes back to it.
bool succeeds_itself(std::uint32_t start, const std::vector<model::Unit>& units,
                     const Names& names) {
  std::unordered_set<std::uint32_t> seen;
  std::vector<std::uint32_t> open{start};
  while (!open.empty()) {
    const auto unit = open.back();
    open.pop_back();
    for (const auto& successor : units[unit].successors) {
      const auto next = names.find(successor.str());
      if (next == start) {
        return true;
      }
      if (next && seen.insert(*next).second) {
        open.push_back(*next);
      }
    }
  }
  return false;
}

void read_part(const Node& node, const Names& units, std::vector<model::Part>& parts,
               Findings& findings) {
  const Node& named = node.is(Node::Type::map) ? *node.find("unit") : node;
  const Node* scope = node.find("scope");
  if (!units.refer(named, findings)) {
    return;
  }
  model::Part part{model::UnitId{named.text()}, scope == nullptr ? "" : scope->text()};
  if (std::ranges::find(parts, part.unit, &model::Part::unit) != parts.end()) {
    findings.error(
        named.mark(), "named_twice",
        {fmt::format("đơn vị {} đã có trong danh sách này: gộp lại làm một",
                     in_quotes(named.text())),
         fmt::format("unit {} stands in this list already: make it one", in_quotes(named.text()))});
    return;
  }
  parts.push_back(std::move(part));
}

}  // namespace

std::vector<model::Part> read_parts(const Node* node, const Names& units, Findings& findings) {
  std::vector<model::Part> parts;
  if (node == nullptr || node->is(Node::Type::null)) {
    return parts;
  }
  if (!node->is(Node::Type::list)) {
    read_part(*node, units, parts, findings);
    return parts;
  }
  for (const Node& item : node->list()) {
    read_part(item, units, parts, findings);
  }
  return parts;
}

void read_units(const Node& node, std::vector<model::Unit>& units, Findings& findings) {
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < units.size(); ++i) {
    places.emplace(units[i].id.str(), i);
  }
  for (const Entry& entry : node.map()) {
    check_id(entry.key, entry.key_mark, unit_words, findings);
    model::Unit unit = read_unit(entry, findings);
    const auto [place, fresh] = places.try_emplace(entry.key, units.size());
    if (fresh) {
      units.push_back(std::move(unit));
    } else {
      units[place->second] = std::move(unit);
    }
  }
}

Names names_of(const std::vector<model::Unit>& units) {
  Names names{{"unit", unit_words}};
  for (const auto& unit : units) {
    names.declare(unit.id.str());
  }
  return names;
}

void check_units(const Node& node, const std::vector<model::Unit>& units, Findings& findings) {
  const Names names = names_of(units);
  for (const Entry& entry : node.map()) {
    const Node* successors = entry.value.find("successors");
    if (successors == nullptr) {
      continue;
    }
    static_cast<void>(names.refer_all(*successors, findings));
    if (const auto unit = names.find(entry.key); unit && succeeds_itself(*unit, units, names)) {
      findings.error(successors->mark(), "succeeds_itself",
                     {fmt::format("đơn vị {} kế thừa chính nó: xem lại các đơn vị kế thừa",
                                  in_quotes(entry.key)),
                      fmt::format("unit {} succeeds itself: look at the successors again",
                                  in_quotes(entry.key))});
    }
  }
}

std::optional<Day> read_day(const Node& node, Findings& findings) {
  const auto day = parse_day(node.text());
  if (!day) {
    findings.error(
        node.mark(), "no_such_day",
        {fmt::format("không có ngày {}: viết ngày có thật, như 2025-04-20", in_quotes(node.text())),
         fmt::format("there is no day {}: write one that exists, like 2025-04-20",
                     in_quotes(node.text()))});
  }
  return day;
}

std::optional<std::chrono::minutes> read_time(const Node& node, Findings& findings) {
  const std::string& text = node.text();  // the schema has seen to "00:00" to "99:99"
  const int hours = (text[0] - '0') * 10 + (text[1] - '0');
  const int minutes = (text[3] - '0') * 10 + (text[4] - '0');
  if (minutes > 59 || hours * 60 + minutes > 24 * 60) {
    findings.error(
        node.mark(), "no_such_time",
        {fmt::format("không có giờ {}: viết từ \"00:00\" đến \"24:00\"", in_quotes(text)),
         fmt::format("there is no time {}: write \"00:00\" to \"24:00\"", in_quotes(text))});
    return std::nullopt;
  }
  return std::chrono::minutes{hours * 60 + minutes};
}

}  // namespace tiendo::definition
