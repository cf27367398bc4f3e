#include "recorded_office.hpp"

#include <iostream>

#include "large_office.hpp"

namespace tiendo::bench {
namespace {

template <class T>
T must(Result<T> result) {
  if (result.has_error()) {
    std::cerr << result.error().where << ": " << result.error().message.en << '\n';
    std::exit(1);
  }
  if constexpr (!std::is_void_v<T>) {
    return std::move(*result);
  }
}

}  // namespace

RecordedOffice::RecordedOffice(const std::filesystem::path& folder,
                               std::function<void(std::size_t)> appended)
    : store_{must(journal::Store::open(folder / "journal.db",
                                       {.make = journal::Meta{"bench", Timestamp{}, false}}))},
      journal_{*store_},
      watched_{journal_, std::move(appended)},
      snapshots_{folder / "snapshot", journal::write_snapshot, journal::read_snapshot},
      engine_{watched_, &snapshots_} {
  must(engine_.load());
  must(store_->reserve_log());
}

void RecordedOffice::issue(std::shared_ptr<const model::Plan> plan, Timestamp now) {
  const model::CampaignId id{plan->id.str()};
  const bool first = engine_.state().campaigns.empty();
  give({owner(), {}, id, model::CampaignCommand{model::IssueCampaign{std::move(plan), {}}}}, now);
  for (const auto& command : hiring()) {
    if (first) {
      give(command, now);
    }
  }
  commit();
}

void RecordedOffice::give(const model::Command& command, Timestamp now) {
  const auto answer = must(engine_.decide({command, {}, {}}, now));
  if (!answer.accepted()) {
    std::cerr << answer.reason.en << '\n';
    std::exit(1);
  }
}

void RecordedOffice::commit() {
  must(engine_.commit());
}

void RecordedOffice::deliver_all(Timestamp now) {
  for (const auto& [id, campaign] : engine_.state().campaigns) {
    std::vector<std::string> keys;
    for (const auto& [key, delivery] : campaign.outbox) {
      keys.push_back(key);
    }
    for (const auto& key : keys) {
      for (const auto action : {model::DeliveryAction::send, model::DeliveryAction::confirm}) {
        give({{}, {}, id, model::DeliveryCommand{key, action, {}, {}}}, now);
      }
    }
    commit();
  }
}

void RecordedOffice::advance(Timestamp now) {
  must(engine_.advance(now));
}

}  // namespace tiendo::bench
