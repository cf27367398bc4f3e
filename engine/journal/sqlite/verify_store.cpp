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

/// False where it was given up.
bool check_rows(const Store& store, const std::function<bool()>& go_on, Verifier& verifier) {
  std::uint64_t last = 0;
  bool going_on = true;
  const auto read = store.read(0, [&](const Row& row) {
    going_on = !go_on || go_on();
    if (going_on) verifier.row(row);
    last = row.position;
    return going_on;
  });
  if (!read)
    verifier.add(
        {{fmt::format("sau vị trí {} không đọc được nữa: {}", last, read.error().message.vi),
          fmt::format("nothing can be read after position {}: {}", last,
                      read.error().message.en)}});
  return going_on;
}

}  // namespace

Report verify(const Store& store, Verifier::Options options) {
  const auto findings_max = static_cast<int>(options.findings_max);
  const auto go_on = options.go_on;
  Verifier verifier(std::move(options));
  std::vector<Head> kept;
  bool given_up = false;
  const auto done = store.at_one_moment([&]() -> Result<void> {
    given_up = !check_rows(store, go_on, verifier);
    if (given_up) return {};
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
  auto report = verifier.finish(kept);
  report.given_up = given_up;
  return report;
}

}  // namespace tiendo::journal
