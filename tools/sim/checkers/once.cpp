#include "sim/checkers/once.hpp"

#include <fmt/format.h>

#include "sim/asking.hpp"

namespace tiendo::sim {
namespace {

std::string mark_in(const std::string& words) {
  return words.starts_with(mark_begin) ? words : std::string{};
}

template <class Body>
std::string mark_in_words(const Body& body) {
  std::string mark;
  const auto look = [&](const std::string& words) {
    if (mark.empty()) {
      mark = mark_in(words);
    }
  };
  if constexpr (requires { body.text; }) {
    look(body.text);
  }
  if constexpr (requires { body.reason; }) {
    look(body.reason);
  }
  if constexpr (requires { body.merger.reason; }) {
    look(body.merger.reason);
  }
  if constexpr (requires { look(body.document); }) {
    look(body.document);
  }
  if constexpr (requires { body.name; }) {
    look(body.name);
  }
  return mark;
}

}  // namespace

std::string mark_of(const model::EventBody& body) {
  return std::visit([](const auto& event) { return mark_in_words(event); }, body);
}

std::string mark_of(const model::Command& command) {
  return std::visit(
      []<class Group>(const Group& group) -> std::string {
        if constexpr (std::is_same_v<Group, model::DeliveryCommand>) {
          return {};
        } else if constexpr (std::is_same_v<Group, model::OfficeCommands>) {
          return std::visit([](const auto& body) { return mark_in_words(body); }, group.front());
        } else {
          return std::visit([](const auto& body) { return mark_in_words(body); }, group);
        }
      },
      command.body);
}

Wrong OnceChecker::read(port::Journal::Position position, const model::Event& event,
                        const model::State&) {
  const auto mark = mark_of(event.body);
  if (mark.empty()) {
    return {};
  }
  if (const auto [at, fresh] = done_.emplace(mark, position); !fresh) {
    return fmt::format("command {} was done at event {} and again at event {}", mark, at->second,
                       position);
  }
  if (refused_.contains(mark)) {
    return fmt::format("command {} was refused and done at event {}", mark, position);
  }
  return {};
}

Wrong OnceChecker::after_recovery(const Sight&) {
  for (const auto& mark : accepted_) {
    if (!done_.contains(mark)) {
      return fmt::format("command {} was accepted and is gone", mark);
    }
  }
  return {};
}

Wrong OnceChecker::answered(const runtime::Request& request, const port::Answer& answer,
                            const Sight&) {
  const auto mark = mark_of(request.command);
  if (mark.empty() || request.key.empty() || answer.rejection == "key_reused") {
    return {};
  }
  if (!answer.accepted()) {
    refused_.insert(mark);
    return done_.contains(mark) ? Wrong{fmt::format("command {} was done and refused", mark)}
                                : Wrong{};
  }
  accepted_.insert(mark);
  return done_.contains(mark)
             ? Wrong{}
             : Wrong{fmt::format("command {} was accepted and is not in the journal", mark)};
}

}  // namespace tiendo::sim
