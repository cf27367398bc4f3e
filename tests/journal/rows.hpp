#pragma once

#include <catch2/catch.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "journal/sqlite/store.hpp"

namespace tiendo::journal {

inline Meta test_meta() {
  return {"test-folder", Timestamp{std::chrono::seconds{1}}, false};
}

/// What went well.
template <class T>
T good(Result<T> result) {
  if (!result) FAIL(result.error().where + ": " + result.error().message.en);
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

inline std::unique_ptr<Store> open_store(const std::filesystem::path& file,
                                         Store::Options options = {}) {
  if (!options.read_only) options.make = test_meta();
  return good(Store::open(file, options));
}

/// The `number`th row of a journal in which the streams take turns, each different from all others.
inline Row test_row(std::uint64_t number, const std::string& stream) {
  Row row;
  row.stream = stream;
  row.at = Timestamp{std::chrono::microseconds{1'735'664'400'000'000 + number * 1'000'003}};
  row.actor = number % 3 == 0 ? "" : "lan";
  row.on_behalf = number % 5 == 0 ? "minh" : "";
  row.document = number % 5 == 0 ? "12/BC-TTTV" : "";
  row.plan_version = static_cast<std::uint32_t>(number % 2);
  row.type = "TaskCommented";
  row.payload = R"({"task":"coopstar","text":"ghi chú số )" + std::to_string(number) + "\"}";
  return row;
}

inline std::vector<Row> test_rows(std::uint64_t count, std::uint64_t first = 1) {
  static const std::string streams[] = {"office", "thang-hanh-dong", "thi-dua"};
  std::vector<Row> rows;
  for (std::uint64_t i = first; i < first + count; ++i) rows.push_back(test_row(i, streams[i % 3]));
  return rows;
}

inline void append(Store& store, const std::vector<Row>& rows) {
  good(store.append(rows));
}

inline std::vector<Row> rows_of(const Store& store, Store::Position after = 0) {
  std::vector<Row> rows;
  good(store.read(after, [&](const Row& row) {
    rows.push_back(row);
    return true;
  }));
  return rows;
}

}  // namespace tiendo::journal
