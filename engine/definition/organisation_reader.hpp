#pragma once

#include <string>
#include <string_view>

#include "definition/finding.hpp"
#include "definition/node.hpp"
#include "model/organisation.hpp"

namespace tiendo::definition {

/// Reads an organisation file (tiendo/organisation/1): units, office hours, ladders, settings.
/// `file` is what it is called in findings.
[[nodiscard]] Checked<model::Organisation> read_organisation(std::string_view text,
                                                             const std::string& file);

/// The ladder in `node`; what it leaves out is as in `base`. Days fall, or an error says so.
[[nodiscard]] model::Ladder read_ladder(const Node& node, const model::Ladder& base,
                                        Findings& findings);

/// Takes what `node`, a `settings:` map, says into `settings`.
void read_settings(const Node& node, model::Settings& settings);

/// Finds the office: the unit that `named` names if there is one, else the one called Văn phòng,
/// else nothing. Whom a missing lead is told to.
[[nodiscard]] model::UnitId find_office(const Node* named, const std::vector<model::Unit>& units,
                                        Findings& findings);

}  // namespace tiendo::definition
