#include "server/letter_desk.hpp"

#include <boost/json/array.hpp>

#include "api/lists.hpp"
#include "api/problem.hpp"

namespace tiendo::server {
namespace {

namespace json = boost::json;

constexpr std::string_view letters_path = "/api/v1/letters";
constexpr std::size_t shown_max = 100;
constexpr std::size_t looked_through_max = 1'000;  // for those of one person

json::object to_json(const port::Letter& letter) {
  return {{"id", letter.id},           {"to", letter.to_address},    {"name", letter.to_name},
          {"subject", letter.subject}, {"at", to_string(letter.at)}, {"text", letter.text},
          {"html", letter.html}};
}

}  // namespace

std::string LetterDesk::allowed_methods(std::string_view path) const {
  return path == letters_path ? "GET, HEAD" : "";
}

void LetterDesk::serve(const SharedVisitor& visitor) {
  visitor->operation = "listLetters";
  const auto reader = std::make_shared<Reader>();
  const auto look = [this, visitor, reader](Timestamp now) -> std::optional<api::Response> {
    const auto address = rooms_.secrets.get(visitor->request.caller.user, "email");
    if (address.has_error()) {
      return api::unavailable(address.error(), visitor->request.language);
    }
    reader->sees_all = demo_ || sight_of(*visitor, rooms_.service, now).administers();
    reader->address = address->value_or("");
    return std::nullopt;
  };
  ask(rooms_.loop, visitor, look, [this, visitor, reader] {
    leave_to(rooms_.worker, visitor,
             [this, visitor, reader] { visitor->answer(list(visitor->request, *reader)); });
  });
}

/// On the worker's thread.
api::Response LetterDesk::list(const api::Request& request, const Reader& reader) const {
  if (request.method != api::Method::get) {
    return api::method_not_allowed(allowed_methods(request.path), request.language);
  }
  if (!read_) {
    return api::problem(404, "no_letters",
                        {"thư ở đây không ghi thành tệp", "letters do not become files here"},
                        request.language);
  }
  const auto letters = read_(reader.sees_all ? shown_max : looked_through_max);
  if (letters.has_error()) {
    return api::unavailable(letters.error(), request.language);
  }
  json::array all;
  for (const auto& letter : *letters) {
    if (reader.sees_all || (!reader.address.empty() && letter.to_address == reader.address)) {
      all.push_back(to_json(letter));
    }
    if (all.size() == shown_max) {
      break;
    }
  }
  return api::list_response("letters", std::move(all), std::nullopt);
}

}  // namespace tiendo::server
