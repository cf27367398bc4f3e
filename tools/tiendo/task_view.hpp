#pragma once

#include <string>
#include <vector>

#include "command.hpp"
#include "model/state.hpp"
#include "office.hpp"
#include "runtime/history.hpp"

namespace tiendo::cli {

/// Entries as a table: when, who, what.
[[nodiscard]] std::string drawn(const std::vector<runtime::HistoryEntry>& entries,
                                const Context& context);

/// "lan, thay Nguyễn Văn A (12/BC-TTTV)"; the machine where nobody acted.
[[nodiscard]] std::string actor_shown(const runtime::HistoryEntry& entry, const Context& context);

/// The short names of the leads; "chưa phân công" where there is none.
[[nodiscard]] std::string leads_shown(const model::Campaign& campaign, model::TaskIndex task,
                                      const Context& context);

}  // namespace tiendo::cli
