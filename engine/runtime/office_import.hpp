#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "definition/finding.hpp"
#include "model/command.hpp"
#include "model/state.hpp"

namespace tiendo::runtime {

/// A command that a line of a table asks for, and the line.
struct ImportedCommand {
  model::OfficeCommand command;
  definition::Mark at;
};

/// An address of a person; it does not belong in the journal.
struct ImportedContact {
  model::UserId user;
  std::string email;
};

/// What has to be done for the office to be as the table says; nothing where it is so already.
struct Import {
  std::size_t lines = 0;
  std::vector<ImportedCommand> commands;
  std::vector<ImportedContact> contacts;  // of all lines, whether new or not
};

/// Reads a table of people, a line a post: `họ tên` (name), `tên đăng nhập` (user), `vai trò`
/// (role), `đơn vị` (unit), `từ ngày` (from), `đến ngày` (until), `email`. All errors at once, with
/// line and column; a table with one of them asks for nothing. Nobody is taken out: who is not in
/// the table stays as he is. An empty date says nothing about a post that is held already.
[[nodiscard]] definition::Checked<Import> read_people(std::string_view text,
                                                      const std::string& file,
                                                      const model::Office& office);

/// The same of units: `mã` (id), `tên` (name), `viết tắt` (short), `ngoài cơ quan` (external),
/// `từ ngày` (from), `đến ngày` (until), `đơn vị kế thừa` (successors).
[[nodiscard]] definition::Checked<Import> read_units(std::string_view text, const std::string& file,
                                                     const model::Office& office);

/// A role in Vietnamese or English words, with or without marks: "trưởng phòng", "head".
[[nodiscard]] std::optional<model::Role> role_in_words(std::string_view text);

/// The unit of this id, short name or name; null where there is none or more than one.
[[nodiscard]] const model::Unit* unit_in_words(std::string_view text, const model::Office& office);

/// `2025-03-01`, `01/3/2025`.
[[nodiscard]] std::optional<Day> day_in_words(std::string_view text);

/// Whether it looks like an address of e-mail to which letters can be sent: without marks.
[[nodiscard]] bool is_email(std::string_view text);

}  // namespace tiendo::runtime
