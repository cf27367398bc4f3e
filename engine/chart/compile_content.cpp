#include <variant>

#include "chart/compiler.hpp"

// Guards and actions.

namespace tiendo::chart {
namespace {

template <class... Fs>
struct Overloaded : Fs... {
  using Fs::operator()...;
};
template <class... Fs>
Overloaded(Fs...) -> Overloaded<Fs...>;

}  // namespace

Slice Compiler::compile_actions(const std::vector<Action>& actions) {
  std::vector<CompiledAction> compiled;
  compiled.reserve(actions.size());
  for (const auto& action : actions) {
    compiled.push_back(compile_action(action));
  }
  return append(chart_.actions_, compiled);
}

CompiledAction Compiler::compile_action(const Action& action) {
  using Op = CompiledAction::Op;
  return std::visit(
      Overloaded{[&](const Raise& raise) {
                   return CompiledAction{.op = Op::raise,
                                         .value = chart_.events_.find_exactly(raise.event.text)};
                 },
                 [&](const Send& send) {
                   auto after = send.after;
                   if (after == Delay{std::chrono::microseconds{0}}) {
                     after.reset();  // due at once is the external queue
                   }
                   return CompiledAction{.op = Op::send,
                                         .value = chart_.events_.find_exactly(send.event.text),
                                         .id = send_id(send.id),
                                         .after = after};
                 },
                 [&](const Cancel& cancel) {
                   return CompiledAction{.op = Op::cancel, .id = send_id(cancel.id.text)};
                 },
                 [&](const External& external) {
                   return CompiledAction{.op = Op::external, .value = external.index};
                 }},
      action);
}

std::uint32_t Compiler::send_id(const std::string& id) {
  if (id.empty()) {
    return 0;
  }
  const auto next = static_cast<std::uint32_t>(chart_.send_ids_.size());
  const auto [found, added] = send_ids_.emplace(id, next);
  if (added) {
    chart_.send_ids_.push_back(id);
  }
  return found->second;
}

std::uint32_t Compiler::compile_guard(const Guard& guard) {
  const auto node = compile_node(guard);
  chart_.guards_.push_back(node);
  return static_cast<std::uint32_t>(chart_.guards_.size() - 1);
}

CompiledGuard Compiler::compile_node(const Guard& guard) {
  using Op = CompiledGuard::Op;
  const auto with_parts = [&](Op op, const std::vector<Guard>& of) {
    std::vector<CompiledGuard> parts;
    for (const auto& part : of) {
      parts.push_back(compile_node(part));
    }
    return CompiledGuard{.op = op, .parts = append(chart_.guards_, parts)};
  };
  return std::visit(
      Overloaded{[&](const Constant& constant) {
                   return CompiledGuard{.op = Op::constant, .value = constant.holds ? 1U : 0U};
                 },
                 [&](const In& in) {
                   const auto state = resolve({in.state});
                   return CompiledGuard{.op = Op::in, .value = state.empty() ? 0 : state.front()};
                 },
                 [&](const All& all) { return with_parts(Op::all, all.of); },
                 [&](const Any& any) { return with_parts(Op::any, any.of); },
                 [&](const Not& negation) { return with_parts(Op::negation, negation.of); },
                 [&](const External& external) {
                   return CompiledGuard{.op = Op::external, .value = external.index};
                 }},
      guard.is);
}

}  // namespace tiendo::chart
