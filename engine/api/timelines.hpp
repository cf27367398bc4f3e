#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "api/look.hpp"
#include "api/shared_text.hpp"
#include "api/sight.hpp"
#include "chart/state_set.hpp"
#include "model/state.hpp"

namespace tiendo::api {

/// What campaigns look like on a timeline, kept from one reader to the next: of those who see the
/// same tasks all get the same text, and after a change only the piece in which it lies is written
/// anew. Nothing has to be told of changes: with each question it is seen whether what a piece was
/// written from is still the same:
///
///     the campaign, what may be seen of it, and the language   by which pieces are kept
///     plan, days off, the minute                 else all pieces are written anew
///     the phases that are active                 else the first piece is
///     the versions of its tasks                  else this piece is
///
/// (Time ends for a task at midnight or at the minute that its text prints.) One thread.
class Timelines {
 public:
  /// Of texts; what is compressed of them comes to a tenth or two beside it.
  static constexpr std::size_t kept_bytes_max = std::size_t{32} << 20;

  explicit Timelines(std::size_t bytes_max = kept_bytes_max) : bytes_max_{bytes_max} {}

  /// The answer of the schema Timeline: the tasks of `campaign` that `sight` sees.
  [[nodiscard]] SharedText text(const model::Campaign& campaign, const Sight& sight,
                                const Look& look);

  [[nodiscard]] std::size_t kept_bytes() const noexcept { return bytes_; }

 private:
  struct Piece {
    bool is_written = false;  // from the plan, days off and minute of the timeline
    bool follows = false;     // a bar stands before it
    bool has_bars = false;
    std::vector<std::uint32_t> versions;  // of its tasks
    std::shared_ptr<const TextPiece> text;
  };
  struct Timeline {
    std::shared_ptr<const model::Plan> plan;
    std::shared_ptr<const calendar::WorkingDays> working_days;
    std::chrono::sys_time<std::chrono::minutes> minute;
    chart::StateSet phases;
    std::vector<Piece> pieces;
    std::size_t bytes = 0;
    std::uint64_t asked = 0;  // the number of the latest question
  };
  using Key = std::tuple<model::CampaignId, std::string, Language>;  // the key of the sight

  static void renew(Timeline& timeline, const model::Campaign& campaign, const Look& look);
  static void write(Piece& piece, std::size_t first, const model::Campaign& campaign,
                    const Sight& sight, const Look& look);
  void forget_oldest();

  std::size_t bytes_max_;
  std::size_t bytes_ = 0;
  std::uint64_t questions_ = 0;
  std::map<Key, Timeline> timelines_;
};

}  // namespace tiendo::api
