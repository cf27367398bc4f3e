#pragma once

#include <string>

#include "base/text.hpp"
#include "model/plan.hpp"

namespace tiendo::definition {

/// The phases of `plan` as a mermaid state diagram (stateDiagram-v2), with titles as labels.
///
/// A state is drawn under its title, a final one with an arrow to the end of what holds it;
/// parallel states are regions; a history is a state `H`, a deep one `H*`; actions of entering and
/// leaving and transitions without a target are notes. Any text may stand in a title.
[[nodiscard]] std::string draw_mermaid(const model::Plan& plan, Language language);

/// The same of the procedure of `kind`, which has to have one, under `title`.
[[nodiscard]] std::string draw_mermaid(const model::Plan& plan, const model::Kind& kind,
                                       const std::string& title, Language language);

}  // namespace tiendo::definition
