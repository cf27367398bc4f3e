#include "decide/campaign_commands.hpp"
#include "decide/refuse.hpp"

namespace tiendo::decide {

Refusal decide_campaign(const model::SetAnchor&, Draft&) {
  return bad_argument({"", ""});
}

}  // namespace tiendo::decide
