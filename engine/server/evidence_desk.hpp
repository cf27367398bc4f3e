#pragma once

#include <filesystem>

#include "port/blobs.hpp"
#include "server/desk.hpp"

namespace tiendo::server {

/// Files of evidence come in here, before a task names them:
///
///     POST /api/v1/evidence   {hash, size}; for those who hold a post
class EvidenceDesk final : public Desk {
 public:
  /// All outlive the desk.
  struct Rooms {
    EngineLoop& loop;
    const api::Service& service;  // on the engine's thread
    Worker& worker;
    port::Blobs& blobs;  // on the worker's thread
  };
  /// `folder`: of the files, on whose disk uploads wait.
  EvidenceDesk(const Rooms& rooms, std::filesystem::path folder)
      : rooms_{rooms}, folder_{std::move(folder)} {}

  [[nodiscard]] std::string allowed_methods(std::string_view path) const override;
  [[nodiscard]] HttpIntake intake() const override;
  void serve(const SharedVisitor& visitor) override;

 private:
  [[nodiscard]] api::Response keep(const Visitor& visitor);

  Rooms rooms_;
  std::filesystem::path folder_;
};

}  // namespace tiendo::server
