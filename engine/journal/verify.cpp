#include "journal/verify.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "journal/hash.hpp"
#include "journal/payload_check.hpp"

namespace tiendo::journal {
namespace {

constexpr std::string_view type_with_evidence = "EvidenceAttached";

Text missing_numbers(std::string_view vi, std::string_view en, std::uint64_t last,
                     std::uint64_t found) {
  return {fmt::format("{} nhảy từ {} sang {}: có dòng bị xóa hoặc bị thêm", vi, last, found),
          fmt::format("{} goes from {} to {}: rows were removed or added", en, last, found)};
}

}  // namespace

Verifier::Verifier(Options options) : options_(std::move(options)) {
  std::ranges::sort(options_.expected, {}, &Head::version);
  for (const Head& head : options_.expected) streams_[head.stream].expected.push_back(head);
}

void Verifier::add(Finding finding) {
  ++report_.found;
  if (report_.findings.size() < options_.findings_max)
    report_.findings.push_back(std::move(finding));
}

void Verifier::find(const Row& row, Text what) {
  add({std::move(what), row.position, row.stream, row.version});
}

void Verifier::row(const Row& row) {
  ++report_.rows;
  check_order(row);
  Stream& stream = streams_[row.stream];
  check_chain(row, stream);
  check_expected(row, stream);
  check_payload(row);
}

void Verifier::check_order(const Row& row) {
  if (row.position != position_ + 1)
    find(row, missing_numbers("vị trí", "the position", position_, row.position));
  if (row.at < at_)
    find(row,
         {fmt::format("thời điểm {} sớm hơn dòng trước ({})", to_string(row.at), to_string(at_)),
          fmt::format("its instant {} is before that of the row before it ({})", to_string(row.at),
                      to_string(at_))});
  position_ = row.position;
  at_ = std::max(at_, row.at);
}

// One changed row is one finding: the next is checked against the hash that the row carries. After
// a gap it cannot be checked, since the hash before it is gone.
void Verifier::check_chain(const Row& row, Stream& stream) {
  if (row.version != stream.version + 1) {
    find(row, missing_numbers("phiên bản trong luồng", "the version in its stream", stream.version,
                              row.version));
  } else if (row_hash(stream.hash, row) != row.hash) {
    find(row, {"mã băm không khớp: dòng này, hoặc dòng trước trong luồng, đã bị sửa",
               "the hash does not fit: this row, or the one before it in the stream, was changed"});
  }
  stream.version = row.version;
  stream.hash = row.hash;
}

void Verifier::check_expected(const Row& row, Stream& stream) {
  while (!stream.expected.empty() && stream.expected.front().version <= row.version) {
    const Head& head = stream.expected.front();
    if (head.version != row.version || head.hash != row.hash)
      find(row, {fmt::format("khác với đầu luồng đã giữ nơi khác cho phiên bản {}: nhật ký đã bị "
                             "viết lại",
                             head.version),
                 fmt::format("differs from the head that was kept elsewhere for version {}: the "
                             "journal was rewritten",
                             head.version)});
    stream.expected.erase(stream.expected.begin());
  }
}

void Verifier::check_payload(const Row& row) {
  if (!is_json_object(row.payload)) {
    find(row, {"nội dung không phải là một đối tượng JSON", "the payload is no JSON object"});
  } else if (row.type == type_with_evidence && options_.evidence) {
    check_evidence(row);
  }
}

void Verifier::check_evidence(const Row& row) {
  const auto hash = evidence_hash(row.payload);
  if (!hash) {
    find(row, {"sự kiện không cho biết mã băm của tài liệu", "the event names no hash of a file"});
  } else if (evidence_.insert(*hash).second) {
    if (auto wrong = options_.evidence(*hash)) {
      find(row, {fmt::format("tài liệu {}: {}", *hash, wrong->vi),
                 fmt::format("evidence {}: {}", *hash, wrong->en)});
    }
  }
}

void Verifier::check_head(const Head& kept) {
  const auto found = streams_.find(kept.stream);
  const std::uint64_t version = found == streams_.end() ? 0 : found->second.version;
  if (version < kept.version) {
    add({{fmt::format("luồng dừng ở phiên bản {}, nhưng đã từng đến phiên bản {}: phần đuôi bị cắt",
                      version, kept.version),
          fmt::format("the stream ends at version {}, but had reached version {}: its tail was cut",
                      version, kept.version)},
         0,
         kept.stream,
         kept.version});
  } else if (version > kept.version || found->second.hash != kept.hash) {
    add({{"đầu luồng ghi trong bảng streams không phải là dòng cuối của luồng",
          "the head in table streams is not the last row of the stream"},
         0,
         kept.stream,
         kept.version});
  }
}

Report Verifier::finish(const std::vector<Head>& kept) {
  for (const Head& head : kept) check_head(head);
  for (auto& [name, stream] : streams_) {
    for (const Head& head : stream.expected) {
      add({{fmt::format("luồng dừng ở phiên bản {}, đầu luồng giữ nơi khác ở phiên bản {}: phần "
                        "đuôi bị cắt",
                        stream.version, head.version),
            fmt::format("the stream ends at version {}, the head kept elsewhere is version {}: its "
                        "tail was cut",
                        stream.version, head.version)},
           0,
           name,
           head.version});
    }
    if (stream.version == 0) continue;  // only expected
    report_.heads.push_back({name, stream.version, stream.hash});
    if (std::ranges::find(kept, name, &Head::stream) == kept.end())
      add({{"luồng không có trong bảng streams", "the stream is missing in table streams"},
           0,
           name,
           stream.version});
  }
  std::ranges::sort(report_.heads, {}, &Head::stream);
  return std::move(report_);
}

}  // namespace tiendo::journal
