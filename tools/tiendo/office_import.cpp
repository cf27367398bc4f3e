#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "office_commands.hpp"
#include "outcome.hpp"

namespace tiendo::cli {
namespace {

struct Options {
  FolderOptions folder;
  std::string file;
  bool dry_run = false;
};

constexpr const char* email = "email";

/// Addresses that are not known yet, or otherwise.
Result<std::vector<port::Secret>> new_contacts(const runtime::Import& import,
                                               const port::Secrets& secrets) {
  std::vector<port::Secret> fresh;
  for (const auto& contact : import.contacts) {
    const auto known = secrets.get(contact.user, email);
    if (known.has_error()) {
      return known.error();
    }
    if (!*known || **known != contact.email) {
      fresh.push_back({contact.user, email, contact.email});
    }
  }
  return fresh;
}

void tell_counts(const runtime::Import& import, std::size_t contacts, bool dry_run,
                 Context& context) {
  const auto changes = import.commands.size();
  if (context.json) {
    print({{"accepted", true},
           {"dry_run", dry_run},
           {"lines", import.lines},
           {"changes", changes},
           {"contacts", contacts}});
    return;
  }
  const Text verb = dry_run ? Text{"sẽ ghi", "would be"} : Text{"đã ghi", "were"};
  std::cout << context.say({fmt::format("{} dòng; {} {} thay đổi, {} địa chỉ\n", import.lines,
                                        verb.vi, changes, contacts),
                            fmt::format("{} lines; {} changes and {} addresses {} recorded\n",
                                        import.lines, changes, contacts, verb.en)});
}

void import_table(const CLI::App& command, const Options& options, ReadTable read,
                  Context& context) {
  const auto text = read_or_complain(options.file, context);
  if (!text) {
    return;
  }
  const auto office = OfficeWriter::open(
      options.folder,
      options.dry_run ? OfficeWriter::Missing::is_an_error : OfficeWriter::Missing::is_made,
      context);
  if (office == nullptr) {
    return;
  }
  const auto checked = read(*text, options.file, office->state().office);
  complain(context, checked.findings);
  if (!checked.value) {
    return;
  }
  const auto secrets = office->folder().secrets();
  if (secrets.has_error()) {
    complain(context, outside(secrets.error()));
    return;
  }
  const auto contacts = new_contacts(*checked.value, **secrets);
  if (contacts.has_error()) {
    complain(context, outside(contacts.error()));
    return;
  }
  if (!options.dry_run) {
    const auto fingerprint = fingerprint_of(command, *text);
    std::vector<OfficeWriter::Wish> wishes;
    for (const auto& line : checked.value->commands) {
      wishes.push_back({{}, line.command, fingerprint, std::to_string(wishes.size())});
    }
    const auto answer = office->carry_out(wishes);
    if (answer.has_error()) {
      complain(context, outside(answer.error()));
      return;
    }
    if (!answer->accepted()) {
      complain(context, {Exit::refused, answer->rejection, answer->reason});
      return;
    }
    // After the commit: they are not in the journal, and the same file brings them again.
    if (const auto put = (*secrets)->put_all(*contacts); put.has_error()) {
      complain(context, outside(put.error()));
      return;
    }
  }
  tell_counts(*checked.value, contacts->size(), options.dry_run, context);
}

}  // namespace

void add_import(CLI::App& group, const char* help, ReadTable read, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = group.add_subcommand("import", help);
  command->add_option("FILE", options->file, "a CSV file; - is standard input")->required();
  command->add_flag("--dry-run", options->dry_run, "only say what would change");
  add_writing_options(*command, options->folder);
  command->callback(
      [command, options, read, &context] { import_table(*command, *options, read, context); });
}

}  // namespace tiendo::cli
