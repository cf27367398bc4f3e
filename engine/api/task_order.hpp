#pragma once

#include <string>
#include <vector>

#include "api/look.hpp"
#include "api/operation.hpp"
#include "api/task_filter.hpp"

namespace tiendo::api {

/// A task of the list that is asked for.
struct ListedTask {
  const model::Campaign* campaign = nullptr;
  model::TaskIndex index = 0;
};

/// All that `filter` lets pass and that may be seen, in the order of the parameter `sort`: `due`,
/// `title`, `state`, with `-` before it the other way round; `urgency`, what is open before what is
/// over; without it as in the plans, whatever was found with its marks first.
[[nodiscard]] Result<std::vector<ListedTask>> listed_tasks(const Reading& reading,
                                                           const TaskFilter& filter);

}  // namespace tiendo::api
