#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "chart/script.hpp"
#include "command.hpp"
#include "definition/chart_reader.hpp"
#include "definition/chart_words.hpp"
#include "definition/file.hpp"
#include "definition/json.hpp"
#include "definition/yaml.hpp"
#include "lines.hpp"
#include "table.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;
using definition::Finding;
using definition::Findings;
using definition::Node;

struct RunOptions {
  std::string file;
  std::string batch;
  std::string events;
};

/// What one run gave: steps in names, or what was wrong.
struct Answer {
  struct Step {
    std::optional<std::string> event;
    std::vector<std::string> active;
  };
  json::value id;
  std::vector<Step> steps;
  bool done = false;
  std::vector<std::string> problems;
};

json::object to_json(const Answer& answer) {
  json::object object;
  if (!answer.id.is_null() || answer.problems.empty()) {
    object["id"] = answer.id;
  }
  if (!answer.problems.empty()) {
    object["error"] = fmt::format("{}", fmt::join(answer.problems, "; "));
    return object;
  }
  json::array steps;
  for (const auto& step : answer.steps) {
    json::object one;
    one["event"] = step.event ? json::value(*step.event) : json::value(nullptr);
    one["active"] = json::array(step.active.begin(), step.active.end());
    steps.push_back(std::move(one));
  }
  object["steps"] = std::move(steps);
  object["done"] = answer.done;
  return object;
}

void print_table(const Answer& answer, const Context& context) {
  Table table{{{context.say({"sự kiện", "event"})},
               {context.say({"trạng thái đang hoạt động", "active states"}), true}}};
  for (const auto& step : answer.steps) {
    table.add({step.event.value_or(context.say({"(bắt đầu)", "(start)"})),
               fmt::format("{}", fmt::join(step.active, ", "))});
  }
  std::cout << table.draw(terminal_width())
            << context.say(answer.done ? Text{"Sơ đồ đã kết thúc.", "The chart has ended."}
                                       : Text{"Sơ đồ chưa kết thúc.", "The chart has not ended."})
            << '\n';
}

std::string_view without_blanks(std::string_view text) {
  const auto first = std::min(text.find_first_not_of(" \t"), text.size());
  return text.substr(first, text.find_last_not_of(" \t") + 1 - first);
}

std::vector<std::string> split(std::string_view events) {
  std::vector<std::string> items;
  if (without_blanks(events).empty()) {
    return items;
  }
  for (auto comma = events.find(','); comma != std::string_view::npos; comma = events.find(',')) {
    items.emplace_back(without_blanks(events.substr(0, comma)));
    events.remove_prefix(comma + 1);
  }
  items.emplace_back(without_blanks(events));
  return items;
}

void note_unheard(const chart::Chart& chart, const std::vector<std::string>& items,
                  const Context& context) {
  const auto names = chart::unheard(chart, items);
  if (!names.empty()) {
    const auto all = fmt::format("{}", fmt::join(names, ", "));
    std::cerr << "tiendo: "
              << context.say({"ghi chú: không chuyển tiếp nào chờ sự kiện " + all,
                              "note: no transition waits for the event " + all})
              << '\n';
  }
}

void add_problems(std::vector<Finding> findings, const Context& context, Answer& answer) {
  for (const auto& finding : findings) {
    if (finding.severity == definition::Severity::error) {
      answer.problems.push_back(to_string(finding, context.language));
    }
  }
}

void play(const chart::Chart& chart, const std::vector<std::string>& items,
          const std::string& where, const Context& context, Answer& answer) {
  const auto played = chart::play(chart, items);
  if (!played) {
    answer.problems.push_back(fmt::format("{}: {}", where, context.say(played.error().message)));
    return;
  }
  for (const auto& step : played->steps) {
    auto& names = answer.steps.emplace_back();
    if (!step.item.empty()) {
      names.event = step.item;
    }
    for (const auto state : step.active) {
      names.active.push_back(chart.name(state));
    }
  }
  answer.done = played->done;
}

void run_file(const RunOptions& options, Context& context) {
  Answer answer;
  answer.id = json::value(std::filesystem::path{options.file}.stem().string());
  const auto text = definition::read_file(options.file);
  if (text) {
    const auto read = definition::read_chart_file(*text, options.file);
    for (const auto& finding : read.findings) {
      if (finding.severity == definition::Severity::warning) {
        std::cerr << to_string(finding, context.language) << '\n';
      }
    }
    add_problems(read.findings, context, answer);
    if (read.value) {
      const auto items = split(options.events);
      note_unheard(*read.value, items, context);
      play(*read.value, items, options.file, context, answer);
    }
    context.exit = answer.problems.empty() ? Exit::done : Exit::bad_input;
  } else {
    answer.problems.push_back(context.say(text.error().message));
    context.exit = Exit::outside_failed;
  }
  for (const auto& problem : answer.problems) {
    std::cerr << problem << '\n';
  }
  if (context.json) {
    std::cout << json::serialize(to_json(answer)) << '\n';
  } else if (answer.problems.empty()) {
    print_table(answer, context);
  }
}

/// The items of `events`, which has to be a list of texts.
std::optional<std::vector<std::string>> read_items(const Node& events, Findings& findings) {
  std::vector<std::string> items;
  bool good = events.is(Node::Type::list);
  if (good) {
    for (const auto& item : events.list()) {
      good = good && item.is(Node::Type::text);
      items.push_back(item.is(Node::Type::text) ? item.text() : "");
    }
  }
  if (!good) {
    findings.error(events.mark(), "not_a_list_of_events",
                   {"events phải là danh sách tên, ví dụ [\"e1\", \"+2s\"]",
                    "events is a list of names, such as [\"e1\", \"+2s\"]"});
    return std::nullopt;
  }
  return items;
}

/// What the answer says whose it is: a text or a whole number.
json::value read_id(const Node& line, Findings& findings) {
  const auto* id = line.find("id");
  if (id == nullptr || id->is(Node::Type::null)) {
    return nullptr;
  }
  if (id->is(Node::Type::integer)) {
    return json::value(id->integer());
  }
  if (id->is(Node::Type::text)) {
    return json::value(id->text());
  }
  findings.error(id->mark(), "wrong_id",
                 {"id phải là chữ hoặc số nguyên", "id is a text or a whole number"});
  return nullptr;
}

/// Whether `line` has its keys and no others.
bool check_keys(const Node& line, Findings& findings) {
  constexpr std::array<std::string_view, 3> keys{"id", "chart", "events"};
  if (!line.is(Node::Type::map)) {
    findings.error(line.mark(), "not_a_map",
                   {"mỗi dòng phải là {\"id\", \"chart\", \"events\"}",
                    "a line is {\"id\", \"chart\", \"events\"}"});
    return false;
  }
  for (const auto& entry : line.map()) {
    if (std::ranges::find(keys, entry.key) == keys.end()) {
      definition::unknown_word(entry, keys, {}, findings);
    }
  }
  for (const std::string key : {"chart", "events"}) {
    if (line.find(key) == nullptr) {
      findings.error(line.mark(), "missing_" + key,
                     {"mỗi dòng phải là {\"id\", \"chart\", \"events\"}; ở đây thiếu " + key,
                      "a line is {\"id\", \"chart\", \"events\"}; " + key + " is missing here"});
    }
  }
  return !findings.has_errors();
}

void answer_line(const std::string& line, int number, const Context& context, Findings& findings,
                 Answer& answer) {
  const auto root = definition::read_json(line, findings);
  if (!root) {
    return;
  }
  answer.id = read_id(*root, findings);
  if (!check_keys(*root, findings)) {
    return;
  }
  const auto items = read_items(*root->find("events"), findings);
  const auto chart = definition::read_bare_chart(*root->find("chart"), findings);
  if (items && chart) {
    play(*chart, *items, fmt::format("{}:{}", findings.file(), number), context, answer);
  }
}

Answer answer_to(const std::string& line, const std::string& file, int number,
                 const Context& context) {
  Answer answer;
  Findings findings{file};
  if (line.size() > definition::file_size_max) {
    findings.error({}, "line_too_long",
                   {"dòng quá dài: tối đa 16 MB", "the line is too long: at most 16 MB"});
  } else {
    answer_line(line, number, context, findings, answer);
  }
  auto found = findings.take();
  for (auto& finding : found) {
    finding.at.line = number;
  }
  add_problems(std::move(found), context, answer);
  return answer;
}

void print(const Answer& answer, const Context& context) {
  if (context.json) {
    std::cout << json::serialize(to_json(answer)) << '\n';
    return;
  }
  std::cout << json::serialize(answer.id) << '\n';
  if (answer.problems.empty()) {
    print_table(answer, context);
  } else {
    std::cout << fmt::format("{}\n", fmt::join(answer.problems, "\n"));
  }
}

void fail_to_read(const std::string& batch, Context& context) {
  const Text why{fmt::format("không đọc được {}; hãy kiểm tra lại đường dẫn", batch),
                 fmt::format("{} cannot be read; check the path", batch)};
  std::cerr << "tiendo: " << context.say(why) << '\n';
  if (context.json) {
    std::cout << json::serialize(json::object{{"error", context.say(why)}}) << '\n';
  }
  context.exit = Exit::outside_failed;
}

/// Every line is answered as soon as it was read.
void run_batch(const RunOptions& options, Context& context) {
  std::ifstream file;
  if (options.batch != "-") {
    file.open(options.batch, std::ios::binary);
    if (!file || std::filesystem::is_directory(options.batch)) {
      fail_to_read(options.batch, context);
      return;
    }
  }
  auto& in = options.batch == "-" ? std::cin : file;
  std::string line;
  for (int number = 1; next_line(in, line, definition::file_size_max); ++number) {
    const auto answer = answer_to(line, options.batch, number, context);
    if (!answer.problems.empty()) {
      context.exit = Exit::bad_input;
    }
    print(answer, context);
    std::cout.flush();
  }
  if (has_failed(in)) {
    fail_to_read(options.batch, context);
  }
}

}  // namespace

void add_chart_commands(CLI::App& app, Context& context) {
  CLI::App* chart = app.add_subcommand("chart", "declared statecharts on their own");
  chart->require_subcommand(1);
  chart->fallthrough();
  CLI::App* run = chart->add_subcommand("run", "the active states after each event");
  run->fallthrough();
  const auto options = std::make_shared<RunOptions>();
  auto* file = run->add_option("FILE", options->file, "a chart (tiendo/chart/1); - reads it here");
  auto* events = run->add_option("--events", options->events,
                                 "names parted by commas; +2s lets virtual time pass");
  auto* batch = run->add_option("--batch", options->batch,
                                "a file of {\"id\",\"chart\",\"events\"}, one a line; - reads it "
                                "here");
  batch->excludes(file)->excludes(events);
  run->callback([options, &context] {
    if (!options->batch.empty()) {
      run_batch(*options, context);
    } else if (!options->file.empty()) {
      run_file(*options, context);
    } else {
      throw CLI::RequiredError{"FILE or --batch"};
    }
  });
}

}  // namespace tiendo::cli
