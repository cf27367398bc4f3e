#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/text.hpp"
#include "base/time.hpp"
#include "journal/heads.hpp"
#include "journal/row.hpp"

namespace tiendo::journal {

/// Something in a journal that is not as it was written.
struct Finding {
  Text what;
  std::uint64_t position = 0;  // of the row; 0: it is about no one row
  std::string stream;          // empty: about no one stream
  std::uint64_t version = 0;   // in the stream; 0: about no one row
};

struct Report {
  std::vector<Finding> findings;  // the first of them
  std::uint64_t found = 0;        // all of them
  std::uint64_t rows = 0;
  std::vector<Head> heads;  // of the rows that are there, by stream
  bool given_up = false;    // not all of it was read
};

/// Checks the rows of a journal one after the other: positions and versions without gaps, instants
/// that never go back, the hash of every row, payloads that are JSON objects, evidence that is
/// there. What a hash cannot show, a journal that was cut off or written anew from some row on with
/// hashes that fit, is shown by heads that were kept elsewhere. FORMAT.md, "verify".
class Verifier {
 public:
  /// What is wrong with the file of evidence of this hash; nothing where it is as it should be.
  using EvidenceCheck = std::function<std::optional<Text>(const std::string& hash)>;

  struct Options {
    EvidenceCheck evidence;      // null: files are not looked at
    std::vector<Head> expected;  // kept elsewhere; several of one stream may be
    std::size_t findings_max = 100;
    std::function<bool()> go_on = nullptr;  // asked before every row; null: all are read
  };

  explicit Verifier(Options options);

  /// In order of position.
  void row(const Row& row);
  /// What was found by other means.
  void add(Finding finding);
  /// `kept` are the heads that stand in the journal beside the rows.
  [[nodiscard]] Report finish(const std::vector<Head>& kept);

 private:
  struct Stream {
    std::uint64_t version = 0;
    Hash hash{};
    std::vector<Head> expected;  // by version, those still to come
  };

  void check_order(const Row& row);
  void check_chain(const Row& row, Stream& stream);
  void check_payload(const Row& row);
  void check_evidence(const Row& row);
  void check_expected(const Row& row, Stream& stream);
  void check_head(const Head& kept);
  void find(const Row& row, Text what);

  Options options_;
  Report report_;
  std::unordered_map<std::string, Stream> streams_;
  std::unordered_set<std::string> evidence_;  // looked at already
  std::uint64_t position_ = 0;
  Timestamp at_ = Timestamp::min();
};

}  // namespace tiendo::journal
