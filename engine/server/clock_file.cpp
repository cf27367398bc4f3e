#include "server/clock_file.hpp"

#include <boost/json.hpp>
#include <fstream>
#include <iterator>
#include <string>

#include "journal/file.hpp"
#include "journal/folder_layout.hpp"
#include "server/clock.hpp"

namespace tiendo::server {

namespace json = boost::json;

Result<void> write_clock_file(const std::filesystem::path& folder, const ClockLeft& left) {
  auto made = journal::NewFile::make_in(folder);
  if (made.has_error()) {
    return made.error();
  }
  const json::object content{{"now", to_string(left.now)}, {"speed", left.speed}};
  if (auto written = made->write(json::serialize(content) + '\n'); written.has_error()) {
    return written;
  }
  return made->publish(journal::clock_in(folder), journal::Existing::replace);
}

std::optional<ClockLeft> read_clock_file(const std::filesystem::path& folder) {
  std::ifstream file{journal::clock_in(folder), std::ios::binary};
  const std::string text{std::istreambuf_iterator<char>{file}, {}};
  json::error_code failed;
  const auto read = json::parse(text, failed);
  const auto* object = read.if_object();
  if (failed || object == nullptr) {
    return std::nullopt;
  }
  const auto* now = object->if_contains("now");
  const auto* speed = object->if_contains("speed");
  if (now == nullptr || speed == nullptr || !now->is_string() || !speed->is_number()) {
    return std::nullopt;
  }
  const auto at = parse_timestamp(std::string_view{now->get_string()});
  const auto pace = speed->to_number<double>();
  return at && pace >= 0 && pace <= RehearsalClock::speed_max ? std::optional{ClockLeft{*at, pace}}
                                                              : std::nullopt;
}

}  // namespace tiendo::server
