#pragma once

#include <chrono>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "chart/document.hpp"
#include "model/plan.hpp"

namespace tiendo::test {

using Ids = std::vector<std::string>;

/// `2025-04-20`.
[[nodiscard]] Day day(std::string_view text);
/// `2025-04-20 07:30`, in Vietnam; without an hour the midnight with which the day begins.
[[nodiscard]] Timestamp at(std::string_view text);

/// A task of a plan in few words; days are empty where there are none.
struct TaskWords {
  std::string id;
  std::string start{};
  std::string due{};
  Ids leads{"nghiep-vu"};
  Ids coordinating{};
  bool plan_owed = false;
  std::string kind{"general"};
  Ids after{};
  calendar::Certainty certainty = calendar::Certainty::firm;
  std::optional<std::chrono::minutes> due_time{};
  std::optional<model::Ladder> ladder{model::Ladder{}};
  std::string ladder_name{};
  std::optional<calendar::Recurrence> recurrence{};
};

/// A plan for 2025, made in code and linked as the reader of plan files links it. Its units are
/// van-phong (the office), nghiep-vu, trung-tam, so-nong-nghiep (a partner outside) and to-cu,
/// which ended on 2024-12-31. Without phases of its own it rests in one state for ever.
class PlanBuilder {
 public:
  PlanBuilder();

  PlanBuilder& task(TaskWords words);
  PlanBuilder& target(std::string id, double plan, std::string lead = "nghiep-vu");
  PlanBuilder& phases(std::vector<chart::State> states);
  PlanBuilder& kind(std::string id, std::vector<chart::State> procedure);

  /// Guards and actions of the domain, for the charts that are given to `phases`.
  [[nodiscard]] chart::Guard accepted(Ids tasks);
  [[nodiscard]] chart::Guard any_accepted(Ids tasks);
  [[nodiscard]] chart::Guard reached(std::string target, double at_least);
  [[nodiscard]] chart::Guard on_day(std::string_view text);
  [[nodiscard]] chart::Action start(Ids tasks);

  /// For what the words above do not say.
  [[nodiscard]] model::Plan& plan() { return plan_; }

  [[nodiscard]] std::shared_ptr<const model::Plan> build() const;

 private:
  [[nodiscard]] chart::Guard condition(model::Condition condition);

  model::Plan plan_;
  std::vector<Ids> after_;  // by task
};

}  // namespace tiendo::test
