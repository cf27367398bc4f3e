#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "definition/holidays.hpp"
#include "definition/plan_reader.hpp"

namespace tiendo::test {

/// How a plan of the year 2025 with two units begins.
inline const std::string head_of_plan = R"(schema: tiendo/plan/1
id: p
title: Kế hoạch
document: { number: 1/KH, date: 2024-11-08 }
period: năm 2025
units:
  nv: { name: Phòng Nghiệp vụ, short: NV }
  vp: { name: Văn phòng }
)";

inline definition::Checked<model::Plan> read_alone(const std::string& text) {
  return definition::read_plan(text, "plan.yaml", definition::no_companions(),
                               definition::built_in_working_days());
}

/// The plan of a text that is in order.
inline model::Plan plan_of(const std::string& text) {
  auto checked = read_alone(text);
  for (const auto& finding : checked.findings) {
    UNSCOPED_INFO(to_string(finding, Language::en));
  }
  REQUIRE(checked.value.has_value());
  return std::move(*checked.value);
}

inline std::vector<std::string> codes(const std::string& text) {
  std::vector<std::string> all;
  for (const auto& finding : read_alone(text).findings) {
    all.push_back(finding.code);
  }
  return all;
}

}  // namespace tiendo::test
