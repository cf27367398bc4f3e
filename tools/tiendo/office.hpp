#pragma once

#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "api/exchange.hpp"
#include "api/look.hpp"
#include "complain.hpp"
#include "folder_options.hpp"
#include "model/state.hpp"
#include "open_folder.hpp"
#include "port/journal.hpp"

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
  [[nodiscard]] api::Look look(const Context& context) const {
    return {state_, now_, context.language};
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

/// An office that is asked to change something, by whoever the options say: the folder with its
/// lock and the engine over it, or the server that holds the folder.
class OfficeWriter {
 public:
  /// Makes the folder where it is missing, if it is a command that may. Nothing where it cannot be
  /// opened, or where nothing ran for so long that a person has to look first.
  enum class Missing : std::uint8_t { is_made, is_an_error };
  [[nodiscard]] static std::unique_ptr<OfficeWriter> open(const FolderOptions& options,
                                                          Missing missing, Context& context);
  OfficeWriter() = default;
  OfficeWriter(const OfficeWriter&) = delete;
  OfficeWriter& operator=(const OfficeWriter&) = delete;
  virtual ~OfficeWriter() = default;

  [[nodiscard]] virtual const model::State& state() const = 0;
  [[nodiscard]] virtual Timestamp now() const = 0;

  /// A request of schemas/openapi.yaml.
  struct Wish {
    api::Method method = api::Method::post;
    std::string path;
    std::string body{};
    std::string content_type = "application/json";
    api::Fields query{};
  };
  /// Its answer; what it changed lasts.
  [[nodiscard]] virtual api::Response ask(const Wish& wish) = 0;

  /// Keeps the content of a file, to be attached under the hash that is returned.
  [[nodiscard]] virtual Result<std::string> upload(std::istream& content) = 0;

  /// Lets the clock do what has fallen due: how many events that were.
  [[nodiscard]] virtual Result<std::uint64_t> catch_up() = 0;
};

/// The request of a wish, by whoever the options say.
[[nodiscard]] api::Request request_of(const FolderOptions& options, const OfficeWriter::Wish& wish,
                                      Language language);

/// The campaign called `id`; where none is named, the only one there is. Complains where there is
/// no such campaign or more than one to choose from.
[[nodiscard]] const model::Campaign* find_campaign(const model::State& state, const std::string& id,
                                                   Context& context);

/// The task of that id; complains where there is none.
[[nodiscard]] std::optional<model::TaskIndex> find_task(const model::Campaign& campaign,
                                                        const std::string& id, Context& context);

}  // namespace tiendo::cli
