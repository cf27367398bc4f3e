#pragma once

#include <optional>
#include <string_view>

#include "api/body.hpp"
#include "model/command.hpp"

namespace tiendo::api {

/// The action that a path calls so: "begin-plan", "progress" (task_json.hpp, command_of).
[[nodiscard]] std::optional<model::TaskAction> task_action(std::string_view command);

/// The schema of what the action takes: "SubmitPlan".
[[nodiscard]] std::string_view schema_of(model::TaskAction action);

/// The command that a body of that schema gives.
[[nodiscard]] model::TaskCommand task_command(model::TaskAction action, const model::TaskId& task,
                                              const Body& body);

}  // namespace tiendo::api
