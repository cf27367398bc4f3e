#include "definition/embedded.hpp"

#include <algorithm>

namespace tiendo::embedded {

std::optional<std::string_view> file(std::string_view path) {
  const auto all = files();
  const auto found = std::ranges::find(all, path, &File::path);
  return found == all.end() ? std::nullopt : std::optional{found->text};
}

}  // namespace tiendo::embedded
