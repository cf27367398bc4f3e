#include "server_writer.hpp"

#include <boost/json/parse.hpp>
#include <iterator>

#include "api/problem.hpp"
#include "folder_clock.hpp"
#include "outcome.hpp"
#include "server/http_client.hpp"
#include "server/owner_file.hpp"

namespace tiendo::cli {
namespace {

/// The server does it; what stands in the folder is only looked at.
class ServerWriter final : public OfficeWriter {
 public:
  ServerWriter(const FolderOptions& options, server::OwnerAccess access, OfficeReader reader,
               Language language)
      : options_{options},
        access_{std::move(access)},
        reader_{std::move(reader)},
        language_{language} {}

  [[nodiscard]] const model::State& state() const override { return reader_.state(); }
  [[nodiscard]] Timestamp now() const override { return reader_.now(); }

  api::Response ask(const Wish& wish) override {
    auto request = request_of(options_, wish, language_);
    if (options_.as.empty()) {
      request.caller.user = {};  // the owner, as the server knows him
    }
    auto response = server::ask_server(access_, request);
    return response.has_error() ? api::unavailable(response.error(), language_)
                                : std::move(*response);
  }

  Result<std::string> upload(std::istream& content) override {
    Wish wish{.path = api_path({"evidence"}), .content_type = "application/octet-stream"};
    wish.body.assign(std::istreambuf_iterator<char>{content}, {});
    auto request = request_of(options_, wish, language_);
    request.key.clear();  // the key is that of the command
    const auto response = server::ask_server(access_, request);
    if (response.has_error()) {
      return response.error();
    }
    boost::system::error_code failed;
    const auto body = boost::json::parse(response->body, failed);
    const auto* answer = failed ? nullptr : body.if_object();
    const auto* hash = answer == nullptr ? nullptr : answer->if_contains("hash");
    if (hash != nullptr && hash->is_string()) {
      return std::string{hash->get_string()};
    }
    const auto* detail = answer == nullptr ? nullptr : answer->if_contains("detail");
    const auto text = detail != nullptr && detail->is_string() ? std::string{detail->get_string()}
                                                               : std::to_string(response->status);
    return Error{{text, text}, access_.address};
  }

  /// It has been done already: the server is never behind.
  Result<std::uint64_t> catch_up() override { return std::uint64_t{0}; }

 private:
  FolderOptions options_;
  server::OwnerAccess access_;
  OfficeReader reader_;
  Language language_;
};

/// Whether it answers, and knows the token: a file that a dead server left leads nowhere.
bool answers(const server::OwnerAccess& access) {
  api::Request request;
  request.path = api_path({"service"});
  const auto response = server::ask_server(access, request);
  return response.has_value() && response->status == 200;
}

}  // namespace

ServerFound find_server(const FolderOptions& options, Context& context) {
  const auto path = folder_of(options, context);
  if (!path) {
    return {nullptr, true};
  }
  auto access = server::read_owner_file(*path);
  if (access.has_error() || !*access || !answers(**access)) {
    return {};
  }
  if (!options.clock.empty()) {
    complain(context, {Exit::bad_input,
                       "clock_of_the_server",
                       {"máy chủ đang chạy giữ đồng hồ của thư mục này: bỏ --clock",
                        "the running server has the clock of this folder: leave --clock out"}});
    return {nullptr, true};
  }
  auto reader = OfficeReader::open(options, context);
  if (!reader) {
    return {nullptr, true};
  }
  return {std::make_unique<ServerWriter>(options, std::move(**access), std::move(*reader),
                                         context.language),
          false};
}

}  // namespace tiendo::cli
