#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tiendo::email {

/// How far a letter came, as seen from the lines that went either way. Keeps nothing of what was
/// sent, which may hold a password.
class Conversation {
 public:
  enum class Stage : std::uint8_t { greeting, sign_in, sender, recipient, content };

  /// A line that was sent.
  void sent(std::string_view line);
  /// A line of the server.
  void received(std::string_view line);

  /// How far it came before it was over.
  [[nodiscard]] Stage stage() const noexcept { return stage_; }
  [[nodiscard]] bool signed_in() const noexcept { return signed_in_; }
  /// The code of the last line received; 0: there was none.
  [[nodiscard]] int code() const noexcept { return code_; }
  /// The last line received, its code included, in printable ASCII and not too long to be shown.
  [[nodiscard]] const std::string& last_line() const noexcept { return last_line_; }

 private:
  Stage stage_ = Stage::greeting;
  bool signed_in_ = false;
  bool is_over_ = false;  // what is said to a QUIT says nothing of the letter
  int code_ = 0;
  std::string last_line_;
};

}  // namespace tiendo::email
