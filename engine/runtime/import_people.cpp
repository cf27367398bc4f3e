#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "decide/office_commands.hpp"
#include "definition/wording.hpp"
#include "runtime/import_columns.hpp"
#include "runtime/import_table.hpp"
#include "runtime/office_import.hpp"

namespace tiendo::runtime {
namespace {

using definition::Findings;
using model::Post;

enum Column : std::size_t { user, name, role, unit, from, until, email };

const std::vector<ImportColumn>& columns() {
  static const std::vector<ImportColumn> all{
      {{"tên đăng nhập", "user"},
       {"ten dang nhap", "user", "username", "user name", "login", "tai khoan", "nguoi dung"},
       true,
       64},
      {{"họ tên", "name"}, {"ho ten", "ho va ten", "name", "full name"}, true, 200},
      {{"vai trò", "role"}, {"vai tro", "role"}, true},
      {{"đơn vị", "unit"}, {"don vi", "ma don vi", "unit"}},
      {{"từ ngày", "from"}, {"tu ngay", "from"}},
      {{"đến ngày", "until"}, {"den ngay", "until"}},
      {{"email", "email"}, {"email", "e mail", "thu dien tu"}},
  };
  return all;
}

/// Plays the table on a copy of the office, so that the rules of the commands judge its lines.
class PeopleReader {
 public:
  using Row = std::vector<CsvCell>;

  PeopleReader(const CsvTable& table, const model::Office& office, Findings& findings)
      : columns_{columns(), table, findings}, findings_{findings} {
    state_.office = office;
  }

  Import read(const CsvTable& table) {
    import_.lines = table.rows.size();
    for (const auto& row : table.rows) {
      read_row(row);
    }
    return std::move(import_);
  }

 private:
  /// The first line of a person in the table.
  struct Seen {
    int line = 0;
    std::string name;
    std::string email;
    std::vector<std::pair<Post, int>> posts;  // with their lines
  };

  void read_row(const Row& row) {
    if (!columns_.are_lines(row, findings_)) {
      return;
    }
    const model::UserId id{text(row, user)};
    const auto post = read_post(row);
    const bool named = needed(row, user) && needed(row, name);
    read_email(row, id);
    if (!named || !post || is_doubled(row, id, *post)) {
      return;
    }
    const auto person = state_.office.people.find(id);
    if (person == state_.office.people.end()) {
      carry_out(row, model::AddPerson{{id, text(row, name), {*post}}});
      return;
    }
    if (person->second.name != text(row, name)) {
      carry_out(row, model::RenamePerson{id, text(row, name)});
    }
    give(row, id, *post);
  }

  [[nodiscard]] const std::string& text(const Row& row, Column column) const {
    return columns_.cell(row, column).text;
  }

  bool needed(const Row& row, Column column) {
    if (text(row, column).empty()) {
      columns_.error(row, column, "empty_cell", {"còn trống", "is empty"}, findings_);
      return false;
    }
    return true;
  }

  std::optional<Post> read_post(const Row& row) {
    Post post;
    bool right = needed(row, role);
    if (right) {
      if (const auto known = role_in_words(text(row, role))) {
        post.role = *known;
      } else {
        right = false;
        columns_.error(row, role, "unknown_role",
                       {fmt::format("không có vai trò {}; hãy ghi chuyên viên, trưởng đơn vị, lãnh "
                                    "đạo, văn phòng, quản trị viên hoặc người xem",
                                    definition::in_quotes(text(row, role))),
                        fmt::format("no role {}; write staff, head, leader, office, administrator "
                                    "or viewer",
                                    definition::in_quotes(text(row, role)))},
                       findings_);
      }
    }
    right = read_unit(row, post) && right;
    right = read_day(row, from, post.from) && right;
    right = read_day(row, until, post.until) && right;
    return right ? std::optional{post} : std::nullopt;
  }

  bool read_unit(const Row& row, Post& post) {
    const auto& words = text(row, unit);
    if (words.empty()) {
      return true;
    }
    const auto* found = unit_in_words(words, state_.office);
    if (found == nullptr) {
      std::vector<std::string_view> ids;
      for (const auto& [id, known] : state_.office.units) {
        ids.push_back(id.str());
      }
      const Text meant = definition::suggestion(words, ids);
      columns_.error(row, unit, "unknown_unit",
                     {fmt::format("không có đơn vị {}; {}", definition::in_quotes(words), meant.vi),
                      fmt::format("no unit {}; {}", definition::in_quotes(words), meant.en)},
                     findings_);
      return false;
    }
    post.unit = found->id;
    return true;
  }

  bool read_day(const Row& row, Column column, std::optional<Day>& day) {
    const auto& words = text(row, column);
    if (words.empty()) {
      return true;
    }
    day = day_in_words(words);
    if (!day) {
      columns_.error(
          row, column, "not_a_day",
          {fmt::format("{} không phải là một ngày; hãy ghi như 01/3/2025 hoặc 2025-03-01",
                       definition::in_quotes(words)),
           fmt::format("{} is not a day; write 2025-03-01 or 01/3/2025",
                       definition::in_quotes(words))},
          findings_);
      return false;
    }
    return true;
  }

  void read_email(const Row& row, const model::UserId& id) {
    const auto& address = text(row, email);
    if (address.empty()) {
      return;
    }
    if (!is_email(address)) {
      columns_.error(
          row, email, "not_an_address",
          {fmt::format("{} không phải là địa chỉ email; viết không dấu như an@example.vn",
                       definition::in_quotes(address)),
           fmt::format("{} is not an address; write it without marks, like an@example.vn",
                       definition::in_quotes(address))},
          findings_);
      return;
    }
    import_.contacts.push_back({id, address});
  }

  /// The same person on two lines: with another post that is fine, else one of them is wrong.
  bool is_doubled(const Row& row, const model::UserId& id, const Post& post) {
    auto& seen = seen_[id];
    const int line = row.front().at.line;
    if (seen.line == 0) {
      seen = {line, text(row, name), text(row, email), {}};
    } else if (seen.name != text(row, name)) {
      columns_.error(row, name, "doubled_person",
                     {fmt::format("“{}” ở dòng {} tên là {}", id.str(), seen.line, seen.name),
                      fmt::format("'{}' is called {} on line {}", id.str(), seen.name, seen.line)},
                     findings_);
      return true;
    } else if (!text(row, email).empty() && seen.email != text(row, email)) {
      columns_.error(row, email, "doubled_person",
                     {fmt::format("“{}” ở dòng {} có email khác", id.str(), seen.line),
                      fmt::format("'{}' has another address on line {}", id.str(), seen.line)},
                     findings_);
      return true;
    }
    const auto same = std::ranges::find_if(seen.posts, [&](const auto& other) {
      return other.first.role == post.role && other.first.unit == post.unit &&
             other.first.from == post.from;
    });
    if (same != seen.posts.end()) {
      columns_.error(row, user, "doubled_person",
                     {fmt::format("“{}” đã có ở dòng {}", id.str(), same->second),
                      fmt::format("'{}' stands on line {} already", id.str(), same->second)},
                     findings_);
      return true;
    }
    seen.posts.emplace_back(post, line);
    return false;
  }

  /// Gives the post, ends the one that is held, or does nothing where the office is so already.
  void give(const Row& row, const model::UserId& id, const Post& post) {
    const auto& posts = state_.office.people.at(id).posts;
    const auto held = std::ranges::find_if(posts, [&](const Post& other) {
      return other.role == post.role && other.unit == post.unit &&
             (!post.from || other.from == post.from);
    });
    if (held == posts.end()) {
      carry_out(row, model::GivePost{id, post});
    } else if (post.until && held->until != post.until) {
      carry_out(row, model::EndPost{id, post.role, post.unit, *post.until});
    }
  }

  void carry_out(const Row& row, model::OfficeCommand command) {
    auto outcome = std::visit(
        [&](const auto& body) { return decide::decide_office(body, state_.office); }, command);
    if (outcome.rejection) {
      findings_.error(row.front().at, outcome.rejection->code, outcome.rejection->reason);
      return;
    }
    model::apply(state_, model::Event{{}, {}, {}, {}, 0, std::move(*outcome.event)});
    import_.commands.push_back({std::move(command), row.front().at});
  }

  ImportColumns columns_;
  Findings& findings_;
  model::State state_;
  Import import_;
  std::map<model::UserId, Seen> seen_;
};

}  // namespace

definition::Checked<Import> read_people(std::string_view text, const std::string& file,
                                        const model::Office& office) {
  return import_table<PeopleReader>(text, file, office);
}

}  // namespace tiendo::runtime
