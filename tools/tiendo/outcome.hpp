#pragma once

#include <boost/json/object.hpp>

#include "office.hpp"

namespace tiendo::cli {

/// Carries out what was wished for and tells how it went: what the command did, whom it told, how
/// much the clock had to do before; or why it was refused. `details` is what programs get beside.
/// True where it was accepted.
bool carry_out(OfficeWriter& office, const std::vector<OfficeWriter::Wish>& wishes,
               Context& context, const boost::json::object& details = {});

/// The last part: what has come into the journal since the office was opened.
void tell_news(OfficeWriter& office, Context& context, const boost::json::object& details = {});

}  // namespace tiendo::cli
