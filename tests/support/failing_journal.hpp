#pragma once

#include <optional>
#include <span>
#include <string>

#include "runtime/memory_journal.hpp"

namespace tiendo::test {

/// A journal that takes so many appends and then fails, as a full disk does.
class FailingJournal final : public port::Journal {
 public:
  void allow(int appends) { allowed_ = appends; }
  void hide(bool unreadable) { unreadable_ = unreadable; }

  Result<Position> append(std::span<const model::Event> events,
                          std::span<const port::KeptAnswer> answers) override {
    if (allowed_ == 0) {
      return Error{{"đĩa đầy", "the disk is full"}, "journal"};
    }
    --allowed_;
    ++appends_;
    return kept_.append(events, answers);
  }
  Result<void> read(Position after, const Visit& visit) const override {
    if (unreadable_) {
      return Error{{"đĩa hỏng", "the disk is broken"}, "journal"};
    }
    return kept_.read(after, visit);
  }
  Result<void> read_stream(const model::CampaignId& stream, const Visit& visit) const override {
    return kept_.read_stream(stream, visit);
  }
  Result<std::string> mark(Position position) const override { return kept_.mark(position); }
  Result<std::optional<port::KeptAnswer>> find_answer(const model::UserId& actor,
                                                      std::string_view key) const override {
    return kept_.find_answer(actor, key);
  }
  [[nodiscard]] std::span<const model::Event> events() const { return kept_.events(); }
  /// Appends that were taken.
  [[nodiscard]] int appends() const { return appends_; }

 private:
  runtime::MemoryJournal kept_;
  int allowed_ = -1;
  int appends_ = 0;
  bool unreadable_ = false;
};

}  // namespace tiendo::test
