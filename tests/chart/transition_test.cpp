#include "chart/fixture.hpp"

namespace tiendo::chart {

TEST_CASE("an event takes the first transition in document order whose guard holds") {
  Running chart{{state("a", {when(Guard{External{0}}, on("go", {"b"})), on("go", {"c"})}),
                 state("b"), state("c")}};
  CHECK(chart.take("go").active() == Names{"c"});
}

}  // namespace tiendo::chart
