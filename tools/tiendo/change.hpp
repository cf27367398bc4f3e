#pragma once

#include "outcome.hpp"

namespace tiendo::cli {

/// A change that can be looked at before it is made.
struct ChangeOptions {
  FolderOptions folder;
  bool preview = false;

  /// A preview makes no folder.
  [[nodiscard]] OfficeWriter::Missing missing(OfficeWriter::Missing otherwise) const {
    return preview ? OfficeWriter::Missing::is_an_error : otherwise;
  }
};

/// `--preview`.
void add_preview_option(CLI::App& command, ChangeOptions& options);

/// `carry_out`; or, with `--preview`, only says what it would come to: what an amendment adds,
/// drops and changes, what would be recorded, every deadline and reminder that moves.
void carry_out_change(OfficeWriter& office, OfficeWriter::Wish wish, const ChangeOptions& options,
                      Context& context);

}  // namespace tiendo::cli
