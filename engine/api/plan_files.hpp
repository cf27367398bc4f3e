#pragma once

#include <memory>
#include <span>
#include <vector>

#include "api/body.hpp"
#include "api/exchange.hpp"
#include "definition/file.hpp"
#include "definition/finding.hpp"
#include "model/command.hpp"
#include "model/plan.hpp"

namespace tiendo::api {

/// The plan of a body and the files that it names.
struct ReadPlan {
  definition::Checked<model::Plan> checked;
  std::vector<model::Source> sources;
};

/// `files`: of the schema PlanFileList; as it was sent.
[[nodiscard]] std::vector<model::Source> sources_of(const definition::Node& files);

/// Finds what the first of the files names among those behind it; they outlive the result.
[[nodiscard]] definition::Companions companions_among(std::span<const model::Source> files);

/// `files`: of the schema PlanFileList.
[[nodiscard]] ReadPlan read_plan(const definition::Node& files);

/// 422, with every finding.
[[nodiscard]] Response bad_plan(std::span<const definition::Finding> findings, Language language);

/// A plan of a body that is in order.
struct GoodPlan {
  std::shared_ptr<const model::Plan> plan;
  std::vector<model::Source> sources;
  std::vector<definition::Finding> findings;  // warnings
};

/// The plan under `key` of a body, or why it is none.
[[nodiscard]] std::variant<GoodPlan, Response> good_plan(const Body& body, std::string_view key,
                                                         Language language);

}  // namespace tiendo::api
