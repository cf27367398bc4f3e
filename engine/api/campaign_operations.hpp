#pragma once

#include "api/operation.hpp"

namespace tiendo::api {

// Operations on campaigns, by the names of schemas/openapi.yaml.

[[nodiscard]] Response list_campaigns(const Reading& reading);
[[nodiscard]] Response get_campaign(const Reading& reading);
[[nodiscard]] Outcome get_campaign_history(const Reading& reading);
/// The files of the plan, as they were sent: for those who see all of it.
[[nodiscard]] Outcome get_plan_files(const Reading& reading);

/// Reads and checks the plan first; then its campaign begins.
[[nodiscard]] Prepared issue_campaign(const Request& request);

[[nodiscard]] Response suspend_campaign(const Writing& writing);
[[nodiscard]] Response resume_campaign(const Writing& writing);
[[nodiscard]] Response cancel_campaign(const Writing& writing);
[[nodiscard]] Response close_campaign(const Writing& writing);
[[nodiscard]] Response file_report(const Writing& writing);

}  // namespace tiendo::api
