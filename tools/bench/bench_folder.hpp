#pragma once

#include <stdlib.h>  // mkdtemp

#include <filesystem>
#include <string>

#include "base/check.hpp"

namespace tiendo::bench {

/// A folder on the disk that TMPDIR names, gone afterwards. Not on a disk in memory: what is
/// measured is the disk.
class BenchFolder {
 public:
  BenchFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "tiendo-bench-XXXXXX").string();
    check(::mkdtemp(name.data()) != nullptr, "there is room for a temporary folder");
    path_ = name;
  }
  BenchFolder(const BenchFolder&) = delete;
  BenchFolder& operator=(const BenchFolder&) = delete;
  ~BenchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace tiendo::bench
