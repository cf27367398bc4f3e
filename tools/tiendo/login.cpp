#include "login.hpp"

#include <pwd.h>
#include <unistd.h>

#include <string>

#include "model/person.hpp"

namespace tiendo::cli {

model::UserId owner_id() {
  const passwd* entry = getpwuid(geteuid());
  const std::string login = entry == nullptr || entry->pw_name == nullptr
                                ? "uid-" + std::to_string(geteuid())
                                : std::string{entry->pw_name};
  return model::UserId{std::string{model::owner_prefix} + ':' + login};
}

}  // namespace tiendo::cli
