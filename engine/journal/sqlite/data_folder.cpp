#include "journal/sqlite/data_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <system_error>
#include <thread>

#include "journal/folder_layout.hpp"

namespace tiendo::journal {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

constexpr milliseconds poll_interval{20};
constexpr char unfinished[] = "journal.db.new";  // and what SQLite puts beside it

const Text opening{"mở thư mục dữ liệu", "open the data folder"};

Result<std::string> new_folder_id() {
  std::array<char, 16> random{};
  if (::getrandom(random.data(), random.size(), 0) != static_cast<ssize_t>(random.size()))
    return file_error({"lấy số ngẫu nhiên", "get random numbers"}, {}, errno);
  std::string id;
  for (const char byte : random) id += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return id;
}

// ---- the lock ----

std::optional<long> pid_in(int lock) {
  char text[24];
  const ssize_t size = ::pread(lock, text, sizeof text, 0);
  long pid = 0;
  if (size <= 0 || std::from_chars(text, text + size, pid).ec != std::errc{}) return std::nullopt;
  return pid;
}

Error in_use(const fs::path& folder, std::optional<long> pid) {
  const std::string who = pid ? std::to_string(*pid) : "?";
  return {
      {fmt::format("tiến trình {} đang dùng thư mục dữ liệu; hãy đợi nó xong hoặc dừng nó", who),
       fmt::format("process {} is using the data folder; wait for it or end it", who)},
      folder.string()};
}

Result<void> write_pid(const Descriptor& lock, const fs::path& path) {
  if (::ftruncate(lock.get(), 0) != 0)
    return file_error({"ghi khóa", "write the lock"}, path, errno);
  return write_all(lock, fmt::format("{}\n", ::getpid()), path);
}

// The system gives the lock back when the process ends, however it ends; the file stays, since
// whoever removed it could leave two processes with a lock each.
Result<Descriptor> take_lock(const fs::path& folder, milliseconds wait) {
  const fs::path path = folder / "lock";
  Descriptor lock(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (lock.get() < 0) return file_error(opening, path, errno);
  while (::flock(lock.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EINTR) continue;
    if (errno != EWOULDBLOCK) return file_error({"khóa", "lock"}, path, errno);
    if (wait <= milliseconds{0}) return in_use(folder, pid_in(lock.get()));
    const milliseconds pause = std::min(wait, poll_interval);
    std::this_thread::sleep_for(pause);
    wait -= pause;
  }
  if (auto written = write_pid(lock, path); !written) return written.error();
  return lock;
}

// ---- what is there ----

enum class Content { nothing, journal, damaged, foreign };

bool is_ours_before_the_journal(const std::string& name) {
  return name == "lock" || name.starts_with(unfinished);
}
bool is_ours_beside_the_journal(const std::string& name) {
  return name == "secrets.db" || name == "evidence" || name == "snapshot" ||
         name.starts_with("journal.db");
}

Result<Content> content_of(const fs::path& folder) {
  std::error_code failed;
  Content content = Content::nothing;
  for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
       entry.increment(failed)) {
    const std::string name = entry->path().filename().string();
    if (name == journal_in(folder).filename()) return Content::journal;
    if (is_ours_before_the_journal(name)) continue;
    if (is_ours_beside_the_journal(name)) {
      content = Content::damaged;
    } else if (content == Content::nothing) {
      content = Content::foreign;
    }
  }
  if (failed) return file_error(opening, folder, failed.value());
  return content;
}

Error no_journal(const fs::path& folder, Content content) {
  const std::string where = folder.string();
  switch (content) {
    case Content::damaged:
      return {{"thư mục dữ liệu thiếu journal.db; hãy khôi phục từ bản sao lưu",
               "the data folder has lost its journal.db; restore it from a backup"},
              where};
    case Content::foreign:
      return {{"thư mục này có những thứ khác và không có nhật ký nào; hãy chọn thư mục trống "
               "hoặc thư mục dữ liệu của tiendo",
               "this folder holds other things and no journal; choose an empty folder or a data "
               "folder of tiendo"},
              where};
    default:
      return {{"thư mục này chưa có nhật ký; hãy phát hành một kế hoạch vào đó trước",
               "this folder has no journal yet; issue a plan into it first"},
              where};
  }
}

// ---- making ----

void remove_unfinished(const fs::path& folder) {
  std::error_code ignored;
  for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
    fs::remove(folder / (std::string(unfinished) + suffix), ignored);
  }
}

// Under its name there is only ever a journal that is whole.
Result<void> make_journal(const fs::path& folder, const DataFolder::Making& making) {
  auto id = new_folder_id();
  if (!id) return id.error();
  remove_unfinished(folder);
  const fs::path file = folder / unfinished;
  Store::Options options;
  options.make = Meta{*id, making.at, making.rehearsal};
  {
    const auto made = Store::open(file, options);
    if (!made) return made.error();
  }
  // Closed, it has carried its log over. SQLite does not tell where that failed.
  if (fs::exists(file.string() + "-wal"))
    return Error{
        {"nhật ký mới không được ghi trọn; hãy xem ổ đĩa và chỗ trống rồi làm lại",
         "the new journal was not written whole; look at the disk and the room on it, then "
         "try again"},
        file.string()};
  if (auto synced = sync_path(file); !synced) return synced;
  if (::rename(file.c_str(), journal_in(folder).c_str()) != 0)
    return file_error({"đặt tên cho nhật ký", "name the journal"}, journal_in(folder), errno);
  if (auto synced = sync_path(folder); !synced) return synced;
  return sync_path(fs::absolute(folder).lexically_normal().parent_path());
}

Result<void> look_for_folder(const fs::path& folder) {
  struct stat found {};
  if (::stat(folder.c_str(), &found) != 0) return file_error(opening, folder, errno);
  if (!S_ISDIR(found.st_mode)) return file_error(opening, folder, ENOTDIR);
  return {};
}

}  // namespace

DataFolder::DataFolder(fs::path path, Descriptor lock, std::unique_ptr<Store> store)
    : path_(std::move(path)), lock_(std::move(lock)), store_(std::move(store)) {}

Result<DataFolder> DataFolder::open_to_write(const fs::path& folder, const Options& options) {
  if (options.make) {
    if (auto made = make_folder(folder); !made) return made.error();
  } else if (auto there = look_for_folder(folder); !there) {
    return there.error();
  }
  // Nothing is put into a folder that is not ours.
  auto content = content_of(folder);
  if (!content) return content.error();
  const auto is_usable = [&] {
    return *content == Content::journal || (*content == Content::nothing && options.make);
  };
  if (!is_usable()) return no_journal(folder, *content);
  auto lock = take_lock(folder, options.wait);
  if (!lock) return lock.error();
  // Somebody else may have made the journal while this waited.
  content = content_of(folder);
  if (!content) return content.error();
  if (!is_usable()) return no_journal(folder, *content);
  if (*content == Content::nothing) {
    if (auto made = make_journal(folder, *options.make); !made) return made.error();
  }
  auto store = Store::open(journal_in(folder));
  if (!store) return store.error();
  return DataFolder(folder, std::move(*lock), std::move(*store));
}

Result<DataFolder> DataFolder::open_to_read(const fs::path& folder) {
  if (auto there = look_for_folder(folder); !there) return there.error();
  const auto content = content_of(folder);
  if (!content) return content.error();
  if (*content != Content::journal) return no_journal(folder, *content);
  Store::Options options;
  options.read_only = true;
  auto store = Store::open(journal_in(folder), options);
  if (!store) return store.error();
  return DataFolder(folder, Descriptor(), std::move(*store));
}

}  // namespace tiendo::journal
