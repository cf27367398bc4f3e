#include "model/notice.hpp"

#include <algorithm>

namespace tiendo::model {
namespace {

bool reaches(const Addressee& to, const Post& post) {
  switch (to.kind) {
    case AddresseeKind::unit:
      return post.unit == to.unit && post.role != Role::viewer;
    case AddresseeKind::head_of_unit:
      return post.unit == to.unit && post.role == Role::head;
    case AddresseeKind::leaders:
      return post.role == Role::leader;
    case AddresseeKind::office:
      return post.role == Role::office;
  }
  return false;
}

}  // namespace

bool reaches(const Addressee& to, const Person& person, Day day) {
  return std::ranges::any_of(
      person.posts, [&](const Post& post) { return post.holds_on(day) && reaches(to, post); });
}

std::string to_string(const Addressee& addressee) {
  switch (addressee.kind) {
    case AddresseeKind::unit:
      return addressee.unit.str();
    case AddresseeKind::head_of_unit:
      return addressee.unit.str() + ":head";
    case AddresseeKind::leaders:
      return "leaders";
    case AddresseeKind::office:
      return "office";
  }
  return {};
}

bool is_urgent(Subject subject) {
  switch (subject) {
    case Subject::plan_returned:
    case Subject::report_returned:
    case Subject::reopened:
    case Subject::extension_answered:
    case Subject::suspended:
    case Subject::resumed:
    case Subject::cancelled:
    case Subject::amended:
    case Subject::transferred:
    case Subject::extension_granted:
    case Subject::extension_refused:
    case Subject::dates_fixed:
    case Subject::campaign_suspended:
    case Subject::campaign_resumed:
    case Subject::campaign_cancelled:
    case Subject::campaign_closed:
      return true;
    case Subject::announced:
    case Subject::assigned:
    case Subject::rung:
    case Subject::late_to_start:
    case Subject::plan_approved:
    case Subject::accepted:
    case Subject::commented:
      return false;
  }
  return false;
}

}  // namespace tiendo::model
