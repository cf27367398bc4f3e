#pragma once

#include <boost/json/object.hpp>

#include "api/look.hpp"
#include "model/organisation.hpp"
#include "model/person.hpp"

namespace tiendo::api {

/// Somebody, with all his posts; `now` in a post says whether it is held on the day of `look`.
[[nodiscard]] boost::json::object to_json(const model::Person& person, const Look& look);

[[nodiscard]] boost::json::object to_json(const model::Unit& unit);

[[nodiscard]] boost::json::object to_json(int year, const calendar::HolidayYear& days);

/// Its name, and hours and ladders that all campaigns go by.
[[nodiscard]] boost::json::object to_json(const model::Office& office);

}  // namespace tiendo::api
