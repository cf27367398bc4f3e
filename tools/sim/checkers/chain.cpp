#include "sim/checkers/chain.hpp"

#include <fmt/format.h>

#include <map>

#include "journal/hash.hpp"

namespace tiendo::sim {
namespace {

struct Seen {
  std::uint64_t version = 0;
  journal::Hash hash{};
};

}  // namespace

Wrong ChainChecker::after_recovery(const Sight& sight) {
  std::map<std::string, Seen> streams;
  Wrong wrong;
  const auto read = sight.store.read(0, [&](const journal::Row& row) {
    auto& seen = streams[row.stream];
    if (row.version != seen.version + 1) {
      wrong = fmt::format("{}: version {} follows {}", row.stream, row.version, seen.version);
    } else if (row.hash != journal::row_hash(seen.hash, row)) {
      wrong = fmt::format("{}: the hash of version {} is wrong", row.stream, row.version);
    }
    seen = {row.version, row.hash};
    return !wrong;
  });
  if (wrong) {
    return wrong;
  }
  if (read.has_error()) {
    return "the rows cannot be read: " + read.error().message.en;
  }
  const auto heads = sight.store.heads();
  if (heads.has_error()) {
    return "the heads cannot be read: " + heads.error().message.en;
  }
  if (heads->size() != streams.size()) {
    return fmt::format("{} streams, and {} heads", streams.size(), heads->size());
  }
  for (const auto& head : *heads) {
    const auto& seen = streams[head.stream];
    if (head.version != seen.version || head.hash != seen.hash) {
      return fmt::format("the head of {} is of version {}, its last row is {}", head.stream,
                         head.version, seen.version);
    }
  }
  return {};
}

}  // namespace tiendo::sim
