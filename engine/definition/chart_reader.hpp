#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "chart/chart.hpp"
#include "chart/document.hpp"
#include "definition/chart_words.hpp"
#include "definition/finding.hpp"
#include "definition/node.hpp"

namespace tiendo::definition {

/// The chart that `node` declares (the format tiendo/chart/1; its schema line may be missing), not
/// yet checked against itself. Whatever is wrong stands in `findings`; what could be read is given.
[[nodiscard]] chart::Document read_chart_document(const Node& node, ChartWords& words,
                                                  Findings& findings);

/// A chart as it was declared, and as it runs.
struct DeclaredChart {
  chart::Document document;
  chart::Chart chart;
};

/// The checked chart, or nothing when it has errors; all of them stand in `findings`. States that
/// can never be entered are found with the severity `unreachable`.
[[nodiscard]] std::optional<DeclaredChart> read_chart(const Node& node, ChartWords& words,
                                                      chart::Severity unreachable,
                                                      Findings& findings);

/// A chart on its own: `text` of the file called `file`, YAML or JSON.
[[nodiscard]] Checked<chart::Chart> read_chart_file(std::string_view text, std::string file);

/// The same, its text having been read already.
[[nodiscard]] std::optional<chart::Chart> read_bare_chart(const Node& node, Findings& findings);

}  // namespace tiendo::definition
