#include "api/timelines.hpp"

#include <algorithm>
#include <utility>

#include "api/timeline_text.hpp"

namespace tiendo::api {
namespace {

constexpr std::size_t tasks_in_piece = 200;  // some 50 KB: written in 0.1 ms, compressed in 1 ms

/// The task behind the last of the piece that begins with task `first`.
std::size_t end_of_piece(std::size_t first, const model::Campaign& campaign) {
  return std::min(first + tasks_in_piece, campaign.tasks.size());
}

/// Whether tasks from `first` on have these versions.
bool have_versions(const model::Campaign& campaign, std::size_t first,
                   const std::vector<std::uint32_t>& versions) {
  for (std::size_t i = 0; i < versions.size(); ++i) {
    if (campaign.tasks[first + i].version != versions[i]) {
      return false;
    }
  }
  return true;
}

}  // namespace

SharedText Timelines::text(const model::Campaign& campaign, const Sight& sight, const Look& look) {
  auto& timeline = timelines_[{campaign.id, sight.key(), look.language}];
  renew(timeline, campaign, look);
  timeline.asked = ++questions_;
  bytes_ -= std::exchange(timeline.bytes, 0);
  SharedText text;
  bool follows = false;
  for (std::size_t i = 0; i < timeline.pieces.size(); ++i) {
    auto& piece = timeline.pieces[i];
    const auto first = i * tasks_in_piece;
    if (!piece.is_written || piece.follows != follows ||
        !have_versions(campaign, first, piece.versions)) {
      piece.follows = follows;
      write(piece, first, campaign, sight, look);
    }
    follows = follows || piece.has_bars;
    if (!piece.text->text().empty()) {
      text.push_back(piece.text);
    }
  }
  timeline.bytes = size_of(text);
  bytes_ += timeline.bytes;
  forget_oldest();
  return text;
}

/// Sees to it that nothing is taken as written which was written from something else.
void Timelines::renew(Timeline& timeline, const model::Campaign& campaign, const Look& look) {
  const auto& working_days = look.state.office.working_days;
  const auto minute = std::chrono::floor<std::chrono::minutes>(look.now);
  if (!timeline.pieces.empty() && timeline.phases != campaign.phases.active) {
    timeline.pieces.front().is_written = false;
  }
  timeline.phases = campaign.phases.active;
  if (timeline.plan == campaign.plan && timeline.working_days == working_days &&
      timeline.minute == minute) {
    return;
  }
  timeline.plan = campaign.plan;
  timeline.working_days = working_days;
  timeline.minute = minute;
  timeline.pieces.resize(
      std::max<std::size_t>(1, (campaign.tasks.size() + tasks_in_piece - 1) / tasks_in_piece));
  for (auto& piece : timeline.pieces) {
    piece.is_written = false;
  }
}

void Timelines::write(Piece& piece, std::size_t first, const model::Campaign& campaign,
                      const Sight& sight, const Look& look) {
  const auto end = end_of_piece(first, campaign);
  std::string text;
  text.reserve(piece.text ? piece.text->text().size() + 1'024 : 0);
  if (first == 0) {
    begin_timeline(text, campaign, look);
  }
  piece.has_bars = false;
  piece.versions.clear();
  for (auto task = first; task < end; ++task) {
    piece.versions.push_back(campaign.tasks[task].version);
    if (sight.sees(campaign.tasks[task])) {
      add_bar(text, campaign, static_cast<model::TaskIndex>(task), look,
              piece.follows || piece.has_bars);
      piece.has_bars = true;
    }
  }
  if (end == campaign.tasks.size()) {
    end_timeline(text);
  }
  piece.is_written = true;
  // What did not change stays, and with it what has been compressed.
  if (!piece.text || piece.text->text() != text) {
    piece.text = std::make_shared<const TextPiece>(std::move(text));
  }
}

/// Those that nobody has asked for the longest.
void Timelines::forget_oldest() {
  while (bytes_ > bytes_max_) {
    const auto oldest = std::ranges::min_element(
        timelines_, {}, [](const auto& kept) { return kept.second.asked; });
    bytes_ -= oldest->second.bytes;
    timelines_.erase(oldest);
  }
}

}  // namespace tiendo::api
