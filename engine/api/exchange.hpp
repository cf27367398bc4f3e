#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/shared_text.hpp"
#include "base/text.hpp"
#include "model/ids.hpp"
#include "model/person.hpp"
#include "port/journal.hpp"

namespace tiendo::journal {
class DataFolder;
}

namespace tiendo::api {

enum class Method : std::uint8_t { get, post, put, del };

/// Names and values, in their order; already decoded.
using Fields = std::vector<std::pair<std::string, std::string>>;

/// Who asks, as it has been found out before: by signing in, by a token, or by holding the folder.
struct Caller {
  model::UserId user;
  std::optional<model::OnBehalf> on_behalf;
  bool sees_all = false;  // holds the folder, for whomever he acts
};

/// What a program asks for, however it came: over a connection, or from the command line over the
/// folder itself.
struct Request {
  Method method = Method::get;
  std::string path;  // "/api/v1/campaigns/thd/tasks"; parts are percent-encoded
  Fields query;
  std::string content_type;
  std::string content_encoding;  // empty: none
  std::string body;
  Caller caller;
  Language language = Language::vi;
  std::string key;       // Idempotency-Key; empty: none
  std::string if_match;  // as it was sent; empty: none
};

/// What it is answered.
struct Response {
  int status = 200;
  std::string content_type = "application/json";
  std::string body;
  SharedText shared;  // in place of `body`, where it is not empty
  std::string etag;   // with its quotes; empty: none
  Fields headers;     // others
  std::string blob;   // the hash of the file of evidence that is the body
  std::string code;   // of a problem document; empty: it is none
};

/// The rest of an answer that has to read the journal: it may take long and is done where nobody
/// waits for it, over a connection of its own.
using ReadJournal = std::function<Response(const port::Journal&)>;

/// Whether to go on with what takes long: false once it has taken too long.
using Patience = std::function<bool()>;

/// The rest of an answer that reads rows, heads or files as they stand in the data folder; where
/// ReadJournal would be held up by it, and for as long as it is let.
using ReadFolder = std::function<Response(const journal::DataFolder&, const Patience&)>;

/// The whole answer, where it follows from the request alone and takes long to work out.
using Compute = Response (*)(const Request&, const Patience&);

}  // namespace tiendo::api
