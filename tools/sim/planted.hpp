#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "port/journal.hpp"
#include "sim/dice.hpp"

namespace tiendo::sim {

/// Bugs that can be planted, to show that the checkers find them. They sit at the seams that belong
/// to the simulator: the disk below the journal, and the journal below the engine.
enum class Plant : std::uint8_t {
  none,
  lost_sync,         // the disk answers syncs without doing them
  doubled_timer,     // a rung is written down twice
  lost_timer,        // a rung is not written down
  broken_law,        // a task is accepted that was not reported
  forgotten_answer,  // the answer to a command is not kept with its key
};

struct PlantWord {
  Plant plant;
  std::string_view name;
  std::string_view what;  // for --help
};

/// All but `none`.
[[nodiscard]] std::span<const PlantWord> plants();

/// The journal as the engine sees it. With a plant, what it is given to append is now and then not
/// what it hands on.
class PlantedJournal final : public port::Journal {
 public:
  /// `journal` outlives this.
  PlantedJournal(port::Journal& journal, Plant plant, std::uint64_t seed)
      : journal_{journal}, plant_{plant}, dice_{seed} {}

  Result<Position> append(std::span<const model::Event> events,
                          std::span<const port::KeptAnswer> answers) override;
  Result<void> read(Position after, const Visit& visit) const override;
  Result<void> read_stream(const model::CampaignId& stream, const Visit& visit) const override;
  Result<std::string> mark(Position position) const override;
  Result<std::optional<port::KeptAnswer>> find_answer(const model::UserId& actor,
                                                      std::string_view key) const override;

 private:
  void spoil(std::vector<model::Event>& events, std::vector<port::KeptAnswer>& answers);

  port::Journal& journal_;
  Plant plant_;
  Dice dice_;
};

}  // namespace tiendo::sim
