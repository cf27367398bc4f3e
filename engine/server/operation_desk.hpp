#pragma once

#include <memory>

#include "server/desk.hpp"
#include "server/journal_reader.hpp"

namespace tiendo::server {

/// The operations of `api/operations.cpp`, each on the thread that its kind of answer needs. Paths
/// that nobody knows are answered here too.
class OperationDesk final : public Desk {
 public:
  /// All outlive the desk.
  struct Rooms {
    EngineLoop& loop;
    api::Service& service;   // on the engine's thread
    JournalReader& reader;   // history and days gone by
    JournalReader& checker;  // the record as a whole
    Worker& worker;          // files that are read before the engine is asked
    Worker& planner;         // plans that are only looked at
  };
  explicit OperationDesk(const Rooms& rooms) : rooms_{rooms} {}

  [[nodiscard]] std::string allowed_methods(std::string_view path) const override {
    return api::allowed_methods(path);
  }
  [[nodiscard]] bool takes_query() const override { return true; }
  void serve(const SharedVisitor& visitor) override;

 private:
  using SharedRoute = std::shared_ptr<const api::Route>;
  using SharedPrepared = std::shared_ptr<const api::Prepared>;

  void ask_engine(const SharedVisitor& visitor, const SharedRoute& route,
                  const SharedPrepared& prepared);
  void finish(const SharedVisitor& visitor, api::Outcome outcome);

  Rooms rooms_;
};

}  // namespace tiendo::server
