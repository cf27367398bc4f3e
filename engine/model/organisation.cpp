#include "model/organisation.hpp"

#include <fmt/format.h>

namespace tiendo::model {

std::string to_string(const OfficeHours& hours) {
  const auto shown = [](std::chrono::minutes time) {
    return fmt::format("{:02}:{:02}", time.count() / 60, time.count() % 60);
  };
  return shown(hours.opens) + " - " + shown(hours.closes);
}

}  // namespace tiendo::model
