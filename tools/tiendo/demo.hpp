#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "model/ids.hpp"
#include "model/person.hpp"

namespace tiendo::cli {

/// Somebody whom whoever looks at the demo can be.
struct DemoAccount {
  model::Person person;
  std::string password;  // of one that was just made; kept nowhere
  std::string unit{};    // as it is called; empty where he is of none
};

/// The morning on which a demo begins.
[[nodiscard]] Timestamp demo_begin();

/// Why no demo can be made at `folder`: it holds something. Nothing where it is missing or empty.
[[nodiscard]] std::optional<Error> why_no_demo(const std::filesystem::path& folder);

/// Makes the data folder of a demo at `folder`, where one can be made: a rehearsal of the five
/// campaigns of workflows/, that of document 001 by workflows/scenarios/demo.yaml, with all that
/// happened before `begin`, addresses for everybody and passwords for the six who are played by
/// whoever looks. An error leaves nothing behind.
[[nodiscard]] Result<std::vector<DemoAccount>> make_demo(const std::filesystem::path& folder,
                                                         Timestamp begin,
                                                         const model::UserId& owner, Timestamp now);

}  // namespace tiendo::cli
