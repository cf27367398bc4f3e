#include "definition/finding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace tiendo::definition {
namespace {

Text word(Severity severity) {
  return severity == Severity::error ? Text{"lỗi", "error"} : Text{"cảnh báo", "warning"};
}

}  // namespace

std::string to_string(const Finding& finding, Language language) {
  return fmt::format("{}:{}:{}: {}: {}", finding.file, finding.at.line, finding.at.column,
                     word(finding.severity).in(language), finding.message.in(language));
}

void Findings::error(Mark at, std::string_view code, Text message) {
  keep({Severity::error, std::string{code}, file_, at, std::move(message)});
}

void Findings::warning(Mark at, std::string_view code, Text message) {
  keep({Severity::warning, std::string{code}, file_, at, std::move(message)});
}

void Findings::add(std::vector<Finding> others) {
  for (Finding& other : others) {
    keep(std::move(other));
  }
}

bool Findings::has_error_at(Mark at) const noexcept {
  return std::ranges::any_of(kept_, [&](const Finding& finding) {
    return finding.severity == Severity::error && finding.at == at && finding.file == file_;
  });
}

void Findings::keep(Finding finding) {
  if (finding.at == nowhere) {
    return;
  }
  std::size_t& count = finding.severity == Severity::error ? errors_ : warnings_;
  if (++count <= findings_max) {
    kept_.push_back(std::move(finding));
  }
}

std::vector<Finding> Findings::take() {
  std::ranges::stable_sort(
      kept_, {}, [](const Finding& finding) { return std::tie(finding.file, finding.at); });
  kept_.erase(std::unique(kept_.begin(), kept_.end()), kept_.end());
  for (const Severity severity : {Severity::error, Severity::warning}) {
    const std::size_t count = severity == Severity::error ? errors_ : warnings_;
    if (count > findings_max) {
      const Mark end = kept_.back().at;
      kept_.push_back({severity,
                       "more",
                       file_,
                       end,
                       {fmt::format("còn {} mục nữa như vậy chưa nêu; sửa các mục trên rồi kiểm "
                                    "tra lại",
                                    count - findings_max),
                        fmt::format("and {} more of these; mend those above and check again",
                                    count - findings_max)}});
    }
  }
  errors_ = 0;
  warnings_ = 0;
  return std::exchange(kept_, {});
}

}  // namespace tiendo::definition
