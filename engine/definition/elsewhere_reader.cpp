#include "definition/elsewhere_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "definition/names.hpp"
#include "definition/wording.hpp"

namespace tiendo::definition {

void add_elsewhere(const Node& node, const model::PlanId& own,
                   std::vector<model::TaskElsewhere>& all, Findings& findings) {
  const Node& campaign = *node.find("campaign");
  const Node& task = *node.find("task");
  const bool legal = check_id(campaign.text(), campaign.mark(), {"đợt", "campaign"}, findings) &&
                     check_id(task.text(), task.mark(), {"nhiệm vụ", "task"}, findings);
  if (!legal) {
    return;
  }
  if (campaign.text() == own.str()) {
    findings.error(campaign.mark(), "own_campaign",
                   {fmt::format("{} là chính kế hoạch này: chỗ này dành cho nhiệm vụ của kế hoạch "
                                "khác; nhiệm vụ của mình thì chỉ viết mã",
                                in_quotes(own.str())),
                    fmt::format("{} is this plan itself: this is for tasks of other plans; of its "
                                "own write the id alone",
                                in_quotes(own.str()))});
    return;
  }
  model::TaskElsewhere elsewhere{model::CampaignId{campaign.text()}, model::TaskId{task.text()}};
  if (std::ranges::find(all, elsewhere) != all.end()) {
    findings.error(node.mark(), "named_twice",
                   {fmt::format("nhiệm vụ {} của đợt {} đã có trong danh sách này: bỏ bớt một",
                                in_quotes(task.text()), in_quotes(campaign.text())),
                    fmt::format("task {} of campaign {} stands in this list already: take one out",
                                in_quotes(task.text()), in_quotes(campaign.text()))});
    return;
  }
  all.push_back(std::move(elsewhere));
}

}  // namespace tiendo::definition
