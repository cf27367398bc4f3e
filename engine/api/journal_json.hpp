#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <vector>

#include "base/text.hpp"
#include "journal/heads.hpp"
#include "journal/verify.hpp"

namespace tiendo::api {

[[nodiscard]] boost::json::array to_json(const std::vector<journal::Head>& heads);

/// {rows, found, findings, heads}: a journal is intact where nothing was found.
[[nodiscard]] boost::json::object to_json(const journal::Report& report, Language language);

}  // namespace tiendo::api
