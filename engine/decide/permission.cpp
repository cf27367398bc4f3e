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

Text for_the_books() {
  const auto office = model::words(Role::office);
  const auto administrator = model::words(Role::administrator);
  return {office.vi + ", " + administrator.vi, office.en + ", " + administrator.en};
}

Rejection not_permitted(const model::Command& command, const Text& action, const Text& who) {
  const auto role = model::words(command.actor.role);
  return {"not_permitted",
          {fmt::format("{} ({}) không có quyền “{}” ở đây; việc này của: {}",
                       command.actor.user.str(), role.vi, action.vi, who.vi),
           fmt::format("{} ({}) may not {} here; that is for: {}", command.actor.user.str(),
                       role.en, action.en, who.en)}};
}

/// What the office enters for another needs the document that shows it.
std::optional<Rejection> may_on_behalf(const model::Command& command, const Text& action) {
  if (!keeps_the_books(command.actor.role)) {
    return not_permitted(command, action, for_the_books());
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
  const auto standing = lifecycle::standing_of(command.actor, task.leads, task.coordinating);
  if (lifecycle::may(standing, action)) {
    return std::nullopt;
  }
  return not_permitted(command, model::words(action), lifecycle::who_may(action));
}

std::optional<Rejection> may(const model::Command& command, std::span<const model::Part> leads,
                             model::CampaignAction action) {
  if (command.on_behalf) {
    return may_on_behalf(command, model::words(action));
  }
  const auto standing = lifecycle::standing_of(command.actor, leads, {});
  if (lifecycle::may(standing, action)) {
    return std::nullopt;
  }
  return not_permitted(command, model::words(action), lifecycle::who_may(action));
}

std::optional<Rejection> may_set_holidays(const model::Command& command) {
  if (keeps_the_books(command.actor.role)) {
    return std::nullopt;
  }
  return not_permitted(command, {"khai báo ngày nghỉ", "set holidays"}, for_the_books());
}

}  // namespace tiendo::decide
