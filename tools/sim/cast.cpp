#include "sim/cast.hpp"

#include <utility>

namespace tiendo::sim {

using model::Person;
using model::Post;
using model::Role;
using model::UnitId;
using model::UserId;

std::vector<Person> cast() {
  const auto post = [](Role role, const char* unit) { return Post{role, UnitId{unit}, {}, {}}; };
  auto ending = post(Role::staff, "nghiep-vu");
  ending.until = Day{std::chrono::year{2025} / 3 / 31};
  return {
      {UserId{"an"}, "An", {post(Role::staff, "nghiep-vu")}},
      {UserId{"hoa"}, "Hoa", {post(Role::head, "nghiep-vu")}},
      {UserId{"cuong"}, "Cường", {post(Role::staff, "trung-tam")}},
      {UserId{"dung"}, "Dung", {post(Role::head, "trung-tam"), post(Role::viewer, "")}},
      {UserId{"binh"}, "Bình", {post(Role::leader, "")}},
      {UserId{"lan"}, "Lan", {post(Role::office, "van-phong")}},
      {UserId{"minh"}, "Minh", {post(Role::administrator, "")}},
      {UserId{"khach"}, "Khách", {post(Role::viewer, "")}},
      {UserId{"nghi"}, "Nghi", {std::move(ending)}},
  };
}

const std::vector<UserId>& callers() {
  static const auto all = [] {
    std::vector<UserId> ids{UserId{"owner:sim"}, UserId{"moi"}, UserId{"la"}};
    for (const auto& person : cast()) {
      ids.push_back(person.id);
    }
    return ids;
  }();
  return all;
}

}  // namespace tiendo::sim
