#include "definition/chart_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "definition/wording.hpp"

namespace tiendo::definition {
namespace {

constexpr std::array<std::string_view, 4> own_guards{"in", "all", "any", "not"};
constexpr std::array<std::string_view, 3> own_actions{"raise", "send", "cancel"};
constexpr std::array<std::string_view, 2> send_keys{"after", "id"};

/// The text of `node`, or nothing and an error.
std::optional<chart::Name> read_name(const Node& node, Findings& findings) {
  if (node.is(Node::Type::text) && !node.text().empty()) {
    return chart::Name{node.text(), place_of(node.mark())};
  }
  findings.error(
      node.mark(), "not_a_name",
      {"ở đây cần một tên; nếu tên chỉ có chữ số hoặc là true, false, null thì đặt trong "
       "dấu nháy kép",
       "a name is needed here; put it in quotes if it is all digits, or true, false, "
       "null"});
  return std::nullopt;
}

std::vector<chart::Guard> read_guards(const Node& node, ChartWords& words, Findings& findings) {
  std::vector<chart::Guard> guards;
  if (!node.is(Node::Type::list) || node.list().empty()) {
    findings.error(node.mark(), "not_a_list_of_guards",
                   {"ở đây cần danh sách điều kiện, ví dụ all: [ { in: a }, { in: b } ]",
                    "a list of guards is needed here, such as all: [ { in: a }, { in: b } ]"});
    return guards;
  }
  for (const auto& item : node.list()) {
    guards.push_back(read_guard(item, words, findings));
  }
  return guards;
}

std::optional<chart::Delay> read_delay(const Node& node, const ChartWords& words,
                                       Findings& findings) {
  const auto delay = node.is(Node::Type::text) ? chart::parse_delay(node.text()) : std::nullopt;
  if (!delay) {
    findings.error(node.mark(), "not_a_delay",
                   {"thời gian chờ phải viết như 10ms, 0.5s, 90m, 2h, 3d hoặc 5wd (ngày làm việc), "
                    "số nguyên lần 1us, không quá 100 năm",
                    "a delay is written like 10ms, 0.5s, 90m, 2h, 3d or 5wd (working days), a "
                    "whole number of microseconds, at most 100 years"});
    return std::nullopt;
  }
  words.check_delay(*delay, node.mark(), findings);
  return delay;
}

std::optional<chart::Action> read_send(const Node& action, const Node& event,
                                       const ChartWords& words, Findings& findings) {
  const auto name = read_name(event, findings);
  chart::Send send{.event = name.value_or(chart::Name{})};
  if (const auto* after = action.find("after")) {
    send.after = read_delay(*after, words, findings);
  }
  if (const auto* id = action.find("id")) {
    send.id = read_name(*id, findings).value_or(chart::Name{}).text;
  }
  return name ? std::optional<chart::Action>{send} : std::nullopt;
}

std::optional<chart::Action> read_action(const Entry& entry, const Node& node, ChartWords& words,
                                         Findings& findings) {
  if (entry.key == "send") {
    return read_send(node, entry.value, words, findings);
  }
  if (entry.key == "raise" || entry.key == "cancel") {
    const auto name = read_name(entry.value, findings);
    if (!name) {
      return std::nullopt;
    }
    return entry.key == "raise" ? chart::Action{chart::Raise{*name}} : chart::Cancel{*name};
  }
  auto action = words.action(entry, findings);
  if (!action) {
    unknown_word(entry, own_actions, words.actions(), findings);
  }
  return action;
}

std::optional<chart::Action> read_action(const Node& node, ChartWords& words, Findings& findings) {
  const Entry* named = nullptr;
  if (node.is(Node::Type::map)) {
    for (const auto& entry : node.map()) {
      const bool belongs_to_send = node.find("send") != nullptr &&
                                   std::ranges::find(send_keys, entry.key) != send_keys.end();
      if (belongs_to_send) {
        continue;
      }
      if (named != nullptr) {
        findings.error(entry.key_mark, "several_actions",
                       {"mỗi mục chỉ có một hành động; hãy viết thành { … }, { … }",
                        "an item is one action; write { … }, { … }"});
        return std::nullopt;
      }
      named = &entry;
    }
  }
  if (named == nullptr) {
    findings.error(node.mark(), "not_an_action",
                   {"ở đây cần một hành động, ví dụ { raise: e1 } hoặc { send: e1, after: 2s }",
                    "an action is needed here, such as { raise: e1 } or { send: e1, after: 2s }"});
    return std::nullopt;
  }
  return read_action(*named, node, words, findings);
}

}  // namespace

std::optional<chart::Guard> ChartWords::guard(const Entry&, Findings&) {
  return std::nullopt;
}
std::optional<chart::Guard> ChartWords::transition_guard(const Entry&, Findings&) {
  return std::nullopt;
}
std::optional<chart::Action> ChartWords::action(const Entry&, Findings&) {
  return std::nullopt;
}
bool ChartWords::state_key(std::string_view, const Entry&, Findings&) {
  return false;
}
void ChartWords::check_delay(const chart::Delay&, Mark, Findings&) const {}
std::span<const std::string_view> ChartWords::guards() const {
  return {};
}
std::span<const std::string_view> ChartWords::transition_guards() const {
  return {};
}
std::span<const std::string_view> ChartWords::actions() const {
  return {};
}
std::span<const std::string_view> ChartWords::state_keys() const {
  return {};
}

chart::Guard read_guard(const Node& node, ChartWords& words, Findings& findings) {
  if (node.is(Node::Type::boolean)) {
    return {chart::Constant{node.boolean()}};
  }
  if (!node.is(Node::Type::map) || node.map().size() != 1) {
    findings.error(
        node.mark(), "not_a_guard",
        {"ở đây cần true, false hoặc đúng một điều kiện như { in: a }; nhiều điều kiện thì "
         "gộp bằng all hoặc any",
         "true, false or exactly one guard such as { in: a } is needed here; join "
         "several with all or any"});
    return {};
  }
  const auto& entry = node.map().front();
  if (entry.key == "in") {
    const auto name = read_name(entry.value, findings);
    return name ? chart::Guard{chart::In{*name}} : chart::Guard{};
  }
  if (entry.key == "all") {
    return {chart::All{read_guards(entry.value, words, findings)}};
  }
  if (entry.key == "any") {
    return {chart::Any{read_guards(entry.value, words, findings)}};
  }
  if (entry.key == "not") {
    return {chart::Not{{read_guard(entry.value, words, findings)}}};
  }
  if (const auto guard = words.guard(entry, findings)) {
    return *guard;
  }
  unknown_word(entry, own_guards, words.guards(), findings);
  return {};
}

std::vector<chart::Action> read_actions(const Node& node, ChartWords& words, Findings& findings) {
  std::vector<chart::Action> actions;
  if (node.is(Node::Type::null)) {
    return actions;
  }
  if (!node.is(Node::Type::list)) {
    findings.error(node.mark(), "not_a_list_of_actions",
                   {"ở đây cần danh sách hành động, ví dụ [ { raise: e1 } ]",
                    "a list of actions is needed here, such as [ { raise: e1 } ]"});
    return actions;
  }
  for (const auto& item : node.list()) {
    if (auto action = read_action(item, words, findings)) {
      actions.push_back(std::move(*action));
    }
  }
  return actions;
}

std::vector<chart::Name> read_names(const Node& node, Findings& findings) {
  std::vector<chart::Name> names;
  if (node.is(Node::Type::list)) {
    for (const auto& item : node.list()) {
      if (auto name = read_name(item, findings)) {
        names.push_back(std::move(*name));
      }
    }
    if (node.list().empty()) {
      findings.error(node.mark(), "empty_list",
                     {"danh sách trống; hãy nêu ít nhất một tên hoặc bỏ dòng này",
                      "the list is empty; give at least one name or take the line out"});
    }
  } else if (auto name = read_name(node, findings)) {
    names.push_back(std::move(*name));
  }
  return names;
}

bool read_flag(const Node& node, Findings& findings) {
  if (node.is(Node::Type::boolean)) {
    return node.boolean();
  }
  findings.error(node.mark(), "not_a_flag",
                 {"ở đây cần true hoặc false", "true or false is needed here"});
  return false;
}

chart::Place place_of(Mark mark) {
  return {mark.line, mark.column};
}

void unknown_word(const Entry& entry, std::span<const std::string_view> own,
                  std::span<const std::string_view> added, Findings& findings) {
  std::vector<std::string_view> names{own.begin(), own.end()};
  names.insert(names.end(), added.begin(), added.end());
  const auto hint = suggestion(entry.key, names);
  findings.error(entry.key_mark, "unknown_key",
                 {fmt::format("không dùng được {} ở đây; {}", in_quotes(entry.key), hint.vi),
                  fmt::format("{} is not known here; {}", in_quotes(entry.key), hint.en)});
}

}  // namespace tiendo::definition
