#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "journal/heads.hpp"
#include "journal/row.hpp"
#include "journal/sqlite/format.hpp"
#include "model/ids.hpp"

namespace tiendo::port {
struct KeptAnswer;  // port/journal.hpp, which brings the whole model along
}

namespace tiendo::journal {

class Appender;

/// The rows of a journal in an SQLite database. One process writes, any number read beside it; one
/// thread an object. Tables, order and hash: FORMAT.md.
///
/// A failed `append` leaves nothing behind, and the store can be used on. The one exception is a
/// disk that fails to sync and goes on failing until the process ends: when it works again, all of
/// the batch may be there, or nothing.
class Store {
 public:
  using Position = std::uint64_t;
  /// Fills in the next row, all but position, version and hash; false when there is none.
  using Source = std::function<bool(Row&)>;
  /// Returns false to end the reading. Must not append to this store. The row is used again.
  using Visit = std::function<bool(const Row&)>;

  struct Options {
    bool read_only = false;
    std::optional<Meta> make;        // the tables, where the file is missing or empty
    int busy_ms = 10'000;            // how long to wait for another process
    int log_pages = 4'000;           // when the log is carried over: 16 MiB
    int cache_kib = 8'192;           // pages kept in memory
    std::string vfs;                 // the disk, by its SQLite name; empty: the real one
    const Format* format = nullptr;  // null: current_format()
  };

  /// Migrates a journal of an older format (not where `read_only`). An error where there is no
  /// file, or where it is damaged, no journal or of a newer format; for writing also where its
  /// tables are not those that this program makes.
  [[nodiscard]] static Result<std::unique_ptr<Store>> open(const std::filesystem::path& file,
                                                           const Options& options);
  [[nodiscard]] static Result<std::unique_ptr<Store>> open(const std::filesystem::path& file) {
    return open(file, Options{});
  }
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  ~Store();

  /// Takes all of both or nothing, gives the rows their positions, versions and hashes, and returns
  /// the position of the last row there is. All is synced when this returns; nothing is written for
  /// nothing. An answer under a key that its actor has used already is an error.
  [[nodiscard]] Result<Position> append(const Source& next,
                                        std::span<const port::KeptAnswer> answers);
  [[nodiscard]] Result<Position> append(std::span<const Row> rows,
                                        std::span<const port::KeptAnswer> answers);
  [[nodiscard]] Result<Position> append(std::span<const Row> rows);

  /// To be called once by who will append for long: what is appended first is synced as fast as
  /// what comes later. Takes the time of a write of 20 MiB, where that was not done before. An
  /// error: it stays slower; all else is as it was.
  [[nodiscard]] Result<void> reserve_log() const;

  /// Calls `visit` with every row after position `after`, in order. What is appended meanwhile is
  /// not seen.
  [[nodiscard]] Result<void> read(Position after, const Visit& visit) const;
  [[nodiscard]] Result<void> read_stream(std::string_view stream, const Visit& visit) const;

  [[nodiscard]] Result<std::optional<port::KeptAnswer>> find_answer(const model::UserId& actor,
                                                                    std::string_view key) const;

  /// Of every stream, by name, as they were written beside the rows.
  [[nodiscard]] Result<std::vector<Head>> heads() const;
  /// 0 where there is no row.
  [[nodiscard]] Result<Position> last_position() const;
  /// The hash of the row there; nothing where there is no such row.
  [[nodiscard]] Result<std::optional<Hash>> hash_at(Position position) const;

  /// Whatever `work` reads of this store is of one moment.
  [[nodiscard]] Result<void> at_one_moment(const std::function<Result<void>()>& work) const;

  /// An error where its tables are not those that this program makes. Always so where it is open
  /// for writing and nobody changed them since.
  [[nodiscard]] Result<void> check_tables() const;

  /// What SQLite finds wrong with the file, up to `findings_max` lines. Reads all of it.
  [[nodiscard]] Result<std::vector<std::string>> check_integrity(int findings_max) const;

  [[nodiscard]] const Meta& meta() const noexcept { return meta_; }
  [[nodiscard]] const std::filesystem::path& file() const noexcept { return file_; }

 private:
  struct Connection;

  Store(const std::filesystem::path& file, const Options& options);
  [[nodiscard]] Result<void> connect(const std::optional<Meta>& make) const;
  [[nodiscard]] const Format& format() const;
  [[nodiscard]] Result<Connection*> connection() const;
  template <class Work>
  auto with(const Text& doing, const Work& work) const
      -> decltype(work(std::declval<Connection&>()));
  void clean_up_after(int code);

  std::filesystem::path file_;
  Options options_;
  mutable Meta meta_;
  mutable std::unique_ptr<Connection> connection_;  // null where a transaction could not be undone
};

}  // namespace tiendo::journal
