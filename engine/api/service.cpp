#include "api/service.hpp"

#include <fmt/format.h>

#include "api/answers.hpp"
#include "api/body.hpp"
#include "api/lists.hpp"
#include "api/problem.hpp"
#include "runtime/history.hpp"

namespace tiendo::api {
namespace {

bool takes(const Operation& operation, std::string_view parameter) {
  std::string_view rest = operation.query;
  while (!rest.empty()) {
    const auto end = std::min(rest.find(' '), rest.size());
    if (rest.substr(0, end) == parameter) {
      return true;
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

/// Of a key, which is kept for ever: what schemas/openapi.yaml says, keys being ASCII as a rule.
constexpr std::size_t key_bytes_max = 200;

/// Of who acts for another, and of the document that shows it, as of those in bodies.
constexpr std::size_t on_behalf_characters_max = 200;

std::size_t characters_of(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

std::optional<Error> wrong_on_behalf(const std::string& text, const char* header) {
  if (const auto wrong = wrong_text(text, true)) {
    return Error{*wrong, header};
  }
  if (characters_of(text) > on_behalf_characters_max) {
    return Error{{fmt::format("dài nhất là {} ký tự", on_behalf_characters_max),
                  fmt::format("has at most {} characters", on_behalf_characters_max)},
                 header};
  }
  return std::nullopt;
}

std::optional<Response> refuse_headers(const Request& request) {
  if (!request.content_encoding.empty() && request.content_encoding != "identity") {
    return problem(415, "encoded_body",
                   {"gửi nội dung không nén: bỏ Content-Encoding",
                    "send the body as it is, without Content-Encoding"},
                   request.language);
  }
  if (request.key.size() > key_bytes_max) {
    return bad_parameter(
        {{fmt::format("dài quá {} byte: đặt khóa ngắn hơn", key_bytes_max),
          fmt::format("is longer than {} bytes: take a shorter key", key_bytes_max)},
         "Idempotency-Key"},
        request.language);
  }
  if (const auto& on_behalf = request.caller.on_behalf) {
    auto wrong = wrong_on_behalf(on_behalf->whom, "X-Tiendo-On-Behalf-Of");
    wrong = wrong ? wrong : wrong_on_behalf(on_behalf->document, "X-Tiendo-Document");
    if (wrong) {
      return bad_parameter(*wrong, request.language);
    }
  }
  return std::nullopt;
}

/// Whether a parameter has one of the values of its schema, where it has any.
std::optional<Error> wrong_value(const std::string& name, const std::string& value) {
  const auto one_of = [&](std::string_view one, std::string_view other) -> std::optional<Error> {
    if (value == one || value == other) {
      return std::nullopt;
    }
    return Error{{fmt::format("là {} hoặc {}", one, other), fmt::format("is {} or {}", one, other)},
                 name};
  };
  if (name == "dry_run") {
    return one_of("true", "false");
  }
  if (name == "before_day") {
    return one_of("strict", "inclusive");
  }
  const auto characters = characters_of(value);
  const std::size_t most = name == "q"        ? 200
                           : name == "name"   ? 1000
                           : name == "phrase" ? 4000
                                              : characters;
  if (characters > most) {
    return Error{
        {fmt::format("dài nhất là {} ký tự", most), fmt::format("has at most {} characters", most)},
        name};
  }
  return std::nullopt;
}

/// The day of `as_of`; nothing where it was left out.
Result<std::optional<Day>> day_asked(const Request& request) {
  const auto text = query(request, "as_of");
  const auto day = parse_day(text);
  if (text.empty() || day) {
    return day;
  }
  return Error{{"là một ngày như 2025-04-20", "is a day like 2025-04-20"}, "as_of"};
}

/// The same as it was at the end of a day: a fold of the journal, which takes its time. Who may see
/// what is decided by the posts of today.
ReadJournal read_as_of(ReadState answer, const Request& request, const Path& path,
                       const Sight& sight, Day day) {
  return [=](const port::Journal& journal) {
    const auto state = runtime::state_before(journal, end_of(day));
    if (state.has_error()) {
      return unavailable(state.error(), request.language);
    }
    const auto last = end_of(day) - std::chrono::microseconds{1};
    return answer({request, path, {*state, last, request.language}, sight, day});
  };
}

std::optional<Response> may_not_compute(const Request& request, const Sight& sight) {
  if (sight.sees_nothing()) {
    return refused("not_permitted",
                   {"việc này của người đang giữ một chức vụ trong cơ quan",
                    "this is for those who hold a post in the office"},
                   request.language);
  }
  if (request.body.size() > computed_bytes_max) {
    return problem(413, "body_too_large",
                   {"nội dung lớn hơn 2 MiB: bỏ các tệp mà kế hoạch không dùng",
                    "the body is larger than 2 MiB: leave out files that the plan does not name"},
                   request.language);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Response> refuse_route(const Request& request, const Route& route) {
  if (route.operation == nullptr) {
    return route.path_is_known
               ? method_not_allowed(allowed_methods(request.path), request.language)
               : problem(404, "unknown_path", {"không có đường dẫn này", "there is no such path"},
                         request.language);
  }
  if (auto refusal = refuse_headers(request)) {
    return refusal;
  }
  for (const auto& [name, value] : request.query) {
    if (name != "anchor" &&
        std::ranges::count(request.query, name, &Fields::value_type::first) > 1) {
      return bad_parameter({{"có hai lần: chỉ ghi một lần", "comes twice: write it once"}, name},
                           request.language);
    }
    if (!takes(*route.operation, name)) {
      return bad_parameter({{"không dùng ở đây: bỏ đi", "is not taken here: leave it out"}, name},
                           request.language);
    }
    if (const auto wrong = wrong_value(name, value)) {
      return bad_parameter(*wrong, request.language);
    }
  }
  return std::nullopt;
}

std::optional<Prepared> prepare(const Request& request, const Route& route) {
  const auto* first = std::get_if<ReadFirst>(&route.operation->answer);
  return first == nullptr ? std::nullopt : std::optional{(*first)(request)};
}

Outcome Service::handle(const Request& request, const Route& route, Timestamp now,
                        const Prepared* prepared) {
  const auto today = local_day(std::max(now, engine_.now()));
  const auto sight = request.caller.sees_all
                         ? Sight::everything()
                         : Sight::of(engine_.state().office, request.caller.user, today);
  const Writing writing{request, route.path, engine_, journal_, secrets_, blobs_, sight, now};
  if (const auto* write = std::get_if<Write>(&route.operation->answer)) {
    return (*write)(writing);
  }
  if (std::holds_alternative<ReadFirst>(route.operation->answer)) {
    const auto own = prepared == nullptr ? prepare(request, route) : std::nullopt;
    const auto& rest = prepared == nullptr ? *own : *prepared;
    const auto* response = std::get_if<Response>(&rest);
    return response != nullptr ? *response : std::get<1>(rest)(writing);
  }
  if (const auto* compute = std::get_if<Compute>(&route.operation->answer)) {
    if (auto refusal = may_not_compute(request, sight)) {
      return std::move(*refusal);
    }
    return *compute;
  }
  return read(request, route, sight, std::max(now, engine_.now()));
}

Outcome Service::read(const Request& request, const Route& route, const Sight& sight,
                      Timestamp now) {
  const auto as_of = day_asked(request);
  if (as_of.has_error()) {
    return bad_parameter(as_of.error(), request.language);
  }
  const Reading reading{request,    route.path, {engine_.state(), now, request.language},
                        sight,      *as_of,     &secrets_,
                        &timelines_};
  if (const auto* record = std::get_if<ReadRecord>(&route.operation->answer)) {
    return (*record)(reading);
  }
  const auto answer = std::get<ReadState>(route.operation->answer);
  if (*as_of) {
    return read_as_of(answer, request, route.path, sight, **as_of);
  }
  return answer(reading);
}

}  // namespace tiendo::api
