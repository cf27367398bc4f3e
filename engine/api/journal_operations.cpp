#include "api/journal_operations.hpp"

#include <charconv>

#include "api/answers.hpp"
#include "api/body.hpp"
#include "api/journal_json.hpp"
#include "api/lists.hpp"
#include "api/problem.hpp"
#include "journal/evidence_check.hpp"
#include "journal/export.hpp"
#include "journal/hash.hpp"
#include "journal/sqlite/data_folder.hpp"
#include "journal/sqlite/verify_store.hpp"

namespace tiendo::api {
namespace {

/// A page is held in memory as a whole.
constexpr std::size_t page_bytes_max = std::size_t{8} << 20;

/// No journal has more: SQLite numbers its rows by 63 bits.
constexpr std::uint64_t position_max = std::uint64_t{1} << 62;

Response not_for_all(Language language) {
  return refused("not_permitted",
                 {"nhật ký chỉ dành cho người được xem mọi đợt",
                  "the journal is for those who may see every campaign"},
                 language);
}

/// The position of `after`; 0 where it was left out.
Result<std::uint64_t> after_of(const Request& request) {
  const auto text = query(request, "after");
  std::uint64_t position = 0;
  const auto read = std::from_chars(text.begin(), text.end(), position);
  const bool is_number = read.ec == std::errc{} && read.ptr == text.end();
  if (text.empty() || (is_number && position <= position_max)) {
    return position;
  }
  return Error{
      {"là một vị trí trong nhật ký: một số từ 0", "is a position of the journal: a number from 0"},
      "after"};
}

Response page_of(const journal::Store& store, std::uint64_t after, std::size_t limit,
                 Language language) {
  Response response;
  response.content_type = "application/jsonl";
  std::size_t rows = 0;
  const auto read = store.read(after, [&](const journal::Row& row) {
    journal::append_json_line(row, response.body);
    return ++rows < limit && response.body.size() < page_bytes_max;
  });
  return read.has_error() ? unavailable(read.error(), language) : response;
}

std::vector<journal::Head> heads_of(const Body& body) {
  std::vector<journal::Head> heads;
  if (const auto* list = body.find("heads")) {
    for (const auto& node : list->list()) {
      const Body head{node};
      heads.push_back({head.text("stream"), static_cast<std::uint64_t>(head.number("version")),
                       *journal::parse_hash(head.text("hash"))});
    }
  }
  return heads;
}

Response verified(const journal::DataFolder& folder, std::vector<journal::Head> expected,
                  const Patience& patience, Language language) {
  const auto report =
      journal::verify(folder.store(), {.evidence = journal::evidence_check(folder.path()),
                                       .expected = std::move(expected),
                                       .go_on = patience});
  if (report.given_up) {
    return problem(503, "too_long",
                   {"nhật ký quá lớn để kiểm tra ở đây: chạy tiendo journal verify trên máy chủ",
                    "the journal is too large to be checked here: run tiendo journal verify on "
                    "the machine of the server"},
                   language);
  }
  return json_response(to_json(report, language));
}

}  // namespace

Outcome export_journal(const Reading& reading) {
  if (!reading.sight.sees_everything()) {
    return not_for_all(reading.language());
  }
  const auto page = read_page(reading.request);
  const auto after = after_of(reading.request);
  if (page.has_error() || after.has_error()) {
    return bad_parameter(page.has_error() ? page.error() : after.error(), reading.language());
  }
  return ReadFolder{[after = *after, limit = page->limit, language = reading.language()](
                        const journal::DataFolder& folder, const Patience&) {
    return page_of(folder.store(), after, limit, language);
  }};
}

Outcome get_heads(const Reading& reading) {
  if (!reading.sight.sees_everything()) {
    return not_for_all(reading.language());
  }
  return ReadFolder{
      [language = reading.language()](const journal::DataFolder& folder, const Patience&) {
        const auto heads = folder.store().heads();
        return heads.has_error() ? unavailable(heads.error(), language)
                                 : json_response(boost::json::object{{"heads", to_json(*heads)}});
      }};
}

Outcome verify_journal(const Reading& reading) {
  if (!reading.sight.administers()) {
    return refused("not_permitted", {"việc này của quản trị viên", "this is for administrators"},
                   reading.language());
  }
  auto body = read_body(reading.request, "KeptHeads");
  if (auto* wrong = std::get_if<Response>(&body)) {
    return std::move(*wrong);
  }
  return ReadFolder{[heads = heads_of(std::get<Body>(body)), language = reading.language()](
                        const journal::DataFolder& folder, const Patience& patience) {
    return verified(folder, heads, patience, language);
  }};
}

}  // namespace tiendo::api
