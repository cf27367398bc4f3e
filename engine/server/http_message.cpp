#include "server/http_message.hpp"

#include <algorithm>

namespace tiendo::server {
namespace {

char lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

auto named(std::string_view name) {
  return [name](const auto& field) { return equal_ignoring_case(field.first, name); };
}

}  // namespace

bool equal_ignoring_case(std::string_view a, std::string_view b) noexcept {
  return std::ranges::equal(a, b, {}, lower, lower);
}

void HttpHeaders::add(std::string name, std::string value) {
  fields_.emplace_back(std::move(name), std::move(value));
}

void HttpHeaders::set(std::string_view name, std::string value) {
  std::erase_if(fields_, named(name));
  add(std::string{name}, std::move(value));
}

bool HttpHeaders::has(std::string_view name) const {
  return std::ranges::any_of(fields_, named(name));
}

std::string_view HttpHeaders::get(std::string_view name) const {
  const auto at = std::ranges::find_if(fields_, named(name));
  return at == fields_.end() ? std::string_view{} : std::string_view{at->second};
}

std::string HttpHeaders::joined(std::string_view name) const {
  std::string all;
  for (const auto& [key, value] : fields_) {
    if (equal_ignoring_case(key, name)) {
      all += (all.empty() ? "" : ", ") + value;
    }
  }
  return all;
}

HttpResponse to_http(api::Response response) {
  HttpResponse answer;
  answer.status = response.status;
  answer.content_type = std::move(response.content_type);
  answer.etag = std::move(response.etag);
  answer.headers.fields() = std::move(response.headers);
  if (response.shared.empty()) {
    answer.body = std::move(response.body);
  } else {
    answer.body = std::move(response.shared);
  }
  return answer;
}

}  // namespace tiendo::server
