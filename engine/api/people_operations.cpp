#include <algorithm>

#include "api/answers.hpp"
#include "api/body.hpp"
#include "api/json_parts.hpp"
#include "api/lists.hpp"
#include "api/office_json.hpp"
#include "api/office_operations.hpp"
#include "api/problem.hpp"
#include "decide/decide.hpp"
#include "runtime/office_import.hpp"

namespace tiendo::api {
namespace {

namespace json = boost::json;

constexpr std::string_view email = "email";

Response no_user(const std::string& id, Language language) {
  return refused("unknown_user", {"không có người “" + id + "”", "nobody is called '" + id + "'"},
                 language);
}

model::Post post_of(const Body& body) {
  return {*model::named<model::Role>(body.text("role")), model::UnitId{body.text("unit")},
          body.day("from"), body.day("until")};
}

/// 404 where nobody is called as the path says, for whoever may change people: others are refused
/// as for everybody.
std::optional<Response> nobody_called_so(const Writing& writing) {
  const auto& people = writing.engine.state().office.people;
  const model::UserId user{writing.at("user")};
  const auto& caller = writing.request.caller.user;
  const bool is_known = model::is_owner(caller) || people.contains(caller);
  if (people.contains(user) || !is_known ||
      may_not(writing, {model::RenamePerson{user, "-"}}).has_value()) {
    return std::nullopt;
  }
  return no_user(user.str(), writing.language());
}

/// A command on the office with a body of this schema, about the user of the path.
template <class Make>
Response give(const Writing& writing, std::string_view schema, const Make& make) {
  auto body = read_body(writing.request, schema);
  if (auto* wrong = std::get_if<Response>(&body)) {
    return std::move(*wrong);
  }
  if (auto refusal = nobody_called_so(writing)) {
    return std::move(*refusal);
  }
  const auto& user = writing.at("user");
  return carry_out(writing,
                   {{}, model::OfficeCommands{make(model::UserId{user}, std::get<Body>(body))}, {}},
                   {{"user", user}});
}

/// Nothing where the caller may enter the address of this person, by the rules of a renaming.
std::optional<Response> may_not_enter(const Writing& writing) {
  if (auto refusal = nobody_called_so(writing)) {
    return refusal;
  }
  const model::Command renaming{
      writing.request.caller.user,
      writing.request.caller.on_behalf,
      {},
      model::OfficeCommands{model::RenamePerson{model::UserId{writing.at("user")}, "-"}}};
  const auto decision = decide::decide(writing.engine.state(), renaming, writing.now);
  if (decision.accepted()) {
    return std::nullopt;
  }
  const auto& why = *decision.rejection;
  const Text not_theirs{"địa chỉ do quản trị viên ghi", "addresses are entered by administrators"};
  return refused(why.code, why.code == "not_permitted" ? not_theirs : why.reason,
                 writing.language());
}

/// Where it has no name yet: as the campaign that was issued last calls it.
json::value office_name(const model::State& state) {
  if (!state.office.name.empty()) {
    return json::value(state.office.name);
  }
  const auto latest = std::ranges::max_element(
      state.campaigns, {}, [](const auto& campaign) { return campaign.second.issued_at; });
  return latest == state.campaigns.end() ? json::value(nullptr)
                                         : text_or_null(latest->second.plan->organisation.name);
}

Response done(const Result<void>& result, const Writing& writing) {
  return result.has_error()
             ? unavailable(result.error(), writing.language())
             : json_response(json::object{{"accepted", true}, {"user", writing.at("user")}});
}

}  // namespace

Response list_users(const Reading& reading) {
  const auto unit = query(reading.request, "unit");
  std::vector<const model::Person*> people;
  for (const auto& [id, person] : reading.look.state.office.people) {
    const bool of_unit = std::ranges::any_of(
        person.posts, [&](const model::Post& post) { return post.unit.str() == unit; });
    if (!reading.sight.sees_nothing() && (unit.empty() || of_unit)) {
      people.push_back(&person);
    }
  }
  std::ranges::sort(people, {}, [](const model::Person* person) { return person->id; });
  json::array all;
  for (const auto* person : people) {
    all.push_back(to_json(*person, reading.look));
  }
  return list_response("users", std::move(all), std::nullopt);
}

Response get_me(const Reading& reading) {
  const auto& state = reading.look.state;
  const auto& user = reading.request.caller.user;
  const auto person = state.office.people.find(user);
  auto me = person == state.office.people.end()
                ? json::object{{"user", user.str()}, {"name", user.str()}, {"posts", json::array{}}}
                : to_json(person->second, reading.look);
  me["office"] = office_name(state);
  return json_response(me);
}

Response get_user(const Reading& reading) {
  const auto& people = reading.look.state.office.people;
  const auto person = people.find(model::UserId{reading.at("user")});
  const bool is_self = reading.request.caller.user.str() == reading.at("user");
  if (person == people.end() || (reading.sight.sees_nothing() && !is_self)) {
    return no_user(reading.at("user"), reading.language());
  }
  return json_response(to_json(person->second, reading.look));
}

Response add_user(const Writing& writing) {
  auto body = read_body(writing.request, "NewUser");
  if (auto* wrong = std::get_if<Response>(&body)) {
    return std::move(*wrong);
  }
  const auto& wanted = std::get<Body>(body);
  const auto id = wanted.text("user");
  model::Person person{model::UserId{id}, wanted.text("name"), {}};
  for (const auto& post : wanted.find("posts")->list()) {
    person.posts.push_back(post_of(Body{post}));
  }
  return carry_out(writing, {{}, model::OfficeCommands{model::AddPerson{std::move(person)}}, {}},
                   {{"user", id}});
}

Response rename_user(const Writing& writing) {
  return give(writing, "Name", [](model::UserId user, const Body& body) {
    return model::RenamePerson{std::move(user), body.text("name")};
  });
}

Response give_post(const Writing& writing) {
  return give(writing, "Post", [](model::UserId user, const Body& body) {
    return model::GivePost{std::move(user), post_of(body)};
  });
}

Response end_post(const Writing& writing) {
  return give(writing, "PostEnd", [](model::UserId user, const Body& body) {
    const auto post = post_of(body);
    return model::EndPost{std::move(user), post.role, post.unit, post.until.value_or(Day{})};
  });
}

Response get_contact(const Reading& reading) {
  const model::UserId user{reading.at("user")};
  const bool is_self = reading.request.caller.user == user;
  if (!is_self && !reading.sight.manages_people()) {
    return refused("not_permitted",
                   {"địa chỉ chỉ dành cho chính người đó, văn phòng và quản trị viên",
                    "the address is for that person, the office and administrators"},
                   reading.language());
  }
  if (!reading.look.state.office.people.contains(user)) {
    return no_user(user.str(), reading.language());
  }
  const auto address = reading.secrets->get(user, email);
  if (address.has_error()) {
    return unavailable(address.error(), reading.language());
  }
  return json_response(
      json::object{{"user", user.str()}, {"email", text_or_null(address->value_or(""))}});
}

Response set_contact(const Writing& writing) {
  auto body = read_body(writing.request, "Contact");
  if (auto* wrong = std::get_if<Response>(&body)) {
    return std::move(*wrong);
  }
  if (auto refusal = may_not_enter(writing)) {
    return std::move(*refusal);
  }
  const auto address = std::get<Body>(body).text("email");
  if (!runtime::is_email(address)) {
    return problem(
        422, "bad_address",
        {"“" + address + "” không phải là địa chỉ email; viết không dấu như an@example.vn",
         "'" + address + "' is not an address; write it without marks, like an@example.vn"},
        writing.language());
  }
  return done(writing.secrets.put(model::UserId{writing.at("user")}, email, address), writing);
}

Response erase_contact(const Writing& writing) {
  if (auto refusal = may_not_enter(writing)) {
    return std::move(*refusal);
  }
  return done(writing.secrets.erase(model::UserId{writing.at("user")}), writing);
}

}  // namespace tiendo::api
