#pragma once

#include <string>
#include <string_view>

namespace tiendo::server {

/// Why a letter was not sent, as it may stand in the journal, where nothing is ever erased: in
/// place of `address`, of its local part, of whatever else looks like an e-mail address and of long
/// runs of digits, telephone numbers say, there is "…". "550 5.1.1 <an@b.vn>: no such user" becomes
/// "550 5.1.1 <…>: no such user". What the other side writes otherwise than with an @ is not known.
[[nodiscard]] std::string kept_reason(std::string_view reason, std::string_view address);

}  // namespace tiendo::server
