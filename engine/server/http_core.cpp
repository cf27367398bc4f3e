#include "server/http_core.hpp"

#include "server/http_answer.hpp"

namespace tiendo::server {

const std::string& HttpCore::date() {
  const auto second = std::chrono::floor<std::chrono::seconds>(now_());
  if (date_.empty() || second != date_at_) {
    date_at_ = second;
    date_ = http_date(second);
  }
  return date_;
}

}  // namespace tiendo::server
