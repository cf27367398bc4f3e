#pragma once

#include <source_location>
#include <string_view>

namespace tiendo {

/// Ends the process with a message when `holds` is false: for what only a programming mistake can
/// cause, never for user input. Stays on in release.
void check(bool holds, std::string_view what,
           std::source_location where = std::source_location::current());

}  // namespace tiendo
