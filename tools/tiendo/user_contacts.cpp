// Addresses: kept where they can be erased, and therefore not in the journal.
#include <iostream>
#include <memory>

#include "office.hpp"
#include "runtime/office_import.hpp"
#include "user_commands.hpp"

namespace tiendo::cli {
namespace {

struct Options {
  FolderOptions folder;
  std::string user;
  std::string email;
};

/// Opens the folder for somebody who may change people; null, having complained, where he may not
/// or the person is not known.
std::unique_ptr<OfficeWriter> open(const Options& options, Context& context) {
  auto office = OfficeWriter::open(options.folder, OfficeWriter::Missing::is_an_error, context);
  if (office == nullptr) {
    return nullptr;
  }
  // The rules of a renaming: who may do that, and to whom.
  const auto refusal = office->would_refuse(
      model::OfficeCommand{model::RenamePerson{model::UserId{options.user}, "-"}});
  if (refusal) {
    complain(context, {Exit::refused, refusal->rejection, refusal->reason});
    return nullptr;
  }
  return office;
}

void done(const Options& options, const Text& text, Context& context) {
  if (context.json) {
    print({{"accepted", true}, {"user", options.user}});
  } else {
    std::cout << context.say(text) << '\n';
  }
}

void set(const Options& options, Context& context) {
  if (!runtime::is_email(options.email)) {
    complain(context, {Exit::bad_input,
                       "bad_argument",
                       {"“" + options.email + "” không phải là địa chỉ email",
                        "'" + options.email + "' is not an address of e-mail"}});
    return;
  }
  const auto office = open(options, context);
  if (office == nullptr) {
    return;
  }
  const auto secrets = office->folder().secrets();
  const auto put = secrets.has_error()
                       ? Result<void>{secrets.error()}
                       : (*secrets)->put(model::UserId{options.user}, "email", options.email);
  if (put.has_error()) {
    complain(context, outside(put.error()));
    return;
  }
  done(options, {"đã ghi địa chỉ", "the address is recorded"}, context);
}

void erase(const Options& options, Context& context) {
  const auto office = open(options, context);
  if (office == nullptr) {
    return;
  }
  const auto secrets = office->folder().secrets();
  const auto erased = secrets.has_error() ? Result<void>{secrets.error()}
                                          : (*secrets)->erase(model::UserId{options.user});
  if (erased.has_error()) {
    complain(context, outside(erased.error()));
    return;
  }
  done(options,
       {"đã xóa địa chỉ; họ tên và việc đã làm vẫn còn trong nhật ký",
        "the addresses are erased; the name and what was done stay in the journal"},
       context);
}

}  // namespace

void add_user_contacts(CLI::App& user, Context& context) {
  auto put = std::make_shared<Options>();
  CLI::App* contact = user.add_subcommand("contact", "the address at which somebody is told");
  contact->add_option("USER", put->user, "who")->required();
  contact->add_option("--email", put->email, "the address")->type_name("ADDRESS")->required();
  add_writing_options(*contact, put->folder);
  contact->callback([put, &context] { set(*put, context); });

  auto gone = std::make_shared<Options>();
  CLI::App* erased = user.add_subcommand("erase", "erase the addresses of somebody, for good");
  erased->add_option("USER", gone->user, "who")->required();
  add_writing_options(*erased, gone->folder);
  erased->callback([gone, &context] { erase(*gone, context); });
}

}  // namespace tiendo::cli
