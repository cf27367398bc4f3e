#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "decide/office_commands.hpp"
#include "decide/refuse.hpp"
#include "model/lifecycle_words.hpp"

namespace tiendo::decide {
namespace {

using model::Post;
using model::Role;

Rejection unknown_person(const model::UserId& user) {
  return {"unknown_person",
          {fmt::format("không có người dùng “{}”", user.str()),
           fmt::format("no person '{}'", user.str())}};
}

bool overlap(const Post& left, const Post& right) {
  const bool left_first = left.until && right.from && *left.until < *right.from;
  const bool right_first = right.until && left.from && *right.until < *left.from;
  return !left_first && !right_first;
}

/// What is wrong with a post by itself.
std::optional<Rejection> check(const Post& post, const model::Office& office) {
  const bool of_a_unit = post.role == Role::staff || post.role == Role::head;
  const auto role = model::words(post.role);
  if (of_a_unit && post.unit.empty()) {
    return bad_argument({fmt::format("{} phải thuộc một đơn vị: nêu đơn vị", role.vi),
                         fmt::format("a {} belongs to a unit: name it", role.en)});
  }
  if (!of_a_unit && post.role != Role::office && !post.unit.empty()) {
    return bad_argument({fmt::format("{} không gắn với đơn vị nào: bỏ đơn vị", role.vi),
                         fmt::format("a {} belongs to no unit: leave the unit out", role.en)});
  }
  if (!post.unit.empty() && !office.units.contains(post.unit)) {
    return Rejection{"unknown_unit",
                     {fmt::format("không có đơn vị “{}”: khai báo đơn vị trước", post.unit.str()),
                      fmt::format("no unit '{}': add the unit first", post.unit.str())}};
  }
  if (post.from && post.until && *post.until < *post.from) {
    return bad_argument({fmt::format("chức vụ kết thúc {} trước khi bắt đầu {}",
                                     to_vietnamese(*post.until), to_vietnamese(*post.from)),
                         fmt::format("the post ends on {}, before it begins on {}",
                                     to_string(*post.until), to_string(*post.from))});
  }
  return std::nullopt;
}

std::optional<Rejection> check_among(const Post& post, const std::vector<Post>& others) {
  const bool held = std::ranges::any_of(others, [&](const Post& other) {
    return other.role == post.role && other.unit == post.unit && overlap(other, post);
  });
  return held ? std::optional{bad_argument({"người này đã giữ chức vụ đó trong thời gian đó",
                                            "the person holds this post at that time already"})}
              : std::nullopt;
}

}  // namespace

OfficeOutcome decide_office(const model::AddPerson& command, const model::Office& office) {
  const auto& person = command.person;
  if (!is_id(person.id.str()) || model::is_owner(person.id)) {
    return bad_argument(
        {fmt::format("“{}” không dùng làm tên đăng nhập được: dùng a-z, 0-9, dấu “-”, “_”",
                     person.id.str()),
         fmt::format("'{}' cannot be a user name: use a-z, 0-9, '-' and '_'", person.id.str())});
  }
  if (auto refusal = require(person.name, {"họ tên", "the name"})) {
    return std::move(*refusal);
  }
  if (office.people.contains(person.id)) {
    return Rejection{"person_exists",
                     {fmt::format("đã có người dùng “{}”", person.id.str()),
                      fmt::format("there is a person '{}' already", person.id.str())}};
  }
  for (std::size_t i = 0; i < person.posts.size(); ++i) {
    auto refusal = check(person.posts[i], office);
    if (!refusal) {
      refusal = check_among(person.posts[i],
                            {person.posts.begin(), person.posts.begin() + static_cast<long>(i)});
    }
    if (refusal) {
      return std::move(*refusal);
    }
  }
  return model::EventBody{model::PersonAdded{person}};
}

OfficeOutcome decide_office(const model::RenamePerson& command, const model::Office& office) {
  if (!office.people.contains(command.user)) {
    return unknown_person(command.user);
  }
  if (auto refusal = require(command.name, {"họ tên", "the name"})) {
    return std::move(*refusal);
  }
  return model::EventBody{model::PersonRenamed{command.user, command.name}};
}

OfficeOutcome decide_office(const model::GivePost& command, const model::Office& office) {
  const auto person = office.people.find(command.user);
  if (person == office.people.end()) {
    return unknown_person(command.user);
  }
  auto refusal = check(command.post, office);
  if (!refusal) {
    refusal = check_among(command.post, person->second.posts);
  }
  if (refusal) {
    return std::move(*refusal);
  }
  return model::EventBody{model::PostGiven{command.user, command.post}};
}

OfficeOutcome decide_office(const model::EndPost& command, const model::Office& office) {
  const auto person = office.people.find(command.user);
  if (person == office.people.end()) {
    return unknown_person(command.user);
  }
  const bool held = std::ranges::any_of(person->second.posts, [&](const Post& post) {
    return post.role == command.role && post.unit == command.unit && post.holds_on(command.until);
  });
  if (!held) {
    return bad_argument(
        {fmt::format("người này không giữ chức vụ đó vào ngày {}", to_vietnamese(command.until)),
         fmt::format("the person does not hold this post on {}", to_string(command.until))});
  }
  return model::EventBody{
      model::PostEnded{command.user, command.role, command.unit, command.until}};
}

}  // namespace tiendo::decide
