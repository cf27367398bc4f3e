#pragma once

#include <boost/json/array.hpp>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "command.hpp"
#include "demo.hpp"

namespace tiendo::cli {

/// A folder below that for temporary files, gone with this.
class TemporaryData {
 public:
  [[nodiscard]] static Result<TemporaryData> make();
  TemporaryData(TemporaryData&& other) noexcept : path_{std::move(other.path_)} {
    other.path_.clear();
  }
  TemporaryData& operator=(TemporaryData&&) = delete;
  ~TemporaryData();

  [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }

 private:
  explicit TemporaryData(std::filesystem::path path) : path_{std::move(path)} {}

  std::filesystem::path path_;
};

/// How fast the clock of a demo runs unless it is told otherwise: a day a minute.
inline constexpr double demo_speed = 1440;

/// Whether the data folder is that of a demo.
[[nodiscard]] bool is_demo(const std::filesystem::path& folder);

/// Makes the demo at `folder`; nothing, having complained, where that cannot be.
[[nodiscard]] std::optional<std::vector<DemoAccount>> make_demo_or_complain(
    const std::filesystem::path& folder, std::optional<Timestamp> begin, Context& context);

/// Who can sign in, and how.
[[nodiscard]] boost::json::array accounts_json(const std::vector<DemoAccount>& accounts);
[[nodiscard]] std::string accounts_table(const std::vector<DemoAccount>& accounts,
                                         const Context& context);

}  // namespace tiendo::cli
