#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>

#include "office.hpp"

namespace tiendo::cli {

/// Puts a day of an argument into `body` under `key`. False, having complained, where it is none;
/// an empty text is left out.
[[nodiscard]] bool put_day(const std::string& text, std::string_view key, boost::json::object& body,
                           Context& context);

void add_unit_merge(CLI::App& unit, Context& context);

/// `user import` and `unit import`: a table of `things`, "users" or "units".
void add_import(CLI::App& group, const char* help, const char* things, Context& context);

}  // namespace tiendo::cli
