#include "decide/permission.hpp"

#include <fmt/format.h>

#include "decide/refuse.hpp"
#include "lifecycle/rights.hpp"
#include "model/lifecycle_words.hpp"

namespace tiendo::decide {
namespace {

using model::Role;

bool keeps_the_books(Role role) {
  return role == Role::office || role == Role::administrator;
}

Rejection not_permitted(const model::Command& command, const Text& action) {
  const auto role = model::words(command.actor.role);
  return {"not_permitted",
          {fmt::format("{} ({}) không có quyền “{}” ở đây", command.actor.user.str(), role.vi,
                       action.vi),
           fmt::format("{} ({}) may not {} here", command.actor.user.str(), role.en, action.en)}};
}

std::vector<model::UnitId> units(const std::vector<model::Part>& parts) {
  std::vector<model::UnitId> units;
  for (const auto& part : parts) {
    units.push_back(part.unit);
  }
  return units;
}

/// What the office enters for another needs the document that shows it.
std::optional<Rejection> may_on_behalf(const model::Command& command, const Text& action) {
  if (!keeps_the_books(command.actor.role)) {
    return not_permitted(command, action);
  }
  if (require(command.on_behalf->document, {}) || require(command.on_behalf->whom, {})) {
    return Rejection{"document_missing",
                     {"nhập thay người khác thì phải nêu tên và số văn bản",
                      "on behalf of another: name the person and the number of the document"}};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Rejection> may(const model::Command& command, const model::Task& task,
                             model::TaskAction action) {
  if (command.on_behalf) {
    return may_on_behalf(command, model::words(action));
  }
  const auto standing = lifecycle::standing_of(command.actor, units(task.leads), units(task.coordinating));
  if (lifecycle::may(standing, action)) {
    return std::nullopt;
  }
  return not_permitted(command, model::words(action));
}

std::optional<Rejection> may(const model::Command& command, model::CampaignAction action) {
  if (command.on_behalf) {
    return may_on_behalf(command, model::words(action));
  }
  const auto standing = lifecycle::standing_of(command.actor, {}, {});
  if (lifecycle::may(standing, action)) {
    return std::nullopt;
  }
  return not_permitted(command, model::words(action));
}

std::optional<Rejection> may_set_holidays(const model::Command& command) {
  if (keeps_the_books(command.actor.role)) {
    return std::nullopt;
  }
  return not_permitted(command, {"khai báo ngày nghỉ", "set holidays"});
}

}  // namespace tiendo::decide
