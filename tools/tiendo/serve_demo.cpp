#include "serve_demo.hpp"

#include <cerrno>
#include <cstdlib>

#include "complain.hpp"
#include "journal/file.hpp"
#include "journal/folder_layout.hpp"
#include "login.hpp"
#include "model/lifecycle_words.hpp"
#include "table.hpp"
#include "wall_clock.hpp"

namespace tiendo::cli {

namespace fs = std::filesystem;

Result<TemporaryData> TemporaryData::make() {
  std::error_code failed;
  auto name = (fs::temp_directory_path(failed) / "tiendo-demo-XXXXXX").string();
  if (failed || ::mkdtemp(name.data()) == nullptr) {
    return journal::file_error({"tạo thư mục tạm", "make a temporary folder"}, name, errno);
  }
  return TemporaryData{name};
}

TemporaryData::~TemporaryData() {
  std::error_code ignored;
  if (!path_.empty()) {
    fs::remove_all(path_, ignored);
  }
}

bool is_demo(const fs::path& folder) {
  std::error_code failed;
  return fs::exists(journal::stories_in(folder), failed);
}

std::optional<std::vector<DemoAccount>> make_demo_or_complain(const fs::path& folder,
                                                              std::optional<Timestamp> begin,
                                                              Context& context) {
  if (const auto why = why_no_demo(folder)) {
    complain(context, {Exit::bad_input, "folder_not_empty", why->message, {{"where", why->where}}});
    return std::nullopt;
  }
  auto accounts = make_demo(folder, begin.value_or(demo_begin()), owner_id(), wall_clock_now());
  if (accounts.has_error()) {
    complain(context, outside(accounts.error()));
    return std::nullopt;
  }
  return std::move(*accounts);
}

boost::json::array accounts_json(const std::vector<DemoAccount>& accounts) {
  boost::json::array all;
  for (const auto& [person, password, unit] : accounts) {
    const auto& post = person.posts.front();
    all.push_back(boost::json::object{{"user", person.id.str()},
                                      {"name", person.name},
                                      {"role", model::name(post.role)},
                                      {"unit", post.unit.str()},
                                      {"password", password}});
  }
  return all;
}

std::string accounts_table(const std::vector<DemoAccount>& accounts, const Context& context) {
  Table table{{{context.say({"Tài khoản", "Account"})},
               {context.say({"Mật khẩu", "Password"})},
               {context.say({"Họ tên", "Name"})},
               {context.say({"Vai trò", "Role"})},
               {context.say({"Đơn vị", "Unit"})}}};
  for (const auto& [person, password, unit] : accounts) {
    const auto& post = person.posts.front();
    table.add({person.id.str(), password, person.name, context.say(model::words(post.role)), unit});
  }
  return table.draw(terminal_width());
}

}  // namespace tiendo::cli
