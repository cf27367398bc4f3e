#pragma once

#include <span>

#include "server/static_file.hpp"

namespace tiendo::console {

/// The built console; written by tools/cmake/embed_pages.cmake.
[[nodiscard]] std::span<const server::StaticFile> pages();

}  // namespace tiendo::console
