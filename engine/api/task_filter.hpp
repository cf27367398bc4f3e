#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/look.hpp"
#include "base/result.hpp"
#include "model/state.hpp"
#include "runtime/task_view.hpp"

namespace tiendo::api {

struct Request;

/// Which tasks are asked for, by the query parameters campaign, unit, state, status, awaits, kind,
/// due_from, due_until and q (words that are all in title, id, source, phrase or the names of the
/// units; marks and đ do not count, and whoever has them as written comes first).
class TaskFilter {
 public:
  /// An error names the parameter in `where`.
  [[nodiscard]] static Result<TaskFilter> read(const Request& request);

  [[nodiscard]] bool lets_pass(const model::Campaign& campaign, model::TaskIndex task,
                               const Look& look) const;
  /// Whether the words stand there with their marks.
  [[nodiscard]] bool is_exact(const model::Campaign& campaign, model::TaskIndex task,
                              const Look& look) const;
  [[nodiscard]] bool has_words() const noexcept { return !words_.empty(); }

 private:
  [[nodiscard]] bool is_of_unit(const model::Task& task) const;
  [[nodiscard]] bool is_in_days(const model::Task& task) const;

  std::string campaign_;
  std::string unit_;
  std::string kind_;
  std::optional<model::TaskState> state_;
  std::optional<runtime::TimeStatus> status_;
  bool awaits_decision_ = false;    // of a leader
  bool awaits_assignment_ = false;  // by the office
  std::optional<Day> due_from_;
  std::optional<Day> due_until_;
  std::string text_;                // in lower case, with its marks
  std::vector<std::string> words_;  // folded
};

}  // namespace tiendo::api
