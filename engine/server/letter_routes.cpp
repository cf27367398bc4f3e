#include "server/letter_routes.hpp"

#include <boost/json/array.hpp>

#include "api/lists.hpp"
#include "api/problem.hpp"

namespace tiendo::server {
namespace {

namespace json = boost::json;

constexpr std::size_t shown_max = 100;
constexpr std::size_t looked_through_max = 1'000;  // for those of one person

json::object to_json(const port::Letter& letter) {
  return {{"id", letter.id},           {"to", letter.to_address},    {"name", letter.to_name},
          {"subject", letter.subject}, {"at", to_string(letter.at)}, {"text", letter.text},
          {"html", letter.html}};
}

}  // namespace

api::Response LetterRoutes::handle(const api::Request& request, const Reader& reader) const {
  if (request.method != api::Method::get) {
    return api::method_not_allowed(allowed_methods(), request.language);
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
