#include "server/recovered.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

#include "api/first_holidays.hpp"
#include "server/dispatcher.hpp"

namespace tiendo::server {

Recovered::Recovered(std::unique_ptr<Records> opened)
    : records{std::move(opened)},
      metrics{machine.wall()},
      journal{records->journal, metrics},
      engine{journal, &records->snapshots} {}

Result<std::unique_ptr<Recovered>> Recovered::from(const ServerOptions& options) {
  auto records = Records::open(options.data);
  if (records.has_error()) {
    return records.error();
  }
  auto recovered = std::make_unique<Recovered>(std::move(*records));
  if (auto loaded = recovered->load(); loaded.has_error()) {
    return loaded.error();
  }
  recovered->make_clock(options);
  if (auto begun = recovered->begin_office(options); begun.has_error()) {
    return begun.error();
  }
  return recovered;
}

Result<void> Recovered::load() {
  if (auto loaded = engine.load(); loaded.has_error()) {
    return loaded;
  }
  if (auto reserved = records->folder.store().reserve_log(); reserved.has_error()) {
    spdlog::warn("log of the journal not reserved where={} what={}", reserved.error().where,
                 reserved.error().message.en);
  }
  latest = std::max(engine.now(), records->folder.meta().made_at);
  return {};
}

/// That of a rehearsal goes on from the last event.
void Recovered::make_clock(const ServerOptions& options) {
  if (!records->folder.meta().rehearsal) {
    clock = std::make_unique<MachineClock>();
    return;
  }
  auto of_rehearsal = std::make_unique<RehearsalClock>(
      std::max(options.clock.value_or(latest), latest), options.speed);
  rehearsal = of_rehearsal.get();
  clock = std::move(of_rehearsal);
}

Result<void> Recovered::begin_office(const ServerOptions& options) {
  auto given = api::give_first_holidays(engine, options.owner, clock->read().now);
  auto declared = declare(options.channels, engine, options.owner, clock->read().now);
  for (auto done : {given, declared, engine.commit()}) {
    if (done.has_error()) {
      return done;
    }
  }
  return {};
}

}  // namespace tiendo::server
