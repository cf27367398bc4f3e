#include "base/result.hpp"

#include "base/check.hpp"

namespace tiendo {

void throw_exception_from_error(const Error& error, const boost::source_location&) {
  check(false, "a failed result was asked for its value: " + error.message.en);
  std::abort();
}

}  // namespace tiendo
