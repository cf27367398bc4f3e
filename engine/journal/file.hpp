#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.hpp"

namespace tiendo::journal {

/// What the system refused, as people are told it: `doing` ("tạo thư mục", "make the folder"), why,
/// and what helps where that can be said. `number` is an errno.
[[nodiscard]] Error file_error(const Text& doing, const std::filesystem::path& where, int number);

/// An open file or folder, closed when this goes.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) noexcept : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();

  [[nodiscard]] int get() const noexcept { return number_; }

 private:
  int number_;
};

/// Opens a file for reading.
[[nodiscard]] Result<Descriptor> open_file(const std::filesystem::path& path);
/// Up to `size` bytes of an open file into `buffer`; 0 at its end.
[[nodiscard]] Result<std::size_t> read_some(const Descriptor& file, char* buffer, std::size_t size,
                                            const std::filesystem::path& where);
/// All of `bytes`, wherever the file stands.
[[nodiscard]] Result<void> write_all(const Descriptor& file, std::string_view bytes,
                                     const std::filesystem::path& where);

/// Waits until what was written to the file, or which names the folder holds, is on the disk.
[[nodiscard]] Result<void> sync_path(const std::filesystem::path& path);
/// The same for everything on the disk on which `path` stands: for many files at once.
[[nodiscard]] Result<void> sync_disk_of(const std::filesystem::path& path);
/// Lets the disk begin with what was written to the file, so that there is less to wait for later.
void begin_sync(const std::filesystem::path& path);

/// A folder that only its owner may enter; true where it was made now. What leads there must exist.
[[nodiscard]] Result<bool> make_folder(const std::filesystem::path& path);

enum class Existing { keep, replace };

/// A file in the making: it stands under a temporary name in the folder in which it is to stand, so
/// that under its own name there is all of it or nothing, whenever the power fails. Mode 0600.
/// Removed when this goes, unless it was published. One thread.
class NewFile {
 public:
  [[nodiscard]] static Result<NewFile> make_in(const std::filesystem::path& folder);
  NewFile(NewFile&& other) noexcept;
  NewFile& operator=(NewFile&&) = delete;
  ~NewFile();

  [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }
  [[nodiscard]] Result<void> write(std::string_view bytes);
  /// Waits until the content is on the disk. A file whose loss would matter is synced first and its
  /// folder after `publish`.
  [[nodiscard]] Result<void> sync();
  /// Gives it its name, on the same disk. With `Existing::keep` a file that is there is an error
  /// and stays as it is, even where it came in this instant.
  [[nodiscard]] Result<void> publish(const std::filesystem::path& target, Existing existing);

  /// Whether a file of this name is one in the making, or was left behind by a process that died.
  [[nodiscard]] static bool is_temporary(const std::filesystem::path& path);

 private:
  NewFile(std::filesystem::path path, Descriptor file);

  std::filesystem::path path_;  // empty: published
  Descriptor file_;
};

}  // namespace tiendo::journal
