#include "journal/sqlite/verify_store.hpp"

#include <fmt/format.h>

namespace tiendo::journal {
namespace {

void check_file(const Store& store, int findings_max, Verifier& verifier) {
  const auto found = store.check_integrity(findings_max);
  if (!found) return verifier.add({found.error().message});
  for (const std::string& line : *found) {
    verifier.add({{fmt::format("SQLite báo tệp bị hỏng: {}", line),
                   fmt::format("SQLite finds the file damaged: {}", line)}});
  }
}

void check_rows(const Store& store, Verifier& verifier) {
  std::uint64_t last = 0;
  const auto read = store.read(0, [&](const Row& row) {
    verifier.row(row);
    last = row.position;
    return true;
  });
  if (!read)
    verifier.add(
        {{fmt::format("sau vị trí {} không đọc được nữa: {}", last, read.error().message.vi),
          fmt::format("nothing can be read after position {}: {}", last,
                      read.error().message.en)}});
}

}  // namespace

Report verify(const Store& store, Verifier::Options options) {
  const auto findings_max = static_cast<int>(options.findings_max);
  Verifier verifier(std::move(options));
  std::vector<Head> kept;
  const auto done = store.at_one_moment([&]() -> Result<void> {
    check_rows(store, verifier);
    auto heads = store.heads();
    if (heads) {
      kept = std::move(*heads);
    } else {
      verifier.add({heads.error().message});
    }
    if (auto tables = store.check_tables(); !tables) verifier.add({tables.error().message});
    check_file(store, findings_max, verifier);
    return {};
  });
  if (!done) verifier.add({done.error().message});
  return verifier.finish(kept);
}

}  // namespace tiendo::journal
