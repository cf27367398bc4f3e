#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "complain.hpp"
#include "folder_options.hpp"
#include "model/command.hpp"
#include "model/state.hpp"
#include "open_folder.hpp"
#include "port/journal.hpp"
#include "runtime/engine.hpp"

namespace tiendo::cli {

/// A folder as a command reads it: as it is, or as it was at the end of a day. Nothing is locked
/// and nothing is written; what the clock has not done yet is not there.
class OfficeReader {
 public:
  /// Nothing where it cannot be read; that has been said then.
  [[nodiscard]] static std::optional<OfficeReader> open(const FolderOptions& options,
                                                        Context& context);

  [[nodiscard]] const model::State& state() const noexcept { return state_; }
  [[nodiscard]] const calendar::WorkingDays& working_days() const noexcept {
    return *state_.office.working_days;
  }
  /// The instant as which it is looked at.
  [[nodiscard]] Timestamp now() const noexcept { return now_; }
  [[nodiscard]] std::optional<Day> as_of() const noexcept { return as_of_; }
  /// Events at or after it are left out.
  [[nodiscard]] std::optional<Timestamp> before() const {
    return as_of_ ? std::optional{end_of(*as_of_)} : std::nullopt;
  }
  [[nodiscard]] const port::Journal& journal() const { return folder_->journal(); }
  [[nodiscard]] OpenFolder& folder() const { return *folder_; }

 private:
  OfficeReader() = default;

  [[nodiscard]] bool load(std::optional<Timestamp> clock, Context& context);

  std::unique_ptr<OpenFolder> folder_;
  model::State state_;
  Timestamp now_;
  std::optional<Day> as_of_;
};

/// A folder with its lock, and the engine over it. What is asked of it is done by whoever the
/// options say, now.
class OfficeWriter {
 public:
  /// Makes the folder where it is missing, if it is a command that may. Nothing where it cannot be
  /// opened, or where nothing ran for so long that a person has to look first.
  enum class Missing : std::uint8_t { is_made, is_an_error };
  [[nodiscard]] static std::unique_ptr<OfficeWriter> open(const FolderOptions& options,
                                                          Missing missing, Context& context);
  [[nodiscard]] const model::State& state() const { return engine_->state(); }
  [[nodiscard]] OpenFolder& folder() const { return *folder_; }
  [[nodiscard]] Timestamp now() const noexcept { return now_; }

  using Body = decltype(model::Command::body);
  /// Something that is asked for; `part` tells the commands of one batch apart.
  struct Wish {
    model::CampaignId campaign;
    Body body;
    std::string fingerprint;
    std::string part;
  };
  /// All of it in one commit, or nothing: the first that is refused ends it, and is what is
  /// answered. An error: the disk failed.
  [[nodiscard]] Result<port::Answer> carry_out(const std::vector<Wish>& wishes);

  /// Whether the rules would refuse it; nothing is done.
  [[nodiscard]] std::optional<port::Answer> would_refuse(const Body& body) const;

  /// Lets the clock do what has fallen due.
  [[nodiscard]] Result<void> catch_up();

  /// Where the journal ended before this command.
  [[nodiscard]] port::Journal::Position began_at() const noexcept { return began_at_; }
  [[nodiscard]] port::Journal::Position position() const { return engine_->position(); }
  /// What has come into the journal since it was opened.
  [[nodiscard]] Result<std::vector<model::Event>> news() const;

 private:
  OfficeWriter() = default;

  [[nodiscard]] runtime::Request request(const Wish& wish) const;
  [[nodiscard]] Result<void> set_holidays();
  [[nodiscard]] bool begin(OpenFolder::Make make, Context& context);
  [[nodiscard]] bool may_go_on(Context& context) const;

  FolderOptions options_;
  std::unique_ptr<OpenFolder> folder_;
  std::unique_ptr<runtime::Engine> engine_;
  model::UserId owner_;
  Timestamp now_;
  Timestamp last_;  // when the last event happened
  port::Journal::Position began_at_ = 0;
};

/// The campaign called `id`; where none is named, the only one there is. Complains where there is
/// no such campaign or more than one to choose from.
[[nodiscard]] const model::Campaign* find_campaign(const model::State& state, const std::string& id,
                                                   Context& context);

/// The task of that id; complains where there is none.
[[nodiscard]] std::optional<model::TaskIndex> find_task(const model::Campaign& campaign,
                                                        const std::string& id, Context& context);

}  // namespace tiendo::cli
