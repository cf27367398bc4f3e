#include "api/operation.hpp"
#include "api/percent.hpp"

namespace tiendo::api {
namespace {

/// The part up to the next slash, taken off `rest`.
std::string_view next_part(std::string_view& rest) {
  rest.remove_prefix(rest.starts_with('/') ? 1 : 0);
  const auto end = std::min(rest.find('/'), rest.size());
  const auto part = rest.substr(0, end);
  rest.remove_prefix(end);
  return part;
}

/// Fills `found` with what stands for the names of the template.
bool matches(std::string_view form, std::string_view path, Path& found) {
  found.clear();
  while (!form.empty() && !path.empty()) {
    const auto wanted = next_part(form);
    const auto given = next_part(path);
    if (!wanted.starts_with('{')) {
      if (wanted != given) {
        return false;
      }
      continue;
    }
    auto value = percent_decoded(given);
    if (!value || value->empty()) {
      return false;
    }
    found.emplace(wanted.substr(1, wanted.size() - 2), std::move(*value));
  }
  return form.empty() && path.empty();
}

std::string_view name_of(Method method) {
  switch (method) {
    case Method::post:
      return "POST";
    case Method::put:
      return "PUT";
    case Method::del:
      return "DELETE";
    default:
      return "GET, HEAD";
  }
}

}  // namespace

Route route(Method method, std::string_view path) {
  Route route;
  Path found;
  for (const auto& operation : operations()) {
    if (!matches(operation.path, path, found)) {
      continue;
    }
    route.path_is_known = true;
    if (operation.method == method) {
      route.operation = &operation;
      route.path = std::move(found);
      return route;
    }
  }
  return route;
}

bool may_change(Method method, std::string_view path) {
  const auto found = route(method, path);
  return found.operation != nullptr ? found.operation->writes() : method != Method::get;
}

std::string allowed_methods(std::string_view path) {
  std::string all;
  Path found;
  for (const auto& operation : operations()) {
    if (matches(operation.path, path, found)) {
      all += (all.empty() ? "" : ", ") + std::string{name_of(operation.method)};
    }
  }
  return all;
}

}  // namespace tiendo::api
