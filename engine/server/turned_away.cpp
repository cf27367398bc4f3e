#include "server/turned_away.hpp"

#include <fmt/format.h>

#include "api/problem.hpp"

namespace tiendo::server {
namespace {

api::Response turned_away(std::string_view code, const Text& detail, Language language,
                          std::string retry_after_s, boost::json::object more = {}) {
  auto response = api::problem(503, code, detail, language, std::move(more));
  response.headers.emplace_back("Retry-After", std::move(retry_after_s));
  return response;
}

Text why_held(const Hold& hold) {
  const auto clock = to_string(hold.clock_now);
  const auto recorded = to_string(hold.recorded);
  switch (hold.reason) {
    case Hold::Reason::behind:
      return {fmt::format("đồng hồ máy chủ chỉ {}, trước lần ghi cuối ({})", clock, recorded),
              fmt::format("the server's clock says {}, which is before the last record ({})", clock,
                          recorded)};
    case Hold::Reason::absence:
      return {
          fmt::format("không có gì được ghi từ {}, nay đồng hồ máy chủ chỉ {}", recorded, clock),
          fmt::format("nothing was recorded since {}, and the server's clock says {}", recorded,
                      clock)};
    default:
      return {fmt::format("đồng hồ máy chủ vừa nhảy, nay chỉ {}", clock),
              fmt::format("the server's clock jumped and says {} now", clock)};
  }
}

}  // namespace

api::Response overloaded(Language language) {
  return turned_away("overloaded",
                     {"máy chủ đang có quá nhiều yêu cầu chờ; hãy gửi lại sau giây lát",
                      "too many requests wait at the server; send it again in a moment"},
                     language, "1");
}

api::Response stopping(Language language) {
  return turned_away("stopping",
                     {"máy chủ đang dừng, yêu cầu chưa được làm; hãy gửi lại sau giây lát",
                      "the server is stopping, nothing was done; send it again in a moment"},
                     language, "5");
}

api::Response clock_held(const Hold& hold, Language language) {
  const auto why = why_held(hold);
  return turned_away(
      "clock_held",
      {why.vi + "; chưa ghi gì cho đến khi quản trị viên xem và xác nhận giờ",
       why.en + "; nothing is recorded until an administrator has looked at it and confirms it"},
      language, "60",
      {{"reason", name(hold.reason)},
       {"by_s", std::chrono::floor<std::chrono::seconds>(hold.by).count()},
       {"recorded", to_string(hold.recorded)},
       {"clock", to_string(hold.clock_now)}});
}

}  // namespace tiendo::server
