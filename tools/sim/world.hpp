#pragma once

#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/clients.hpp"
#include "sim/digest.hpp"
#include "sim/machine.hpp"
#include "sim/witness.hpp"

namespace tiendo::sim {

struct WorldOptions {
  std::uint64_t seed = 1;
  int steps = 120;          // of chaos
  double crash_rate = 0.4;  // chance that a crash is on its way with a step
  double fault_rate = 1;    // factor on the chances of disk faults
  Plant plant = Plant::none;
};

/// What happened, for the summary.
struct Counts {
  std::uint64_t worlds = 0;
  std::uint64_t steps = 0;
  std::uint64_t crashes = 0;
  std::uint64_t crashes_in_recovery = 0;  // of those
  std::uint64_t restarts = 0;             // in good order
  std::uint64_t faults = 0;
  std::uint64_t failures = 0;  // that the engine answered
  std::uint64_t commands = 0;  // answered
  std::uint64_t events = 0;    // in the journals at the end

  Counts& operator+=(const Counts& other);
};

/// One office over one campaign or two, from the first person to the last notice: `steps` of chaos
/// in which everything may fail, then quiet, in which everything must drain. The same options give
/// the same world, always.
class World {
 public:
  explicit World(const WorldOptions& options);

  /// What a checker found wrong, with its name. Called once.
  [[nodiscard]] Wrong run();

  [[nodiscard]] const Counts& counts() const noexcept { return counts_; }
  /// A digest of all that was done and of all that reached the disk: the same options give the
  /// same.
  [[nodiscard]] std::uint64_t trace() const noexcept { return trace_.value(); }
  /// What was done last, in words, oldest first.
  [[nodiscard]] const std::deque<std::string>& diary() const noexcept { return diary_; }

 private:
  // What a step may do.
  void found_office();
  void chaos_step();
  void people_act();
  void clock_moves();
  void channel_carries();
  void process_restarts();
  void somebody_reads();
  void faults_change();
  void order_crash();

  // The quiet after it.
  void go_quiet();
  void answer_everybody();
  void run_to_the_end();
  void finish_campaigns();
  void empty_outbox();

  void send(const std::vector<Clients::Number>& requests);
  void hear(Clients::Number number, const port::Answer& answer, bool in_words);
  [[nodiscard]] Clients::Number new_request();
  void advance(Timestamp now);
  void hop();
  void recover();
  [[nodiscard]] bool started(int attempt);
  /// Shows the checkers what the step has done.
  void look();
  void look_after_recovery();
  [[nodiscard]] Sight sight();
  template <class Ask>
  void check_all(const Ask& ask) {
    if (well()) {
      wrong_ = witness_.ask_all(ask);
    }
  }
  [[nodiscard]] bool well() const noexcept { return !wrong_; }
  void note(std::string line);

  WorldOptions options_;
  Dice dice_;
  Machine machine_;
  Witness witness_;
  Clients clients_;
  std::vector<model::CampaignId> campaigns_;
  std::vector<std::shared_ptr<const model::Plan>> plans_;
  Timestamp now_;
  Timestamp end_;               // of the last period; chaos goes little beyond
  bool engine_is_fine_ = true;  // the last call succeeded
  bool clock_has_run_ = false;  // and all that fell due is done
  Wrong wrong_;
  Counts counts_;
  Digest trace_;
  std::deque<std::string> diary_;
};

}  // namespace tiendo::sim
