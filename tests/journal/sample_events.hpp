#pragma once

#include <memory>
#include <vector>

#include "model/event.hpp"

namespace tiendo::test {

/// One event of every type, with all that it can say: what the golden files hold.
[[nodiscard]] std::vector<model::EventBody> sample_events();

/// The plan of the CampaignIssued among them.
[[nodiscard]] std::shared_ptr<const model::Plan> sample_plan();

}  // namespace tiendo::test
