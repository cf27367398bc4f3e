#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "base/time.hpp"

namespace tiendo::journal {

/// SHA-256.
using Hash = std::array<std::uint8_t, 32>;

/// The stream of units, people, holidays; every other stream is named after its campaign.
inline constexpr char office_stream[] = "office";

/// One event as it is kept. FORMAT.md says what each field means.
struct Row {
  std::uint64_t position = 0;  // in the journal, from 1, without gaps
  std::string stream;          // the id of the campaign, or "office"
  std::uint64_t version = 0;   // in its stream, from 1, without gaps
  Timestamp at{};
  std::string actor;      // empty: the engine itself
  std::string on_behalf;  // of whom; empty: of nobody
  std::string document;   // that shows it; empty: none
  std::uint32_t plan_version = 0;
  std::string type;          // "TaskReported": the name of the event's type in model/event.hpp
  std::uint32_t schema = 1;  // version of the payload of this type
  std::string payload;       // a JSON object
  Hash hash{};

  friend bool operator==(const Row&, const Row&) = default;
};

}  // namespace tiendo::journal
