#include "decide/office_commands.hpp"
#include "decide/refuse.hpp"

namespace tiendo::decide {

OfficeOutcome decide_office(const model::MergeUnits&, const model::Office&) {
  return bad_argument({"", ""});
}

}  // namespace tiendo::decide
