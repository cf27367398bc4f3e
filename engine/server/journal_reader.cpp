#include "server/journal_reader.hpp"

#include <spdlog/spdlog.h>

#include <utility>

#include "api/problem.hpp"
#include "journal/sqlite/data_folder.hpp"
#include "journal/sqlite/sqlite_journal.hpp"
#include "server/patience.hpp"
#include "server/turned_away.hpp"

namespace tiendo::server {

struct JournalReader::Connection {
  explicit Connection(journal::DataFolder opened)
      : folder{std::move(opened)}, journal{folder.store()} {}

  journal::DataFolder folder;
  journal::SqliteJournal journal;
};

JournalReader::JournalReader(std::filesystem::path folder, std::size_t waiting_max)
    : folder_{std::move(folder)}, worker_{"journal-reader", waiting_max} {}

JournalReader::~JournalReader() = default;

void JournalReader::read(api::ReadJournal rest, Language language, Answer answer) {
  post([rest = std::move(rest)](Connection& opened) { return rest(opened.journal); }, language,
       std::move(answer));
}

void JournalReader::read(api::ReadFolder rest, Language language, Answer answer) {
  post([rest = std::move(rest)](
           Connection& opened) { return rest(opened.folder, patience_for(checking_time_max)); },
       language, std::move(answer));
}

void JournalReader::post(Rest rest, Language language, Answer answer) {
  // Held by both: the work, and this where the work is not taken.
  const auto told = std::make_shared<Answer>(std::move(answer));
  const auto taken = worker_.post(
      [this, rest = std::move(rest), language, told] { (*told)(done(rest, language)); });
  if (taken != Worker::Taken::yes) {
    (*told)(taken == Worker::Taken::stopping ? stopping(language) : overloaded(language));
  }
}

Result<JournalReader::Connection*> JournalReader::connection() {
  if (!connection_) {
    auto folder = journal::DataFolder::open_to_read(folder_);
    if (folder.has_error()) {
      return folder.error();
    }
    connection_ = std::make_unique<Connection>(std::move(*folder));
  }
  return connection_.get();
}

api::Response JournalReader::done(const Rest& rest, Language language) {
  const auto opened = connection();
  if (opened.has_error()) {
    spdlog::error("journal reader failed where={} what={}", opened.error().where,
                  opened.error().message.en);
    return api::unavailable(opened.error(), language);
  }
  auto response = rest(**opened);
  if (response.status >= 500) {
    connection_.reset();
  }
  return response;
}

}  // namespace tiendo::server
