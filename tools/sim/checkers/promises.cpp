#include "sim/checkers/promises.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "journal/codec.hpp"
#include "sim/digest.hpp"

namespace tiendo::sim {
void PromisesChecker::begin() {
  digests_.clear();
}

Wrong PromisesChecker::read(port::Journal::Position position, const model::Event& event,
                            const model::State&) {
  const auto encoded = journal::encode(event.body, payload_);
  Digest digest;
  digest.add(encoded.type);
  digest.add(payload_);
  digest.add(event.actor.str());
  digest.add(event.campaign.str());
  digest.add(static_cast<std::uint64_t>(event.at.time_since_epoch().count()));
  digests_.push_back(digest.value());
  if (position <= promised_.size() && promised_[position - 1] != digest.value()) {
    return fmt::format("event {} was acknowledged, and another one ({} of {}) stands there now",
                       position, encoded.type, event.campaign.str());
  }
  return {};
}

Wrong PromisesChecker::after_recovery(const Sight& sight) {
  if (digests_.size() < promised_.size()) {
    return fmt::format("{} events were acknowledged and {} are left", promised_.size(),
                       digests_.size());
  }
  for (const auto& [key, kept] : kept_) {
    const auto found = sight.journal.find_answer(key.first, key.second);
    if (found.has_error()) {
      return fmt::format("the answer to {} of {} cannot be read: {}", key.second, key.first.str(),
                         found.error().message.en);
    }
    if (!*found) {
      return fmt::format("the answer to {} of {} was acknowledged and is gone", key.second,
                         key.first.str());
    }
    if ((*found)->answer != kept.answer || (*found)->fingerprint != kept.fingerprint) {
      return fmt::format("the answer to {} of {} has changed", key.second, key.first.str());
    }
  }
  return {};
}

Wrong PromisesChecker::answered(const runtime::Request& request, const port::Answer& answer,
                                const Sight&) {
  if (answer.position > digests_.size()) {
    return fmt::format("an answer is of event {}, and the journal has {}", answer.position,
                       digests_.size());
  }
  if (answer.position > promised_.size()) {
    promised_.insert(promised_.end(),
                     digests_.begin() + static_cast<std::ptrdiff_t>(promised_.size()),
                     digests_.begin() + static_cast<std::ptrdiff_t>(answer.position));
  }
  if (request.key.empty()) {
    return {};
  }
  const Key key{request.command.actor, request.key};
  if (answer.rejection == "key_reused") {
    const auto known = kept_.find(key);
    return known != kept_.end() && known->second.fingerprint == request.fingerprint
               ? Wrong{fmt::format("key {} is refused to its own command", request.key)}
               : Wrong{};
  }
  const auto [kept, first] = kept_.try_emplace(key, Kept{request.fingerprint, answer});
  if (first) {
    return {};
  }
  if (kept->second.fingerprint != request.fingerprint) {
    return fmt::format("key {} was answered for another command", request.key);
  }
  return kept->second.answer == answer
             ? Wrong{}
             : Wrong{fmt::format("key {} was given two answers, '{}' at {} and '{}' at {}",
                                 request.key, kept->second.answer.rejection,
                                 kept->second.answer.position, answer.rejection, answer.position)};
}

}  // namespace tiendo::sim
