#pragma once

#include "office.hpp"

namespace tiendo::cli {

/// The server that holds the folder of the options, asked from beside it. Null where none answers:
/// then nothing was said, and the folder is tried. `refused`: something was wrong, and said.
struct ServerFound {
  std::unique_ptr<OfficeWriter> writer;
  bool refused = false;
};
[[nodiscard]] ServerFound find_server(const FolderOptions& options, Context& context);

}  // namespace tiendo::cli
