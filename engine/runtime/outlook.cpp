#include "runtime/outlook.hpp"

#include "runtime/engine.hpp"

namespace tiendo::runtime {
namespace {

/// Reads what there is and writes nothing.
class ShadowJournal final : public port::Journal {
 public:
  ShadowJournal(const port::Journal& journal, std::size_t events_max)
      : journal_{journal}, events_max_{events_max} {}

  Result<Position> append(std::span<const model::Event> events,
                          std::span<const port::KeptAnswer>) override {
    for (const auto& event : events) {
      if (outlook_.events.size() < events_max_) {
        outlook_.events.push_back(event);
      }
    }
    outlook_.total += events.size();
    return last_ + outlook_.total;
  }
  Result<void> read(Position after, const Visit& visit) const override {
    return journal_.read(after, [&](Position position, const model::Event& event) {
      last_ = position;
      return visit(position, event);
    });
  }
  Result<void> read_stream(const model::CampaignId& stream, const Visit& visit) const override {
    return journal_.read_stream(stream, visit);
  }
  Result<std::string> mark(Position position) const override { return journal_.mark(position); }
  Result<std::optional<port::KeptAnswer>> find_answer(const model::UserId& actor,
                                                      std::string_view key) const override {
    return journal_.find_answer(actor, key);
  }

  [[nodiscard]] Outlook take() && { return std::move(outlook_); }

 private:
  const port::Journal& journal_;
  std::size_t events_max_;
  mutable Position last_ = 0;
  Outlook outlook_;
};

}  // namespace

Result<Outlook> outlook(const port::Journal& journal, Timestamp now, std::size_t events_max) {
  ShadowJournal shadow{journal, events_max};
  Engine engine{shadow};
  if (auto loaded = engine.load(); loaded.has_error()) {
    return loaded.error();
  }
  if (auto advanced = engine.advance(now); advanced.has_error()) {
    return advanced.error();
  }
  return std::move(shadow).take();
}

}  // namespace tiendo::runtime
