#include "lifecycle/golden.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string_view>

std::string golden(const std::string& name, const std::string& now) {
  const std::string path = std::string(TIENDO_SOURCE_DIR) + "/tests/golden/" + name;
  const char* update = std::getenv("TIENDO_UPDATE_GOLDEN");
  if (update != nullptr && std::string_view(update) == "1") {
    std::ofstream(path, std::ios::binary) << now;
  }
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}
