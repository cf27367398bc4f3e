#include <fmt/format.h>

#include <boost/json/value.hpp>
#include <iostream>
#include <memory>

#include "complain.hpp"
#include "folder_clock.hpp"
#include "journal/snapshot_codec.hpp"
#include "journal/sqlite/data_folder.hpp"
#include "journal_commands.hpp"
#include "runtime/history.hpp"

namespace tiendo::cli {
namespace {

/// What a fold of the journal came to, and whether the snapshot says the same.
struct Replayed {
  model::State state;
  port::Journal::Position position = 0;
  enum class Snapshot : std::uint8_t { none, equal, stale, different } snapshot = Snapshot::none;
};

/// Two states are equal when they are written alike.
bool equal(const model::State& one, const model::State& other) {
  return journal::write_snapshot(one, 0, "") == journal::write_snapshot(other, 0, "");
}

Result<Replayed> replay(OpenFolder& folder) {
  Replayed replayed;
  const auto snapshot = folder.snapshots().load();
  if (snapshot) {
    const auto mark = folder.journal().mark(snapshot->position);
    replayed.snapshot = mark.has_value() && *mark == snapshot->mark ? Replayed::Snapshot::different
                                                                    : Replayed::Snapshot::stale;
  }
  const auto read =
      folder.journal().read(0, [&](port::Journal::Position position, const model::Event& event) {
        model::apply(replayed.state, event);
        replayed.position = position;
        const bool here = snapshot && snapshot->position == position;
        if (here && replayed.snapshot == Replayed::Snapshot::different &&
            equal(replayed.state, snapshot->state)) {
          replayed.snapshot = Replayed::Snapshot::equal;
        }
        return true;
      });
  if (read.has_error()) {
    return read.error();
  }
  return replayed;
}

Text words(Replayed::Snapshot snapshot) {
  switch (snapshot) {
    case Replayed::Snapshot::none:
      return {"chưa có bản chụp", "there is no snapshot"};
    case Replayed::Snapshot::equal:
      return {"bản chụp khớp", "the snapshot says the same"};
    case Replayed::Snapshot::stale:
      return {"bản chụp của nhật ký khác, không dùng đến",
              "the snapshot is of another journal and is not used"};
    case Replayed::Snapshot::different:
      return {"bản chụp nói khác: xóa tệp snapshot đi, nhật ký mới là thật",
              "the snapshot says otherwise: delete the file snapshot, the journal is the record"};
  }
  return {};
}

void run(const FolderOptions& options, Context& context) {
  const auto path = folder_of(options, context);
  if (!path) {
    return;
  }
  const auto folder = OpenFolder::for_reading(*path);
  if (folder.has_error()) {
    complain(context, outside(folder.error()));
    return;
  }
  const auto replayed = replay(**folder);
  if (replayed.has_error()) {
    complain(context, outside(replayed.error()));
    return;
  }
  const auto& state = replayed->state;
  std::size_t tasks = 0;
  std::size_t notices = 0;
  for (const auto& [id, campaign] : state.campaigns) {
    tasks += campaign.tasks.size();
    notices += campaign.outbox.size();
  }
  constexpr std::string_view names[] = {"none", "equal", "stale", "different"};
  if (context.json) {
    print({{"events", replayed->position},
           {"campaigns", state.campaigns.size()},
           {"tasks", tasks},
           {"waiting_notices", notices},
           {"people", state.office.people.size()},
           {"units", state.office.units.size()},
           {"holiday_years", state.office.holidays.size()},
           {"snapshot", names[static_cast<std::size_t>(replayed->snapshot)]}});
  } else {
    std::cout << context.say(
        {fmt::format("{} sự kiện → {} đợt, {} nhiệm vụ, {} thông báo chờ gửi, {} người, {} đơn vị, "
                     "lịch nghỉ của {} năm; {}\n",
                     replayed->position, state.campaigns.size(), tasks, notices,
                     state.office.people.size(), state.office.units.size(),
                     state.office.holidays.size(), words(replayed->snapshot).vi),
         fmt::format("{} events → {} campaigns, {} tasks, {} notices waiting, {} people, {} units, "
                     "days off of {} years; {}\n",
                     replayed->position, state.campaigns.size(), tasks, notices,
                     state.office.people.size(), state.office.units.size(),
                     state.office.holidays.size(), words(replayed->snapshot).en)});
  }
  if (replayed->snapshot == Replayed::Snapshot::different) {
    context.exit = Exit::outside_failed;
  }
}

}  // namespace

void add_journal_replay(CLI::App& journal, Context& context) {
  auto options = std::make_shared<FolderOptions>();
  CLI::App* command =
      journal.add_subcommand("replay", "make the state from every event, and count what is in it");
  command->add_option("--data", options->data, "the data folder; without it TIENDO_DATA")
      ->type_name("DIR");
  command->callback([options, &context] { run(*options, context); });
}

}  // namespace tiendo::cli
