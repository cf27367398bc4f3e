#pragma once

#include <boost/system/result.hpp>
#include <string>

#include "base/text.hpp"

namespace tiendo {

/// What the world outside did wrong: what, where (a file, an expression; may be empty), and in
/// `message` also what would be right.
struct Error {
  Text message;
  std::string where;
};

/// A value, or why there is none. Asking a failed result for its value ends the process: look
/// first.
template <class T>
using Result = boost::system::result<T, Error>;

/// Found by boost::system::result when a failed result is asked for its value.
[[noreturn]] void throw_exception_from_error(const Error& error, const boost::source_location& at);

}  // namespace tiendo
