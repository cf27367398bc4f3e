#include <fmt/format.h>

#include "decide/campaign_commands.hpp"
#include "decide/refuse.hpp"

namespace tiendo::decide {

Refusal decide_campaign(const model::FileReport& command, Draft& draft) {
  if (auto refusal = require(command.document, {"số báo cáo", "the number of the report"})) {
    return refusal;
  }
  if (const auto& filed = draft.campaign().report_document; !filed.empty()) {
    return Rejection{"report_filed",
                     {fmt::format("kế hoạch đã có báo cáo tổng kết số {}", filed),
                      fmt::format("the summing-up report is there: {}", filed)}};
  }
  draft.record(model::ReportFiled{command.document});
  return std::nullopt;
}

}  // namespace tiendo::decide
