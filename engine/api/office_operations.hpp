#pragma once

#include "api/operation.hpp"

namespace tiendo::api {

// Operations on people, units, days off, hours and ladders, by the names of schemas/openapi.yaml.

[[nodiscard]] Response list_users(const Reading& reading);
[[nodiscard]] Response get_me(const Reading& reading);
[[nodiscard]] Response get_user(const Reading& reading);
[[nodiscard]] Response add_user(const Writing& writing);
[[nodiscard]] Response rename_user(const Writing& writing);
[[nodiscard]] Response give_post(const Writing& writing);
[[nodiscard]] Response end_post(const Writing& writing);
[[nodiscard]] Response import_users(const Writing& writing);
[[nodiscard]] Response get_contact(const Reading& reading);
[[nodiscard]] Response set_contact(const Writing& writing);
[[nodiscard]] Response erase_contact(const Writing& writing);

[[nodiscard]] Response list_units(const Reading& reading);
[[nodiscard]] Response set_unit(const Writing& writing);
[[nodiscard]] Response import_units(const Writing& writing);

[[nodiscard]] Response list_holidays(const Reading& reading);
[[nodiscard]] Response set_holidays(const Writing& writing);
[[nodiscard]] Response get_office(const Reading& reading);
[[nodiscard]] Response set_office(const Writing& writing);

}  // namespace tiendo::api
