#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "model/ids.hpp"
#include "model/notice.hpp"

namespace tiendo::model {

enum class MessageKind : std::uint8_t {
  digest,   // of a morning: all that concerns the person
  at_once,  // what cannot wait for the morning
};

template <>
inline std::span<const std::string_view> names_of<MessageKind>() {
  static constexpr std::array<std::string_view, 2> names{"digest", "at_once"};
  return names;
}

/// A notice as a message carries it.
struct Carried {
  CampaignId campaign;
  TaskId task;  // empty: the campaign as a whole
  Subject subject = Subject::rung;
  std::optional<Rung> rung;
  std::string reason;

  friend bool operator==(const Carried&, const Carried&) = default;
};

/// What one person is sent by one channel. Its text is made when it is sent, of how things stand
/// then.
struct Message {
  std::string key;  // kind, day or first notice, person, channel: sent once
  MessageKind kind = MessageKind::digest;
  Day day{};
  UserId to;
  std::string channel;
  std::vector<Carried> notices;

  friend bool operator==(const Message&, const Message&) = default;
};

}  // namespace tiendo::model
