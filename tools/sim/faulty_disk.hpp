#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "sim/dice.hpp"
#include "sim/digest.hpp"
#include "sim/layered_file.hpp"

namespace tiendo::sim {

/// What a program does to a disk.
enum class DiskAction : std::uint8_t { read, write, sync, truncate, open, remove };

/// How a disk answers.
enum class DiskAnswer : std::uint8_t {
  done,
  failed,  // an input/output error
  full,    // no space is left
  dead,    // the power is off, or the process that asks died in a crash
};

/// How often something goes wrong by itself: chances from 0 to 1, each time a program does it.
struct FaultRates {
  double read = 0;         // fails once
  double write = 0;        // fails, a part of it written
  double sync = 0;         // fails, a part of it on the platter
  double full = 0;         // there is no space for this write and some that follow
  int full_for_most = 40;  // writes for which a full disk stays so
};

/// A disk in memory that fails as it is told or as its dice fall. It counts every action of a
/// program, so that a fault can be ordered for the n-th from now. Deterministic. One thread.
///
/// A crash ends the process: from then on the disk is off, until `boot`; whoever had a file open
/// gets `dead` for ever. There is one folder: a new file is sure to be found after a crash once it
/// or the folder was synced, a removed one is sure to be gone once the folder was.
class FaultyDisk {
 public:
  /// `sector`: bytes that land together or not at all, but for the torn one.
  explicit FaultyDisk(std::uint64_t seed, std::size_t sector = 512)
      : dice_{seed}, sector_{sector} {}
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;

  // Orders.

  void set_rates(const FaultRates& rates) { rates_ = rates; }
  /// The `nth` action of this kind from now fails once; 1 is the next.
  void fail_at(DiskAction action, std::uint64_t nth);
  /// No space for the next `writes` writes.
  void fill_up(int writes) { full_for_ = writes; }
  /// The process dies in the middle of the `nth` action of any kind from now.
  void crash_at(std::uint64_t nth, Loss loss) { ordered_crash_ = OrderedCrash{nth, loss}; }
  void crash(Loss loss);
  /// While it is quiet nothing goes wrong and nothing is counted: somebody looks, who is not part
  /// of the world.
  void quiet(bool is) { quiet_ = is; }
  /// Power on and a new process; forgets a crash and faults that were ordered and did not come.
  void boot();
  /// A planted bug: a sync is answered with `done`, and nothing is on the platter.
  void lie_about_syncs(bool lies) { lies_ = lies; }

  [[nodiscard]] bool is_on() const noexcept { return on_; }
  [[nodiscard]] std::uint64_t actions() const noexcept { return actions_; }
  [[nodiscard]] std::uint64_t faults() const noexcept { return faults_; }
  /// A digest of all that programs did to it, and of what they wrote: equal where two runs are.
  [[nodiscard]] std::uint64_t trace() const noexcept { return trace_.value(); }
  [[nodiscard]] std::size_t sector() const noexcept { return sector_; }
  [[nodiscard]] std::uint64_t throw_dice() { return dice_.next(); }

  // What a program does. `life` is the boot in which it runs.

  using File = std::shared_ptr<LayeredFile>;
  [[nodiscard]] std::uint32_t life() const noexcept { return life_; }
  [[nodiscard]] bool exists(std::string_view name) const { return seen_.contains(name); }
  /// Nothing where the disk is off, or there is none and none is to be made.
  [[nodiscard]] File open(std::string_view name, bool create);
  DiskAnswer remove(std::string_view name, bool and_sync);
  /// Fills `got` with the number of bytes that were there.
  DiskAnswer read(std::uint32_t life, const LayeredFile& file, std::size_t offset,
                  std::span<std::byte> into, std::size_t& got);
  DiskAnswer write(std::uint32_t life, LayeredFile& file, std::size_t offset,
                   std::span<const std::byte> bytes);
  DiskAnswer truncate(std::uint32_t life, LayeredFile& file, std::size_t size);
  DiskAnswer sync(std::uint32_t life, const File& file);
  /// Which names there are, and for what, is on the platter.
  DiskAnswer sync_folder(std::uint32_t life);

 private:
  struct OrderedCrash {
    std::uint64_t in = 0;  // actions
    Loss loss = Loss::nothing;
  };
  using Names = std::map<std::string, File, std::less<>>;

  /// Counts the action. Whether it has to fail by order or by chance.
  [[nodiscard]] bool fails(DiskAction action, double rate);
  /// Whether the process dies in this action.
  [[nodiscard]] bool dies_now();
  void crash_names(Loss loss);

  Dice dice_;
  std::size_t sector_;
  FaultRates rates_;
  Names seen_;
  Names durable_;
  std::array<std::uint64_t, 6> ordered_faults_{};  // by action: how many from now; 0: none
  std::optional<OrderedCrash> ordered_crash_;
  std::uint64_t actions_ = 0;
  std::uint64_t faults_ = 0;
  Digest trace_;
  std::uint32_t life_ = 0;
  int full_for_ = 0;
  bool on_ = true;
  bool lies_ = false;
  bool quiet_ = false;
};

}  // namespace tiendo::sim
