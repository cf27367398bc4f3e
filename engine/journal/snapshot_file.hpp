#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "port/snapshots.hpp"

namespace tiendo::journal {

/// The last snapshot in a file of its own. Written beside its place and renamed, not synced: what a
/// power failure left half is found by the checksum of `Read`, thrown away and logged. One thread,
/// and one process that saves.
class SnapshotFile final : public port::Snapshots {
 public:
  /// The bytes of a snapshot; empty where there is to be none.
  using Write = std::function<std::string(const model::State&, port::Journal::Position,
                                          const std::string& mark)>;
  /// Nothing where `bytes` are not exactly what `Write` of this program made.
  using Read = std::function<std::optional<port::Snapshot>(std::string_view bytes)>;

  SnapshotFile(std::filesystem::path file, Write write, Read read);

  std::optional<port::Snapshot> load() override;
  void save(const model::State& state, port::Journal::Position position,
            const std::string& mark) override;

 private:
  std::filesystem::path file_;
  Write write_;
  Read read_;
};

}  // namespace tiendo::journal
