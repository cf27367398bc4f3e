#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mime/address.hpp"
#include "port/channel.hpp"

namespace tiendo::mime {

/// As to_plain_id writes it: with the longest domain it still fits on a line of mail, which has 998
/// characters at most (RFC 5322, 2.1.1).
inline constexpr std::size_t plain_id_bytes_max = 700;

/// Why no message can be made of `letter`: its address, its id. Nothing where one can.
[[nodiscard]] std::optional<Text> why_unsendable(const port::Letter& letter);

/// `letter` as a message of Internet mail (RFC 5322, MIME), lines ended by CR LF: text and HTML as
/// alternatives, both in base64, so that nothing on its way breaks a line of it. The same letter
/// gives the same bytes; the Message-ID is that of the letter in the domain of `from`. `letter`
/// must be sendable, `from` an address.
[[nodiscard]] std::string write_message(const port::Letter& letter, const Mailbox& from);

/// The letter of which `write_message` made `message`; nothing where it was not so. The instant is
/// without fractions of a second.
[[nodiscard]] std::optional<port::Letter> read_message(std::string_view message);

}  // namespace tiendo::mime
