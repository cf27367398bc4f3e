#include "journal/snapshot_codec.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "journal/binary_reader.hpp"
#include "journal/binary_writer.hpp"
#include "journal/build_id.hpp"
#include "journal/checksum.hpp"
#include "journal/describe_state.hpp"

namespace tiendo::journal {
namespace {

// A snapshot: magic, checksum of all that follows, build id, position, mark, latest instant,
// office, campaigns.
constexpr std::string_view magic{"tiendo\x1aS", 8};
constexpr std::size_t checksum_at = magic.size();
constexpr std::size_t body_at = checksum_at + sizeof(std::uint64_t);

void write_machine(BinaryWriter& writer, const chart::Machine& machine) {
  static_assert(member_count<chart::Machine>() == 4);
  std::vector<chart::StateIndex> active;
  machine.active.for_each([&](chart::StateIndex state) { active.push_back(state); });
  writer.write(active);
  writer.write(machine.history);
  writer.write(machine.pending);
  writer.write(machine.done);
}

void write_campaign(BinaryWriter& writer, const model::Campaign& campaign) {
  writer.write(campaign);
  write_machine(writer, campaign.phases);
  writer.write_size(campaign.tasks.size());
  for (const auto& task : campaign.tasks) {
    writer.write(task);
    writer.write(task.procedure.has_value());
    if (task.procedure) {
      write_machine(writer, *task.procedure);
    }
  }
}

/// Over `chart`: what it does not have is refused, since a machine is used without looking.
chart::Machine read_machine(BinaryReader& reader, const chart::Chart& chart) {
  chart::Machine machine;
  std::vector<chart::StateIndex> active;
  reader.read(active);
  reader.read(machine.history);
  reader.read(machine.pending);
  reader.read(machine.done);
  const auto is_state = [&](chart::StateIndex state) { return state < chart.size(); };
  const bool fits =
      std::ranges::all_of(active, is_state) &&
      std::ranges::all_of(
          machine.history,
          [&](const auto& kept) { return is_state(kept.history) && is_state(kept.state); }) &&
      std::ranges::all_of(machine.pending, [&](const auto& send) {
        return send.event < chart.events().names().size() && send.id < chart.send_ids().size();
      });
  if (!fits) {
    reader.fail();
    return {};
  }
  if (!active.empty()) {
    machine.active.reset(chart.size());
    std::ranges::for_each(active, [&](auto state) { machine.active.insert(state); });
  }
  return machine;
}

void read_tasks(BinaryReader& reader, model::Campaign& campaign) {
  campaign.tasks.resize(reader.read_count<model::Task>());
  if (campaign.tasks.size() != (campaign.plan ? campaign.plan->tasks.size() : 0)) {
    reader.fail();
  }
  for (std::size_t i = 0; i < campaign.tasks.size() && !reader.failed(); ++i) {
    auto& task = campaign.tasks[i];
    const auto& planned = campaign.plan->tasks[i];
    reader.read(task);
    bool has_procedure = false;
    reader.read(has_procedure);
    if (has_procedure) {
      static const chart::Chart none;
      const auto& procedure = planned.procedure;
      task.procedure = read_machine(reader, procedure ? procedure->chart : none);
    }
    task.leads.join(planned.leads);
    task.coordinating.join(planned.coordinating);
  }
}

void read_campaign(BinaryReader& reader, model::Campaign& campaign) {
  static const chart::Chart none;
  reader.read(campaign);
  campaign.phases = read_machine(reader, campaign.plan ? campaign.plan->phases.chart : none);
  read_tasks(reader, campaign);
}

void read_office(BinaryReader& reader, model::Office& office) {
  reader.read(office);
  if (!office.holidays.empty()) {
    std::vector<calendar::HolidayYear> years;
    for (const auto& [number, year] : office.holidays) {
      years.push_back(year);
    }
    office.working_days = std::make_shared<const calendar::WorkingDays>(std::move(years));
  }
}

}  // namespace

std::string write_snapshot(const model::State& state, port::Journal::Position position,
                           const std::string& mark) {
  if (build_id().empty()) {
    return {};
  }
  std::string bytes{magic};
  bytes.resize(body_at);
  BinaryWriter writer{bytes};
  writer.write(std::string{build_id()});
  writer.write(position);
  writer.write(mark);
  static_assert(member_count<model::State>() == 3);
  writer.write(state.latest);
  writer.write(state.office);
  writer.write_size(state.campaigns.size());
  for (const auto& [id, campaign] : state.campaigns) {
    write_campaign(writer, campaign);
  }
  const auto sum = checksum(std::string_view{bytes}.substr(body_at));
  std::memcpy(bytes.data() + checksum_at, &sum, sizeof sum);
  return bytes;
}

std::optional<port::Snapshot> read_snapshot(std::string_view bytes) {
  if (bytes.size() < body_at || !bytes.starts_with(magic)) {
    return std::nullopt;
  }
  const auto body = bytes.substr(body_at);
  const auto sum = checksum(body);
  if (std::memcmp(bytes.data() + checksum_at, &sum, sizeof sum) != 0) {
    return std::nullopt;
  }
  BinaryReader reader{body};
  std::string build;
  port::Snapshot snapshot;
  reader.read(build);
  if (build.empty() || build != build_id()) {
    return std::nullopt;
  }
  reader.read(snapshot.position);
  reader.read(snapshot.mark);
  reader.read(snapshot.state.latest);
  read_office(reader, snapshot.state.office);
  for (auto left = reader.read_count<model::Campaign>(); left > 0 && !reader.failed(); --left) {
    model::Campaign campaign;
    read_campaign(reader, campaign);
    auto id = campaign.id;
    snapshot.state.campaigns.try_emplace(std::move(id), std::move(campaign));
  }
  return reader.failed() || !reader.at_end() ? std::nullopt : std::optional{std::move(snapshot)};
}

}  // namespace tiendo::journal
