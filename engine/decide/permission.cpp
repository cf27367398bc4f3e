#include "decide/permission.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "decide/refuse.hpp"
#include "lifecycle/rights.hpp"
#include "model/lifecycle_words.hpp"

namespace tiendo::decide {
namespace {

using Parts = std::span<const model::Part>;

template <class Has>
bool any_standing(const Acting& acting, Parts leads, Parts coordinating, const Has& has) {
  return std::ranges::any_of(acting.posts, [&](const model::Post& post) {
    return post.holds_on(acting.day) && has(lifecycle::standing_of(post, leads, coordinating));
  });
}

Text roles_of(const Acting& acting) {
  Text roles;
  for (const auto& post : acting.posts) {
    if (post.holds_on(acting.day)) {
      const auto role = model::words(post.role);
      roles.vi += (roles.vi.empty() ? "" : ", ") + role.vi;
      roles.en += (roles.en.empty() ? "" : ", ") + role.en;
    }
  }
  return roles.en.empty() ? Text{"hôm nay không giữ chức vụ nào", "holds no post today"} : roles;
}

Rejection not_permitted(const Acting& acting, const Text& action, const Text& who) {
  const auto roles = roles_of(acting);
  const auto& user = acting.command.actor.str();
  return {
      "not_permitted",
      {fmt::format("{} ({}) không có quyền “{}” ở đây; việc này của: {}", user, roles.vi, action.vi,
                   who.vi),
       fmt::format("{} ({}) may not {} here; that is for: {}", user, roles.en, action.en, who.en)}};
}

/// What the office enters for another needs the document that shows it.
template <class Action>
std::optional<Rejection> may_on_behalf(const Acting& acting, Action action) {
  if (!any_standing(acting, {}, {}, lifecycle::may_enter_for_others)) {
    const auto office = model::words(model::Role::office);
    const auto administrator = model::words(model::Role::administrator);
    return not_permitted(
        acting, model::words(action),
        {office.vi + ", " + administrator.vi, office.en + ", " + administrator.en});
  }
  const auto& on_behalf = *acting.command.on_behalf;
  if (require(on_behalf.document, {}) || require(on_behalf.whom, {})) {
    return Rejection{"document_missing",
                     {"nhập thay người khác thì phải nêu tên và số văn bản",
                      "on behalf of another: name the person and the number of the document"}};
  }
  return std::nullopt;
}

template <class Action>
std::optional<Rejection> may(const Acting& acting, Parts leads, Parts coordinating, Action action) {
  if (acting.command.on_behalf) {
    return may_on_behalf(acting, action);
  }
  const auto has = [action](lifecycle::Standing standing) {
    return lifecycle::may(standing, action);
  };
  if (any_standing(acting, leads, coordinating, has)) {
    return std::nullopt;
  }
  return not_permitted(acting, model::words(action), lifecycle::who_may(action));
}

}  // namespace

std::optional<Acting> acting(const model::Office& office, const model::Command& command, Day day) {
  static const model::Post administrator{model::Role::administrator, {}, {}, {}};
  if (std::holds_alternative<model::DeliveryCommand>(command.body)) {
    return Acting{command, {}, day};
  }
  if (model::is_owner(command.actor)) {
    return Acting{command, {&administrator, 1}, day};
  }
  const auto person = office.people.find(command.actor);
  if (person == office.people.end()) {
    return std::nullopt;
  }
  return Acting{command, person->second.posts, day};
}

std::optional<Rejection> may(const Acting& acting, const model::Task& task,
                             model::TaskAction action) {
  return may(acting, task.leads, task.coordinating, action);
}

std::optional<Rejection> may(const Acting& acting, Parts leads, model::CampaignAction action) {
  return may(acting, leads, {}, action);
}

std::optional<Rejection> may(const Acting& acting, model::OfficeAction action) {
  return may(acting, {}, {}, action);
}

}  // namespace tiendo::decide
