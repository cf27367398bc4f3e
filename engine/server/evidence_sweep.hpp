#pragma once

#include <chrono>

#include "api/service.hpp"
#include "journal/blob_folder.hpp"
#include "server/engine_loop.hpp"
#include "server/worker.hpp"

namespace tiendo::server {

/// Removes evidence that was uploaded and never attached: what no event names a day after it was
/// put. Attaching makes a file young again (Blobs::renew), so that no sweep comes between.
class EvidenceSweep {
 public:
  static constexpr std::chrono::hours unattached_max{24};
  static constexpr std::chrono::milliseconds period = std::chrono::hours{1};

  /// All outlive the sweep. `worker` looks through the files.
  EvidenceSweep(EngineLoop& loop, api::Service& service, journal::BlobFolder& blobs, Worker& worker)
      : loop_{loop}, service_{service}, blobs_{blobs}, worker_{worker} {}

  /// `wall`: the machine's clock, by which files are dated. Nothing happens where the engine cannot
  /// say what is attached. Any thread.
  void sweep(Timestamp wall);

 private:
  EngineLoop& loop_;
  api::Service& service_;
  journal::BlobFolder& blobs_;
  Worker& worker_;
};

}  // namespace tiendo::server
