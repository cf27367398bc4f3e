#include "file/names.hpp"

#include <fmt/format.h>

#include "journal/hash.hpp"
#include "mime/encoding.hpp"

namespace tiendo::file {
namespace {

constexpr std::size_t name_bytes_max = 200;  // file systems take 255 with what else stands there

std::string stamp_of(Timestamp at) {
  const Day day = local_day(at);
  const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(at - instant_of(day))};
  return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()),
                     time.hours().count(), time.minutes().count(), time.seconds().count());
}

}  // namespace

std::string end_of_name(std::string_view id) {
  auto plain = mime::to_plain_id(id);
  if (plain.size() > name_bytes_max) plain = journal::to_hex(journal::sha256(id));
  return fmt::format("-{}.eml", plain);
}

std::string name_of_file(Timestamp at, std::string_view id) {
  return stamp_of(at) + end_of_name(id);
}

}  // namespace tiendo::file
