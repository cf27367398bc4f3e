#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <iostream>
#include <memory>

#include "api/office_json.hpp"
#include "model/lifecycle_words.hpp"
#include "office.hpp"
#include "table.hpp"
#include "task_view.hpp"
#include "time_shown.hpp"
#include "user_commands.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;

struct Options {
  FolderOptions folder;
  std::string unit;
  std::string user;
};

std::string unit_shown(const model::Office& office, const model::UnitId& id) {
  const auto unit = office.units.find(id);
  return unit == office.units.end() ? id.str() : unit->second.short_name;
}

/// "trưởng đơn vị NV-KT (từ 1/3/2025)"
std::string post_shown(const model::Post& post, const model::Office& office,
                       const Context& context) {
  std::string shown = context.say(model::words(post.role));
  if (!post.unit.empty()) {
    shown += ' ' + unit_shown(office, post.unit);
  }
  std::string dates;
  if (post.from) {
    dates = context.say({"từ ", "from "}) + to_vietnamese(*post.from);
  }
  if (post.until) {
    dates +=
        (dates.empty() ? "" : " ") + context.say({"đến ", "until "}) + to_vietnamese(*post.until);
  }
  return dates.empty() ? shown : shown + " (" + dates + ")";
}

std::vector<const model::Person*> chosen(const model::Office& office, const std::string& unit) {
  std::vector<const model::Person*> people;
  for (const auto& [id, person] : office.people) {
    const bool of_unit = std::ranges::any_of(
        person.posts, [&](const model::Post& post) { return post.unit.str() == unit; });
    if (unit.empty() || of_unit) {
      people.push_back(&person);
    }
  }
  std::ranges::sort(people, {}, [](const model::Person* person) { return person->id; });
  return people;
}

void list(const Options& options, Context& context) {
  const auto office = OfficeReader::open(options.folder, context);
  if (!office) {
    return;
  }
  const auto people = chosen(office->state().office, options.unit);
  if (context.json) {
    json::array all;
    for (const auto* person : people) {
      all.push_back(api::to_json(*person, office->look(context)));
    }
    print({{"users", std::move(all)}});
    return;
  }
  const Day today = local_day(office->now());
  Table table{{{context.say({"tên đăng nhập", "user"})},
               {context.say({"họ tên", "name"}), true},
               {context.say({"chức vụ", "posts"}), true}}};
  for (const auto* person : people) {
    std::string posts;
    for (const auto& post : person->posts) {
      if (post.holds_on(today)) {
        posts += (posts.empty() ? "" : "\n") + post_shown(post, office->state().office, context);
      }
    }
    table.add({person->id.str(), person->name,
               posts.empty() ? context.say({"không còn chức vụ", "no post now"}) : posts});
  }
  std::cout << table.draw(terminal_width());
}

void show(const Options& options, Context& context) {
  const auto office = OfficeReader::open(options.folder, context);
  if (!office) {
    return;
  }
  const auto& people = office->state().office.people;
  const auto person = people.find(model::UserId{options.user});
  if (person == people.end()) {
    complain(context,
             {Exit::refused,
              "unknown_person",
              {"không có người dùng “" + options.user + "”", "no person '" + options.user + "'"}});
    return;
  }
  const auto address = office->folder().contact(person->first);
  if (address.has_error()) {
    complain(context, outside(address.error()));
    return;
  }
  if (context.json) {
    auto document = api::to_json(person->second, office->look(context));
    document["email"] = *address ? json::value(**address) : json::value(nullptr);
    print(document);
    return;
  }
  std::cout << person->second.name << " (" << options.user << ")\n";
  if (*address) {
    std::cout << "email: " << **address << '\n';
  }
  for (const auto& post : person->second.posts) {
    std::cout << "  " << post_shown(post, office->state().office, context) << '\n';
  }
}

}  // namespace

void add_user_views(CLI::App& user, Context& context) {
  auto listed = std::make_shared<Options>();
  CLI::App* all = user.add_subcommand("list", "people and the posts that they hold now");
  all->add_option("--unit", listed->unit, "those with a post in this unit")->type_name("UNIT");
  add_reading_options(*all, listed->folder);
  all->callback([listed, &context] { list(*listed, context); });

  auto shown = std::make_shared<Options>();
  CLI::App* one = user.add_subcommand("show", "one person: all posts, and the address");
  one->add_option("USER", shown->user, "who")->required();
  add_reading_options(*one, shown->folder);
  one->callback([shown, &context] { show(*shown, context); });
}

}  // namespace tiendo::cli
