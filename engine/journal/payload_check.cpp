#include "journal/payload_check.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/parse.hpp>

namespace tiendo::journal {
namespace {

namespace json = boost::json;

constexpr std::size_t depth_max = 256;

/// Takes what the parser reads and keeps nothing of it.
struct Silence {
  static constexpr std::size_t max_object_size = std::size_t(-1);
  static constexpr std::size_t max_array_size = std::size_t(-1);
  static constexpr std::size_t max_key_size = std::size_t(-1);
  static constexpr std::size_t max_string_size = std::size_t(-1);

  using Failed = boost::system::error_code;

  bool on_document_begin(Failed&) { return true; }
  bool on_document_end(Failed&) { return true; }
  bool on_object_begin(Failed&) { return true; }
  bool on_object_end(std::size_t, Failed&) { return true; }
  bool on_array_begin(Failed&) { return true; }
  bool on_array_end(std::size_t, Failed&) { return true; }
  bool on_key_part(json::string_view, std::size_t, Failed&) { return true; }
  bool on_key(json::string_view, std::size_t, Failed&) { return true; }
  bool on_string_part(json::string_view, std::size_t, Failed&) { return true; }
  bool on_string(json::string_view, std::size_t, Failed&) { return true; }
  bool on_number_part(json::string_view, Failed&) { return true; }
  bool on_int64(std::int64_t, json::string_view, Failed&) { return true; }
  bool on_uint64(std::uint64_t, json::string_view, Failed&) { return true; }
  bool on_double(double, json::string_view, Failed&) { return true; }
  bool on_bool(bool, Failed&) { return true; }
  bool on_null(Failed&) { return true; }
  bool on_comment_part(json::string_view, Failed&) { return true; }
  bool on_comment(json::string_view, Failed&) { return true; }
};

}  // namespace

bool is_json_object(std::string_view payload) {
  if (payload.empty() || payload.front() != '{') return false;
  json::parse_options options;
  options.max_depth = depth_max;
  json::basic_parser<Silence> parser(options);
  boost::system::error_code failed;
  const std::size_t read = parser.write_some(false, payload.data(), payload.size(), failed);
  return !failed && read == payload.size();
}

std::optional<std::string> evidence_hash(std::string_view payload) {
  boost::system::error_code failed;
  const json::value value = json::parse({payload.data(), payload.size()}, failed);
  if (failed) return std::nullopt;
  const json::value* const hash = value.find_pointer("/evidence/hash", failed);
  if (hash == nullptr || !hash->is_string()) return std::nullopt;
  return std::string(hash->get_string());
}

}  // namespace tiendo::journal
