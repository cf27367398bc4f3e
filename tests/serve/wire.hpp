#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tiendo::test {

/// An answer as it came.
struct Heard {
  int status = 0;
  std::string head;
  std::string body;
};

/// One connection to a server on loopback that speaks HTTP as it is told to, also badly. Nothing
/// takes longer than the patience. Reports, asserts nothing: threads use it.
class Wire {
 public:
  /// `receive_buffer`: of the socket, where that is to be small.
  explicit Wire(std::uint16_t port, int receive_buffer = 0);
  Wire(Wire&& other) noexcept;
  Wire& operator=(Wire&& other) noexcept;
  ~Wire() { close(); }

  /// Whether all of it could be handed over.
  bool send(std::string_view bytes) const;
  /// The next answer, which has a Content-Length; nothing where the connection ends before.
  std::optional<Heard> answer();
  std::optional<Heard> ask(std::string_view request) {
    return send(request) ? answer() : std::nullopt;
  }
  /// What comes next, of a stream; empty: it has ended, or nothing came for the patience.
  std::string more();
  /// Whether the server ends it within the patience; what comes before is passed over.
  bool ends();
  void close();

 private:
  bool receive();

  int socket_ = -1;
  bool ended_ = false;
  std::string came_;
};

}  // namespace tiendo::test
