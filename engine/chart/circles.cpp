#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "chart/compiler.hpp"

namespace tiendo::chart {
namespace {

enum class Truth : std::uint8_t { never, perhaps, always };

/// Circles of eventless transitions that nothing can break: a machine that comes to one never
/// rests. What is not certain (a guard, a history, a region that moves by itself) is left to the
/// limit of microsteps (SEMANTICS.md section 7).
class Circles {
 public:
  using Circle = std::vector<StateIndex>;

  explicit Circles(const Chart& chart) : chart_(chart), eventless_before_(chart.size() + 1, 0) {
    for (StateIndex s = 0; s < chart.size(); ++s) {
      eventless_before_[s + 1] = eventless_before_[s] + chart.state(s).eventless.count;
    }
  }

  /// Each once, beginning with the state that was declared first.
  [[nodiscard]] std::vector<Circle> find() const {
    std::vector<Circle> circles;
    std::vector<StateIndex> seen_from(chart_.size(), nothing);
    for (StateIndex first = 1; first < chart_.size(); ++first) {
      if (!chart_.state(first).reachable || default_leaf(first) != first) {
        continue;
      }
      auto leaf = first;
      while (leaf != nothing && seen_from[leaf] == nothing) {
        seen_from[leaf] = first;
        leaf = after(leaf);
      }
      if (leaf != nothing && seen_from[leaf] == first) {
        circles.push_back(around(leaf));
      }
    }
    return circles;
  }

  /// What is taken for certain while `leaf` is active; null where there is no such transition.
  [[nodiscard]] const CompiledTransition* certain(StateIndex leaf) const {
    const auto& state = chart_.state(leaf);
    if (state.kind == Kind::final && state.parent == root_state) {
      return nullptr;
    }
    for (auto s = leaf; s != root_state; s = chart_.state(s).parent) {
      for (const auto& transition : chart_.transitions(chart_.state(s).eventless)) {
        const auto truth = truth_of(transition.guard);
        if (truth == Truth::always) {
          return &transition;
        }
        if (truth == Truth::perhaps) {
          return nullptr;
        }
      }
    }
    return nullptr;
  }

 private:
  [[nodiscard]] StateIndex after(StateIndex leaf) const {
    const auto* transition = regions_are_quiet(leaf) ? certain(leaf) : nullptr;
    if (transition == nullptr || transition->targets.count > 1) {
      return nothing;
    }
    return transition->targets.count == 0
               ? leaf
               : default_leaf(chart_.targets(transition->targets).front());
  }

  [[nodiscard]] Circle around(StateIndex leaf) const {
    Circle circle{leaf};
    for (auto next = after(leaf); next != leaf; next = after(next)) {
      circle.push_back(next);
    }
    std::rotate(circle.begin(), std::ranges::min_element(circle), circle.end());
    return circle;
  }

  /// The atomic state that is active once `state` was entered; a parallel state stands for all that
  /// is active inside where nothing in there moves by itself.
  [[nodiscard]] StateIndex default_leaf(StateIndex state) const {
    while (chart_.state(state).kind == Kind::compound) {
      const auto initial = chart_.targets(chart_.state(state).initial);
      if (initial.size() != 1) {
        return nothing;
      }
      state = initial.front();
    }
    const auto& compiled = chart_.state(state);
    const bool moves_inside =
        compiled.kind == Kind::parallel && !is_quiet(state + 1, compiled.last);
    return is_history(compiled.kind) || moves_inside ? nothing : state;
  }

  /// Whether no region beside the one of `leaf` has eventless transitions.
  [[nodiscard]] bool regions_are_quiet(StateIndex leaf) const {
    for (auto region = leaf; region != root_state; region = chart_.state(region).parent) {
      const auto parent = chart_.state(region).parent;
      if (chart_.state(parent).kind == Kind::parallel &&
          !(is_quiet(parent + 1, region) &&
            is_quiet(chart_.state(region).last, chart_.state(parent).last))) {
        return false;
      }
    }
    return true;
  }

  [[nodiscard]] bool is_quiet(StateIndex first, StateIndex last) const {
    return eventless_before_[first] == eventless_before_[last];
  }

  [[nodiscard]] Truth truth_of(std::uint32_t guard) const {
    if (guard == nothing) {
      return Truth::always;
    }
    const auto& compiled = chart_.guard(guard);
    if (compiled.op != CompiledGuard::Op::constant) {
      return Truth::perhaps;
    }
    return compiled.value != 0 ? Truth::always : Truth::never;
  }

  const Chart& chart_;
  std::vector<std::size_t> eventless_before_;  // how many transitions, by state
};

}  // namespace

void Compiler::find_circles() {
  constexpr std::size_t most_shown = 8;
  const Circles circles{chart_};
  for (const auto& circle : circles.find()) {
    const auto& transition = *circles.certain(circle.front());
    const auto place =
        transition.place == Place{} ? declared_[circle.front()]->place : transition.place;
    std::string way;
    for (std::size_t i = 0; i < std::min(circle.size(), most_shown); ++i) {
      way += shown(chart_.name(circle[i])) + " → ";
    }
    way += (circle.size() > most_shown ? "… → " : "") + shown(chart_.name(circle.front()));
    std::erase_if(findings_, [&](const Finding& finding) {  // which says the same, but of one
      return finding.code == "eventless_without_target" && finding.place == place;
    });
    error(place, "endless_circle",
          {fmt::format("các chuyển tiếp không chờ sự kiện đi vòng mãi ({}); hãy thêm event hoặc "
                       "when vào một chuyển tiếp trong vòng",
                       way),
           fmt::format("these transitions wait for no event and go round for ever ({}); give one "
                       "of them an event or a guard",
                       way)});
  }
}

}  // namespace tiendo::chart
