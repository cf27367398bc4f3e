#include "base/check.hpp"

#include <cstdio>
#include <cstdlib>

namespace tiendo {

void check(bool holds, std::string_view what, boost::source_location where) {
  if (holds) [[likely]] {
    return;
  }
  std::fprintf(stderr, "%s:%u: check failed in %s: %.*s\n", where.file_name(), where.line(),
               where.function_name(), static_cast<int>(what.size()), what.data());
  std::abort();
}

}  // namespace tiendo
