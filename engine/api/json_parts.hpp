#pragma once

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "model/part.hpp"

namespace tiendo::api {

// How the smallest things are written in JSON, everywhere alike.

[[nodiscard]] inline boost::json::value day_or_null(const std::optional<Day>& day) {
  return day ? boost::json::value(to_string(*day)) : boost::json::value(nullptr);
}

[[nodiscard]] inline boost::json::value text_or_null(const std::string& text) {
  return text.empty() ? boost::json::value(nullptr) : boost::json::value(text);
}

[[nodiscard]] inline boost::json::array to_json(const std::vector<model::Part>& parts) {
  boost::json::array all;
  for (const auto& part : parts) {
    all.push_back(boost::json::object{{"unit", part.unit.str()}, {"scope", part.scope}});
  }
  return all;
}

}  // namespace tiendo::api
