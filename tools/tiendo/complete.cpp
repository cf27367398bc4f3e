// What may stand next on a command line, for completion.bash: `tiendo complete task show coo`.
#include <algorithm>
#include <iostream>
#include <map>
#include <set>

#include "command.hpp"
#include "office.hpp"
#include "runtime/task_actions.hpp"

namespace tiendo::cli {
namespace {

/// What an argument names, by what help calls it; `files` where bash knows better.
enum class Names { nothing, files, campaigns, tasks, users, units, targets, steps };

/// A command line as far as it is written.
struct Line {
  const CLI::App* command = nullptr;
  const CLI::Option* wants_value = nullptr;  // the last word but one
  std::vector<std::string> positionals;      // of the command
  std::string data;
};

const CLI::Option* find_option(const CLI::App* command, const std::string& name) {
  for (; command != nullptr; command = command->get_parent()) {
    for (const CLI::Option* option : command->get_options()) {
      if (!option->get_positional() && option->check_name(name)) {
        return option;
      }
    }
  }
  return nullptr;
}

const CLI::App* find_command(const CLI::App* command, const std::string& name) {
  const auto inside =
      command->get_subcommands([&](const CLI::App* one) { return one->get_name() == name; });
  return inside.empty() ? nullptr : inside.front();
}

/// Reads all words but the last, which is being written.
Line read(const CLI::App& app, const std::vector<std::string>& words) {
  Line line{.command = &app};
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const auto& word = words[i];
    if (line.wants_value != nullptr) {
      if (line.wants_value->check_name("--data")) {
        line.data = word;
      }
      line.wants_value = nullptr;
    } else if (word.starts_with('-')) {
      const auto* option = find_option(line.command, word);
      line.wants_value = option != nullptr && option->get_expected_max() > 0 ? option : nullptr;
    } else if (const auto* inside = find_command(line.command, word)) {
      line.command = inside;
    } else {
      line.positionals.push_back(word);
    }
  }
  return line;
}

std::string group_of(const CLI::App* command) {
  const auto* parent = command->get_parent();
  return parent == nullptr ? std::string{} : parent->get_name();
}

Names names_of(const CLI::App* command, const std::string& called) {
  static const std::map<std::string, Names> by_name{
      {"FILE", Names::files},     {"DIR", Names::files},  {"OLD", Names::files},
      {"NEW", Names::files},      {"USER", Names::users}, {"UNIT", Names::units},
      {"TARGET", Names::targets}, {"STEP", Names::steps}, {"FROM", Names::units},
  };
  if (called == "ID") {
    const auto group = group_of(command);
    return group == "task"       ? Names::tasks
           : group == "campaign" ? Names::campaigns
           : group == "unit"     ? Names::units
                                 : Names::nothing;
  }
  const auto found = by_name.find(called);
  return found == by_name.end() ? Names::nothing : found->second;
}

/// What the option or argument that comes next names.
Names names_wanted(const Line& line) {
  if (const auto* option = line.wants_value) {
    const bool of_campaign = option->check_name("--campaign");
    return of_campaign ? Names::campaigns : names_of(line.command, option->get_type_name());
  }
  const auto arguments =
      line.command->get_options([](const CLI::Option* option) { return option->get_positional(); });
  if (arguments.empty()) {
    return Names::nothing;
  }
  const auto place = std::min(line.positionals.size(), arguments.size() - 1);
  return names_of(line.command, arguments[place]->get_name(true));
}

std::vector<std::string> ids_in(const model::State& state, Names names, const Line& line) {
  std::vector<std::string> ids;
  for (const auto& [id, campaign] : state.campaigns) {
    if (names == Names::campaigns) {
      ids.push_back(id.str());
    } else if (names == Names::tasks) {
      for (const auto& task : campaign.plan->tasks) {
        ids.push_back(task.id.str());
      }
    } else if (names == Names::targets) {
      for (const auto& target : campaign.plan->targets) {
        ids.push_back(target.id.str());
      }
    } else if (names == Names::steps && !line.positionals.empty()) {
      if (const auto task = campaign.plan->find(model::TaskId{line.positionals.front()})) {
        for (const auto& step : runtime::awaited_steps(state, campaign, *task, Timestamp{})) {
          ids.push_back(step.event);
        }
      }
    }
  }
  if (names == Names::users) {
    for (const auto& [id, person] : state.office.people) {
      ids.push_back(id.str());
    }
  }
  if (names == Names::units) {
    for (const auto& [id, unit] : state.office.units) {
      ids.push_back(id.str());
    }
  }
  return ids;
}

std::vector<std::string> options_of(const CLI::App* command) {
  std::vector<std::string> names;
  for (; command != nullptr; command = command->get_parent()) {
    for (const CLI::Option* option : command->get_options()) {
      for (const auto& name : option->get_lnames()) {
        names.push_back("--" + name);
      }
    }
  }
  return names;
}

std::vector<std::string> subcommands_of(const CLI::App* command) {
  std::vector<std::string> names;
  for (const CLI::App* one : command->get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(one->get_name());
  }
  return names;
}

std::vector<std::string> candidates(const Line& line, const std::string& begun) {
  if (line.wants_value == nullptr && begun.starts_with('-')) {
    return options_of(line.command);
  }
  const auto subcommands = subcommands_of(line.command);
  if (line.wants_value == nullptr && !subcommands.empty()) {
    return subcommands;
  }
  const auto names = names_wanted(line);
  if (names == Names::files) {
    return {"@files"};
  }
  if (names == Names::nothing) {
    return {};
  }
  Context quiet;
  const auto office = OfficeReader::open({.data = line.data}, quiet);
  return office ? ids_in(office->state(), names, line) : std::vector<std::string>{};
}

}  // namespace

void complete(const CLI::App& app, const std::vector<std::string>& words) {
  const std::string begun = words.empty() ? std::string{} : words.back();
  std::set<std::string> shown;
  for (auto& candidate : candidates(read(app, words), begun)) {
    if (candidate.starts_with(begun) || candidate.starts_with('@')) {
      shown.insert(std::move(candidate));
    }
  }
  for (const auto& candidate : shown) {
    std::cout << candidate << '\n';
  }
}

}  // namespace tiendo::cli
