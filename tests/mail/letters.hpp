#pragma once

#include <string>

#include "port/channel.hpp"

namespace tiendo::test {

/// A letter with everything in it that mail has to carry unharmed.
inline port::Letter some_letter() {
  port::Letter letter;
  letter.id = "digest:2025-04-11:an:email";
  letter.to_address = "an@lienminh.example.vn";
  letter.to_name = "Nguyễn Văn An";
  letter.subject =
      "[tiendo] Việc cần làm ngày 11/04/2025: 2 quá hạn, 1 đến hạn hôm nay, 3 sắp đến hạn";
  letter.text = "Kính gửi Ông/Bà Nguyễn Văn An,\n.\n..hai chấm\nFrom đầu dòng\n" +
                std::string(2000, 'x') + "\nhết\n";
  letter.html = "<p>Kính gửi Ông/Bà Nguyễn Văn An,</p>\n<p>&lt;xong&gt;</p>\n";
  letter.at = *parse_timestamp("2025-04-11T07:30:00+07:00");
  return letter;
}

}  // namespace tiendo::test
