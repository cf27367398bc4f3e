#include "server/evidence_sweep.hpp"

#include <spdlog/spdlog.h>

#include <memory>

namespace tiendo::server {
namespace {

using Hashes = std::unordered_set<std::string>;

Hashes attached(const model::State& state) {
  Hashes hashes;
  for (const auto& [id, campaign] : state.campaigns) {
    for (const auto& task : campaign.tasks) {
      for (const auto& file : *task.evidence) {
        hashes.insert(file.hash);
      }
    }
  }
  return hashes;
}

void sweep_files(journal::BlobFolder& blobs, const Hashes& keep, Timestamp older_than) {
  const auto swept = blobs.sweep(keep, older_than);
  if (swept.has_error()) {
    spdlog::error("evidence not swept where={} what={}", swept.error().where,
                  swept.error().message.en);
  } else if (swept->files > 0) {
    spdlog::info("evidence swept files={} bytes={}", swept->files, swept->bytes);
  }
}

}  // namespace

void EvidenceSweep::sweep(Timestamp wall) {
  const auto keep = std::make_shared<Hashes>();
  Work work;
  work.run = [this, keep](Timestamp) -> api::Outcome {
    *keep = attached(service_.state());
    return api::Response{};
  };
  work.answer = [this, keep, wall](const api::Outcome& outcome) {
    const auto* response = std::get_if<api::Response>(&outcome);
    if (response == nullptr || response->status != 200) {
      return;  // the engine was not asked: nobody knows what is attached
    }
    // Where the worker has too much to do, the next sweep finds the same.
    static_cast<void>(
        worker_.post([this, keep, wall] { sweep_files(blobs_, *keep, wall - unattached_max); }));
  };
  loop_.post(std::move(work));
}

}  // namespace tiendo::server
