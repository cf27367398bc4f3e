#pragma once

#include "api/operation.hpp"

namespace tiendo::api {

// Operations on tasks, by the names of schemas/openapi.yaml.

[[nodiscard]] Response list_tasks(const Reading& reading);
[[nodiscard]] Response get_task(const Reading& reading);
[[nodiscard]] Outcome get_task_history(const Reading& reading);
[[nodiscard]] Response get_evidence(const Reading& reading);
[[nodiscard]] Response get_timeline(const Reading& reading);

/// The command of the law that `path` ends with, on the task that it names.
[[nodiscard]] Response give_task_command(const Writing& writing);

/// The campaign and task of the path; nothing where they are not there for whoever asks.
struct FoundTask {
  const model::Campaign* campaign = nullptr;
  model::TaskIndex index = 0;
};
[[nodiscard]] std::optional<FoundTask> find_task(const model::State& state, const Path& path,
                                                 const Sight& sight);
[[nodiscard]] const model::Campaign* find_campaign(const model::State& state, const Path& path,
                                                   const Sight& sight);
/// The problem document for what `find_task` or `find_campaign` did not find.
[[nodiscard]] Response not_found(const model::State& state, const Path& path, const Sight& sight,
                                 Language language);

}  // namespace tiendo::api
