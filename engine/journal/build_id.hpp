#pragma once

#include <string_view>

namespace tiendo::journal {

/// What the linker made of all of this program's code: another build has another. Bytes, not text;
/// empty where the program was linked without (`-Wl,--build-id`, the default of Debian's
/// compilers).
[[nodiscard]] std::string_view build_id();

}  // namespace tiendo::journal
