#pragma once

#include <string>

#include "base/text.hpp"
#include "base/time.hpp"

namespace tiendo::port {

/// What one person is sent, ready to go.
struct Letter {
  std::string id;  // the same whenever it is sent again; printable ASCII, no blanks
  std::string to_address;
  std::string to_name;
  std::string subject;
  std::string text;
  std::string html;  // the same as `text`
  Timestamp at;      // when it was due to be sent
};

/// Where a letter stands among the others.
struct LetterPlace {
  Timestamp at;
  std::string id;
};

/// A way to people. Sending may take long: it has a thread of its own.
class Channel {
 public:
  enum class Outcome : std::uint8_t {
    sent,   // the other side has taken it
    later,  // it may go another time: nobody answered, or asked to wait
    never,  // it was refused for good
  };
  struct Sending {
    Outcome outcome = Outcome::sent;
    std::string reason;  // of `later` and `never`, in the words of the other side; one line
  };

  Channel() = default;
  Channel(const Channel&) = delete;
  Channel& operator=(const Channel&) = delete;
  virtual ~Channel() = default;

  /// Returns within a bounded time, throws nothing, and never takes a letter in half.
  [[nodiscard]] virtual Sending send(const Letter& letter) = 0;

  /// Any thread, once: what waits for the other side in `send` stops waiting, within a second or
  /// two.
  virtual void give_up() {}
};

}  // namespace tiendo::port
