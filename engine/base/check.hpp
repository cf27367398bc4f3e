#pragma once

#include <boost/assert/source_location.hpp>
#include <string_view>

namespace tiendo {

/// Ends the process with a message when `holds` is false: for what only a programming mistake can
/// cause, never for user input. Stays on in release.
/// (Boost's location, since clang 14 has no std::source_location.)
void check(bool holds, std::string_view what,
           boost::source_location where = BOOST_CURRENT_LOCATION);

}  // namespace tiendo
