#include "server/letter_routes.hpp"

#include <boost/json/array.hpp>
#include <optional>

#include "api/answers.hpp"
#include "api/lists.hpp"
#include "api/percent.hpp"
#include "api/problem.hpp"

namespace tiendo::server {
namespace {

namespace json = boost::json;

constexpr std::string_view list_path = "/api/v1/letters";
constexpr std::string_view html_end = "/html";
constexpr std::size_t looked_through_max = 1'000;  // for those of one person

/// Styles stand at the elements themselves. A link opens a window of its own, which is a page like
/// any other; nothing else leaves the letter.
constexpr const char* policy =
    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; "
    "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/// What is asked for at `/api/v1/letters/{id}` and below it.
struct OneLetter {
  std::string_view id;  // percent-encoded
  bool html = false;
};

std::optional<OneLetter> one_letter(std::string_view path) {
  if (!path.starts_with(list_path) || !path.substr(list_path.size()).starts_with('/')) {
    return std::nullopt;
  }
  auto id = path.substr(list_path.size() + 1);
  const bool html = id.ends_with(html_end);
  id.remove_suffix(html ? html_end.size() : 0);
  return id.empty() || id.find('/') != std::string_view::npos ? std::nullopt
                                                              : std::optional{OneLetter{id, html}};
}

json::object to_json(const port::Letter& letter) {
  return {{"id", letter.id},           {"to", letter.to_address},    {"name", letter.to_name},
          {"subject", letter.subject}, {"at", to_string(letter.at)}, {"text", letter.text}};
}

/// A click on a link would else load a page of the console into the frame of the letter, where its
/// policy lets it not stand.
std::string with_links_outside(std::string html) {
  constexpr std::string_view head = "<head>";
  const auto at = html.find(head);
  return at == std::string::npos ? html : html.insert(at + head.size(), "<base target=\"_blank\">");
}

api::Response page_of(port::Letter letter) {
  api::Response response;
  response.content_type = "text/html; charset=utf-8";
  response.headers = {{"Content-Security-Policy", policy},
                      {"Cross-Origin-Resource-Policy", "same-origin"}};
  response.body = with_links_outside(std::move(letter.html));
  return response;
}

std::string to_place(const port::Letter& letter) {
  return api::to_cursor(to_string(letter.at) + " " + letter.id);
}

/// What `to_place` wrote, with its cursor taken off.
std::optional<port::LetterPlace> read_place(std::string_view text) {
  const auto blank = text.find(' ');
  const auto at = parse_timestamp(text.substr(0, blank));
  return at && blank != std::string_view::npos
             ? std::optional{port::LetterPlace{*at, std::string{text.substr(blank + 1)}}}
             : std::nullopt;
}

/// The first parameter that is not taken at the path.
std::optional<api::Response> refuse_query(const api::Request& request) {
  const bool is_list = request.path == list_path;
  for (const auto& [name, value] : request.query) {
    if (!is_list || (name != "limit" && name != "cursor")) {
      return api::bad_parameter(
          {{"không dùng ở đây: bỏ đi", "is not taken here: leave it out"}, name}, request.language);
    }
  }
  return std::nullopt;
}

}  // namespace

bool LetterRoutes::is_ours(std::string_view path) {
  return path == list_path || one_letter(path).has_value();
}

std::string_view LetterRoutes::operation(std::string_view path) {
  const auto one = one_letter(path);
  if (!one) {
    return "listLetters";
  }
  return one->html ? "showLetter" : "getLetter";
}

api::Response LetterRoutes::handle(const api::Request& request, const Reader& reader) const {
  if (request.method != api::Method::get) {
    return api::method_not_allowed(allowed_methods(), request.language);
  }
  if (auto refused = refuse_query(request)) {
    return std::move(*refused);
  }
  if (!read_) {
    return api::problem(404, "no_letters",
                        {"thư ở đây không ghi thành tệp", "letters do not become files here"},
                        request.language);
  }
  return request.path == list_path ? list(request, reader) : one(request, reader);
}

api::Response LetterRoutes::list(const api::Request& request, const Reader& reader) const {
  const auto page = api::read_page(request);
  if (page.has_error()) {
    return api::bad_parameter(page.error(), request.language);
  }
  LetterQuestion question;
  question.before = read_place(page->after);
  question.count = reader.sees_all ? page->limit + 1 : looked_through_max;
  if (!page->after.empty() && !question.before) {
    return api::bad_parameter(api::bad_cursor(), request.language);
  }
  const auto letters = read_(question);
  if (letters.has_error()) {
    return api::unavailable(letters.error(), request.language);
  }
  json::array shown;
  std::optional<std::string> next;
  const port::Letter* last = nullptr;
  for (const auto& letter : *letters) {
    if (shown.size() == page->limit) {
      next = to_place(*last);
      break;
    }
    last = &letter;
    if (reader.sees(letter)) {
      shown.push_back(to_json(letter));
    }
  }
  if (!next && last != nullptr && letters->size() == question.count) {
    next = to_place(*last);  // there may be more of his further back
  }
  return api::list_response("letters", std::move(shown), next);
}

api::Response LetterRoutes::one(const api::Request& request, const Reader& reader) const {
  const auto asked = one_letter(request.path);
  LetterQuestion question;
  question.id = api::percent_decoded(asked->id).value_or("");
  auto letters = question.id.empty() ? std::vector<port::Letter>{} : read_(question);
  if (letters.has_error()) {
    return api::unavailable(letters.error(), request.language);
  }
  if (letters->empty() || !reader.sees(letters->front())) {
    return api::problem(404, "no_letter",
                        {"không có thư này, hoặc thư không gửi cho bạn",
                         "there is no such letter, or it is not to you"},
                        request.language);
  }
  auto& letter = letters->front();
  return asked->html ? page_of(std::move(letter)) : api::json_response(to_json(letter));
}

}  // namespace tiendo::server
