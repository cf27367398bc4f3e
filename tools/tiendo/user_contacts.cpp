// Addresses: kept where they can be erased, and therefore not in the journal.
#include <boost/json/serialize.hpp>
#include <iostream>
#include <memory>

#include "outcome.hpp"
#include "user_commands.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;

struct Options {
  FolderOptions folder;
  std::string user;
  std::string email;
};

/// Asks for what is to become of the addresses of the user.
void change(const Options& options, api::Method method, const json::object& body, const Text& done,
            Context& context) {
  const auto office =
      OfficeWriter::open(options.folder, OfficeWriter::Missing::is_an_error, context);
  if (office == nullptr) {
    return;
  }
  const auto outcome = ask(*office,
                           {.method = method,
                            .path = api_path({"users", options.user, "contact"}),
                            .body = json::serialize(body)},
                           context);
  if (outcome && context.json) {
    print(*outcome);
  } else if (outcome) {
    std::cout << context.say(done) << '\n';
  }
}

void set(const Options& options, Context& context) {
  change(options, api::Method::put, {{"email", options.email}},
         {"đã ghi địa chỉ", "the address is recorded"}, context);
}

void erase(const Options& options, Context& context) {
  change(options, api::Method::del, {},
         {"đã xóa địa chỉ, mật khẩu và mã truy cập; họ tên và việc đã làm vẫn còn trong nhật ký",
          "addresses, password and tokens are erased; the name and what was done stay in the "
          "journal"},
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
  CLI::App* erased =
      user.add_subcommand("erase", "erase addresses and password of somebody, for good");
  erased->add_option("USER", gone->user, "who")->required();
  add_writing_options(*erased, gone->folder);
  erased->callback([gone, &context] { erase(*gone, context); });
}

}  // namespace tiendo::cli
