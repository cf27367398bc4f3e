#include "change.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <iostream>

#include "base/time.hpp"
#include "table.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;

std::string text_in(const json::object& object, std::string_view key) {
  const auto& value = object.at(key);
  return value.is_string() ? std::string{value.get_string()} : std::string{"–"};
}

/// An instant of the interface as people read it: "09:30 16/4/2025".
std::string instant_in(const json::object& object, std::string_view key) {
  const auto text = text_in(object, key);
  const auto day = parse_day(text.substr(0, 10));
  return day ? text.substr(11, 5) + ' ' + to_vietnamese(*day) : text;
}

/// A table under its heading, where there is anything in it.
class Sections {
 public:
  void print(const std::string& heading, const Table& table) {
    if (!table.empty()) {
      std::cout << (first_ ? "" : "\n") << heading << '\n' << table.draw(terminal_width());
      first_ = false;
    }
  }
  void print(const std::string& line) {
    std::cout << (first_ ? "" : "\n") << line << '\n';
    first_ = false;
  }

 private:
  bool first_ = true;
};

/// Tasks that come or go.
Table tasks_that(std::string_view change, const json::object& difference, const Context& context) {
  Table table{{{context.say({"mã", "id"})}, {context.say({"nhiệm vụ", "task"}), true}}};
  for (const auto& one : difference.at("tasks").as_array()) {
    const auto& task = one.as_object();
    if (text_in(task, "change") == change) {
      table.add({text_in(task, "id"), text_in(task, "title")});
    }
  }
  return table;
}

void add_facts(Table& table, const std::string& of, const json::array& facts) {
  for (const auto& one : facts) {
    const auto& fact = one.as_object();
    table.add({of, text_in(fact, "label"), text_in(fact, "before"), text_in(fact, "after")});
  }
}

Table table_of_facts(const Text& of, const Context& context) {
  return Table{{{context.say(of)},
                {context.say({"điều", "what"}), true},
                {context.say({"cũ", "old"}), true},
                {context.say({"mới", "new"}), true}}};
}

Table changed_tasks(const json::object& difference, const Context& context) {
  auto table = table_of_facts({"nhiệm vụ", "task"}, context);
  for (const auto& one : difference.at("tasks").as_array()) {
    const auto& task = one.as_object();
    if (text_in(task, "change") == "changed") {
      add_facts(table, text_in(task, "id"), task.at("facts").as_array());
    }
  }
  return table;
}

/// The plan itself, phases, kinds, targets, units.
Table other_changes(const json::object& difference, const Context& context) {
  auto table = table_of_facts({"mã", "id"}, context);
  add_facts(table, context.say({"kế hoạch", "plan"}), difference.at("plan").as_array());
  for (const auto* group : {"phases", "kinds", "targets", "units"}) {
    for (const auto& one : difference.at(group).as_array()) {
      const auto& thing = one.as_object();
      const auto change = text_in(thing, "change");
      const auto id = text_in(thing, "id");
      if (change == "changed") {
        add_facts(table, id, thing.at("facts").as_array());
      } else {
        const auto title = text_in(thing, "title");
        const bool added = change == "added";
        table.add({id, context.say(added ? Text{"thêm", "added"} : Text{"bỏ", "removed"}),
                   added ? "–" : title, added ? title : "–"});
      }
    }
  }
  return table;
}

Table events_table(const json::array& events, const Context& context) {
  Table table{{{context.say({"lúc", "at"})},
               {context.say({"đợt/nhiệm vụ", "campaign/task"}), true},
               {context.say({"việc", "what"}), true}}};
  for (const auto& one : events) {
    const auto& event = one.as_object();
    auto of = event.at("campaign").is_null() ? std::string{"–"} : text_in(event, "campaign");
    if (!event.at("task").is_null()) {
      of += '/' + text_in(event, "task");
    }
    table.add({instant_in(event, "at"), of, text_in(event, "text")});
  }
  return table;
}

Table moves_table(const json::array& moves, const Context& context) {
  Table table{{{context.say({"đợt/nhiệm vụ", "campaign/task"}), true},
               {context.say({"tên", "title"}), true},
               {context.say({"mốc", "what"}), true},
               {context.say({"trước", "before"})},
               {context.say({"sau", "after"})}}};
  for (const auto& one : moves) {
    const auto& move = one.as_object();
    table.add({text_in(move, "campaign") + '/' + text_in(move, "task"), text_in(move, "title"),
               text_in(move, "text"), instant_in(move, "before"), instant_in(move, "after")});
  }
  return table;
}

void print_preview(const json::object& preview, const Context& context) {
  Sections sections;
  if (const auto& found = preview.at("difference"); found.is_object()) {
    const auto& difference = found.get_object();
    sections.print(context.say({"Nhiệm vụ thêm", "Tasks that are added"}),
                   tasks_that("added", difference, context));
    sections.print(context.say({"Nhiệm vụ rút khỏi kế hoạch", "Tasks that are dropped"}),
                   tasks_that("removed", difference, context));
    sections.print(context.say({"Nhiệm vụ thay đổi", "Tasks that change"}),
                   changed_tasks(difference, context));
    sections.print(context.say({"Những điều khác thay đổi", "What else changes"}),
                   other_changes(difference, context));
  }
  sections.print(context.say({"Sẽ được ghi", "What would be recorded"}),
                 events_table(preview.at("events").as_array(), context));
  const auto& moves = preview.at("moves").as_array();
  sections.print(context.say({fmt::format("Mốc thời gian và lời nhắc thay đổi: {}", moves.size()),
                              fmt::format("Deadlines and reminders that move: {}", moves.size())}));
  if (!moves.empty()) {
    std::cout << moves_table(moves, context).draw(terminal_width());
  }
  sections.print(context.say({"Đây là xem trước: chưa ghi gì.",
                              "This is a preview: nothing is "
                              "recorded."}));
}

}  // namespace

void add_preview_option(CLI::App& command, ChangeOptions& options) {
  command.add_flag("--preview", options.preview, "only say what it would come to");
}

void carry_out_change(OfficeWriter& office, OfficeWriter::Wish wish, const ChangeOptions& options,
                      Context& context) {
  if (!options.preview) {
    carry_out(office, wish, context);
    return;
  }
  wish.query.emplace_back("dry_run", "true");
  const auto preview = ask(office, wish, context);
  if (preview && context.json) {
    print(*preview);
  } else if (preview) {
    print_preview(*preview, context);
  }
}

}  // namespace tiendo::cli
