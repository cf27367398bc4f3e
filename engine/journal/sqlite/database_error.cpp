#include "journal/sqlite/database_error.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

namespace tiendo::journal {
namespace {

Text reason(const SQLite::Exception& failed) {
  switch (failed.getErrorCode()) {
    case SQLITE_FULL:
      return {"ổ đĩa đầy; hãy dọn chỗ rồi làm lại", "the disk is full; make room and try again"};
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return {"tệp bị hỏng hoặc không phải do tiendo tạo ra; hãy khôi phục từ bản sao lưu",
              "the file is damaged or was not made by tiendo; restore it from a backup"};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {"một chương trình khác đang dùng tệp; hãy đợi nó xong rồi làm lại",
              "another program is using the file; wait for it and try again"};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return {"tệp hoặc thư mục chỉ đọc được; hãy chạy bằng chủ của thư mục",
              "the file or its folder is read-only; run this as the owner of the folder"};
    case SQLITE_CANTOPEN:
      return {"không mở được tệp; hãy xem đường dẫn và quyền",
              "the file cannot be opened; look at the path and its permissions"};
    case SQLITE_IOERR:
      return {fmt::format("ổ đĩa báo lỗi {}; hãy xem ổ đĩa và chỗ trống",
                          failed.getExtendedErrorCode()),
              fmt::format("the disk failed with error {}; look at the disk and the room on it",
                          failed.getExtendedErrorCode())};
    default:
      return {fmt::format("lỗi cơ sở dữ liệu {}: {}", failed.getExtendedErrorCode(), failed.what()),
              fmt::format("database error {}: {}", failed.getExtendedErrorCode(), failed.what())};
  }
}

}  // namespace

Error database_error(const Text& doing, const std::filesystem::path& where,
                     const SQLite::Exception& failed) {
  const Text why = reason(failed);
  return Error{{fmt::format("không {} được: {}", doing.vi, why.vi),
                fmt::format("cannot {}: {}", doing.en, why.en)},
               where.string()};
}

}  // namespace tiendo::journal
