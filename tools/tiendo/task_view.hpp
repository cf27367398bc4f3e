#pragma once

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <optional>
#include <string>
#include <vector>

#include "command.hpp"
#include "model/state.hpp"
#include "office.hpp"
#include "runtime/history.hpp"

namespace tiendo::cli {

/// A task of a list, as `task list --json` gives it.
[[nodiscard]] boost::json::object to_json(const model::Campaign& campaign, model::TaskIndex task,
                                          const OfficeReader& office, const Context& context);

/// One entry of a history.
[[nodiscard]] boost::json::object to_json(const runtime::HistoryEntry& entry,
                                          const Context& context);

[[nodiscard]] boost::json::value day_or_null(const std::optional<Day>& day);

/// Entries as a table: when, who, what.
[[nodiscard]] std::string drawn(const std::vector<runtime::HistoryEntry>& entries,
                                const Context& context);

/// "lan, thay Nguyễn Văn A (12/BC-TTTV)"; the machine where nobody acted.
[[nodiscard]] std::string actor_shown(const runtime::HistoryEntry& entry, const Context& context);

/// The short names of the leads; "chưa phân công" where there is none.
[[nodiscard]] std::string leads_shown(const model::Campaign& campaign, model::TaskIndex task,
                                      const Context& context);

}  // namespace tiendo::cli
