#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "api/exchange.hpp"
#include "api/look.hpp"
#include "api/sight.hpp"
#include "api/timelines.hpp"
#include "base/time.hpp"
#include "port/blobs.hpp"
#include "port/secrets.hpp"
#include "runtime/engine.hpp"

namespace tiendo::api {

/// A response, which counts once the engine has committed (of a request that only reads: at once),
/// or what is left to be done where it holds up nobody.
using Outcome = std::variant<Response, ReadJournal, ReadFolder, Compute>;

/// What stands in the path where its template has {NAME}.
using Path = std::map<std::string, std::string, std::less<>>;

/// A request that only looks, and what it looks at.
struct Reading {
  const Request& request;
  const Path& path;
  Look look;
  const Sight& sight;
  std::optional<Day> as_of;
  const port::Secrets* secrets = nullptr;  // on the engine's thread; null as of a day
  Timelines* timelines = nullptr;          // of what is; null: this looks at what was

  [[nodiscard]] const std::string& at(std::string_view name) const {
    return path.find(name)->second;
  }
  [[nodiscard]] Language language() const noexcept { return look.language; }
};

/// A request that changes something.
struct Writing {
  const Request& request;
  const Path& path;
  runtime::Engine& engine;
  const port::Journal& journal;
  port::Secrets& secrets;
  port::Blobs& blobs;
  const Sight& sight;
  Timestamp now;

  [[nodiscard]] const std::string& at(std::string_view name) const {
    return path.find(name)->second;
  }
  [[nodiscard]] Language language() const noexcept { return request.language; }
};

// How an operation is answered, which says too whether it changes anything: Write and ReadFirst do,
// whatever the method; the others are for reading, also where they are asked by POST.
using ReadState = Response (*)(const Reading&);
using ReadRecord = Outcome (*)(const Reading&);  // of the journal; the state is that of now
using Write = Response (*)(const Writing&);
/// Of what takes long to read, and needs no state for that: done where nobody waits for it.
using Prepared = std::variant<Response, std::function<Response(const Writing&)>>;
using ReadFirst = Prepared (*)(const Request&);

/// A plan with all its files is a hundredth of it.
inline constexpr std::size_t computed_bytes_max = std::size_t{2} << 20;

/// One operation of schemas/openapi.yaml.
struct Operation {
  std::string_view id;  // its operationId
  Method method = Method::get;
  std::string_view path;   // its template
  std::string_view query;  // names of the parameters that it takes, separated by blanks
  // Compute: for everybody who holds a post, and of bodies up to `computed_bytes_max`.
  std::variant<ReadState, ReadRecord, Write, ReadFirst, Compute> answer;

  /// Whether it may change something.
  [[nodiscard]] bool writes() const noexcept {
    return std::holds_alternative<Write>(answer) || std::holds_alternative<ReadFirst>(answer);
  }
};

/// All of them: there is no route to the engine outside this list.
[[nodiscard]] std::span<const Operation> operations();

/// Where a request leads.
struct Route {
  const Operation* operation = nullptr;  // null: there is none
  Path path;
  bool path_is_known = false;  // for another method
};
[[nodiscard]] Route route(Method method, std::string_view path);

/// Whether a request may change something: what its operation says, and where it is none of these
/// its method.
[[nodiscard]] bool may_change(Method method, std::string_view path);

/// The methods that a path takes, as the header Allow lists them; empty: there is no such path.
[[nodiscard]] std::string allowed_methods(std::string_view path);

}  // namespace tiendo::api
