#include "runtime/joined_words.hpp"

namespace tiendo::runtime {

Text with(const Text& what, const std::string& detail) {
  return detail.empty() ? what : Text{what.vi + ": " + detail, what.en + ": " + detail};
}

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const auto& part : parts) {
    all += (all.empty() || part.empty() ? "" : "; ") + part;
  }
  return all;
}

}  // namespace tiendo::runtime
