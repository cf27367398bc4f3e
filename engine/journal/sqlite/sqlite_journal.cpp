#include "journal/sqlite/sqlite_journal.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "journal/codec.hpp"
#include "journal/hash.hpp"

namespace tiendo::journal {
namespace {

void to_row(const model::Event& event, Row& row) {
  row.stream = event.campaign.empty() ? office_stream : event.campaign.str();
  row.at = event.at;
  row.actor = event.actor.str();
  row.on_behalf = event.on_behalf ? event.on_behalf->whom : std::string();
  row.document = event.on_behalf ? event.on_behalf->document : std::string();
  row.plan_version = event.plan_version;
  const Encoded encoded = encode(event.body, row.payload);
  row.type = encoded.type;
  row.schema = encoded.schema;
}

Result<model::Event> to_event(const Row& row) {
  auto body = decode(row.type, row.schema, row.payload);
  if (!body) return body.error();
  model::Event event;
  event.at = row.at;
  event.actor = model::UserId(row.actor);
  if (!row.on_behalf.empty() || !row.document.empty()) {
    event.on_behalf =
        std::make_shared<const model::OnBehalf>(model::OnBehalf{row.on_behalf, row.document});
  }
  if (row.stream != office_stream) event.campaign = model::CampaignId(row.stream);
  event.plan_version = row.plan_version;
  event.body = std::move(*body);
  return event;
}

/// Hands rows on as events, until one cannot be read.
class Reader {
 public:
  Reader(const Store& store, const port::Journal::Visit& visit) : store_{store}, visit_{visit} {}

  bool operator()(const Row& row) {
    auto event = to_event(row);
    if (event) return visit_(row.position, *event);
    const Text& why = event.error().message;
    failure_ = Error{{fmt::format("không đọc được dòng {} của nhật ký: {}", row.position, why.vi),
                      fmt::format("cannot read row {} of the journal: {}", row.position, why.en)},
                     store_.file().string()};
    return false;
  }

  Result<void> result(Result<void> read) {
    if (failure_) return std::move(*failure_);
    return read;
  }

 private:
  const Store& store_;
  const port::Journal::Visit& visit_;
  std::optional<Error> failure_;
};

Error reserved_name(const Store& store) {
  return {{"mã «office» dành cho sổ của văn phòng; hãy đặt mã khác cho đợt",
           "the id \"office\" belongs to the stream of the office; give the campaign another id"},
          store.file().string()};
}

}  // namespace

Result<SqliteJournal::Position> SqliteJournal::append(std::span<const model::Event> events,
                                                      std::span<const port::KeptAnswer> answers) {
  // Else its events would come back as the office's.
  if (std::ranges::any_of(events, [](const auto& e) { return e.campaign.str() == office_stream; }))
    return reserved_name(store_);
  auto event = events.begin();
  const auto next = [&](Row& row) {
    if (event == events.end()) return false;
    to_row(*event++, row);
    return true;
  };
  return store_.append(next, answers);
}

Result<void> SqliteJournal::read(Position after, const Visit& visit) const {
  Reader reader(store_, visit);
  return reader.result(store_.read(after, std::ref(reader)));
}

Result<void> SqliteJournal::read_stream(const model::CampaignId& stream, const Visit& visit) const {
  Reader reader(store_, visit);
  const std::string_view name = stream.empty() ? office_stream : std::string_view(stream.str());
  return reader.result(store_.read_stream(name, std::ref(reader)));
}

Result<std::string> SqliteJournal::mark(Position position) const {
  auto hash = store_.hash_at(position);
  if (!hash) return hash.error();
  if (position > 0 && !*hash)
    return Error{{fmt::format("nhật ký không có dòng {}", position),
                  fmt::format("the journal has no row {}", position)},
                 store_.file().string()};
  return fmt::format("{} {} {}", store_.meta().folder, position, to_hex(hash->value_or(Hash{})));
}

Result<std::optional<port::KeptAnswer>> SqliteJournal::find_answer(const model::UserId& actor,
                                                                   std::string_view key) const {
  return store_.find_answer(actor, key);
}

}  // namespace tiendo::journal
