#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "api/first_holidays.hpp"
#include "api/problem.hpp"
#include "api/service.hpp"
#include "folder_clock.hpp"
#include "journal/folder_layout.hpp"
#include "journal/sqlite/accounts.hpp"
#include "journal/sqlite/data_folder.hpp"
#include "login.hpp"
#include "office.hpp"
#include "runtime/engine.hpp"
#include "runtime/history.hpp"
#include "runtime/outlook.hpp"
#include "server/account_routes.hpp"
#include "server_writer.hpp"
#include "wall_clock.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;
using std::chrono::days;

constexpr days longest_absence{60};
constexpr std::size_t outlook_shown = 20;

/// The folder with its lock; the engine runs in this process.
class FolderWriter final : public OfficeWriter {
 public:
  FolderWriter(const FolderOptions& options, Language language)
      : options_{options}, language_{language}, owner_{owner_id()} {}

  [[nodiscard]] bool begin(OpenFolder::Make make, Context& context);
  [[nodiscard]] bool may_go_on(Context& context) const;

  [[nodiscard]] const model::State& state() const override { return engine_->state(); }
  [[nodiscard]] Timestamp now() const override { return now_; }
  api::Response ask(const Wish& wish) override;
  Result<std::string> upload(std::istream& content) override;
  Result<std::uint64_t> catch_up() override;

 private:
  [[nodiscard]] api::Response answer(const api::Request& request);
  [[nodiscard]] api::Response answer_account(const api::Request& request) const;

  FolderOptions options_;
  Language language_;
  model::UserId owner_;
  std::unique_ptr<OpenFolder> folder_;
  std::unique_ptr<runtime::Engine> engine_;
  Timestamp now_;
  Timestamp last_;  // when the last event happened
};

bool FolderWriter::begin(OpenFolder::Make make, Context& context) {
  const auto path = folder_of(options_, context);
  std::optional<Timestamp> clock;
  if (!path || !read_clock(options_, clock, context)) {
    return false;
  }
  std::error_code failed;
  const bool is_new = !std::filesystem::exists(*path / "journal.db", failed);
  if (is_new && clock && make == OpenFolder::Make::office) {
    complain(context, {Exit::bad_input,
                       "not_a_rehearsal",
                       {"--clock chỉ dùng cho thư mục diễn tập: thêm --rehearsal khi lập thư mục",
                        "--clock is for rehearsals only: add --rehearsal to make one"}});
    return false;
  }
  auto folder = OpenFolder::for_writing(*path, make, clock.value_or(wall_clock_now()));
  if (folder.has_error()) {
    complain(context, outside(folder.error()));
    return false;
  }
  folder_ = std::move(*folder);
  if (folder_->was_made()) {
    note(context,
         {"đã lập thư mục dữ liệu " + path->string(), "made the data folder " + path->string()});
  }
  if (options_.rehearsal && !is_rehearsal(*folder_)) {
    complain(context, {Exit::bad_input,
                       "not_a_rehearsal",
                       {"--rehearsal chỉ dùng khi lập thư mục; thư mục này là hồ sơ thật",
                        "--rehearsal counts when a folder is made; this one is a real record"}});
    return false;
  }
  engine_ = std::make_unique<runtime::Engine>(folder_->journal(), &folder_->snapshots());
  if (auto loaded = engine_->load(); loaded.has_error()) {
    complain(context, outside(loaded.error()));
    return false;
  }
  const auto last = last_instant(folder_->journal(), engine_->position());
  if (last.has_error()) {
    complain(context, outside(last.error()));
    return false;
  }
  last_ = *last;
  const auto now = now_of(*folder_, clock, last_, context);
  now_ = now.value_or(Timestamp{});
  if (now && clock && *clock < last_) {
    note(context, {"đồng hồ không lùi: lấy " + to_string(last_),
                   "the clock does not go back: taken as " + to_string(last_)});
  }
  return now.has_value();
}

/// After a long rest somebody has to look first: the clock of the machine may be wrong.
bool FolderWriter::may_go_on(Context& context) const {
  if (engine_->position() == 0 || options_.after_absence || now_ - last_ <= longest_absence) {
    return true;
  }
  const auto ahead = runtime::outlook(folder_->journal(), now_, outlook_shown);
  if (ahead.has_error()) {
    complain(context, outside(ahead.error()));
    return false;
  }
  if (ahead->total == 0) {
    return true;
  }
  json::array would_fire;
  std::string lines;
  for (const auto& event : ahead->events) {
    const auto* campaign = engine_->state().find(event.campaign);
    const auto entry =
        runtime::told(0, event, campaign == nullptr ? nullptr : campaign->plan.get());
    const auto line = (entry.task.empty() ? "" : entry.task.str() + ": ") + context.say(entry.text);
    would_fire.push_back(json::value(line));
    lines += "\n  " + line;
  }
  const auto absent = std::chrono::floor<days>(now_ - last_).count();
  complain(
      context,
      {Exit::refused,
       "after_absence",
       {fmt::format("không có gì được ghi từ {} ({} ngày); đồng hồ có đúng không? Nếu đúng, "
                    "thêm --after-absence; khi đó {} việc sẽ được ghi, đầu tiên là:{}",
                    to_string(last_), absent, ahead->total, lines),
        fmt::format("nothing was recorded since {} ({} days); is the clock right? If it is, add "
                    "--after-absence; {} things will then be recorded, first of all:{}",
                    to_string(last_), absent, ahead->total, lines)},
       {{"would_fire", std::move(would_fire)}, {"would_fire_total", ahead->total}}});
  return false;
}

/// Passwords and what else is kept of accounts, which the engine does not know.
api::Response FolderWriter::answer_account(const api::Request& request) const {
  auto accounts = journal::AccountsFile::open(journal::secrets_in(folder_->data().path()));
  if (accounts.has_error()) {
    return api::unavailable(accounts.error(), language_);
  }
  server::SignIn sign_in{**accounts};
  const server::Passwords passwords;
  server::AccountRoutes routes{sign_in, passwords, false};
  const auto& office = engine_->state().office;
  const auto person = server::administered_person(request.path);
  server::AccountRoutes::Asked asked{
      request,
      server::Identity{.user = request.caller.user, .by = server::Identity::By::owner},
      {},
      {}};
  asked.office = {api::Sight::of(office, request.caller.user, local_day(now_)).administers(),
                  person && office.people.contains(*person)};
  auto outcome = routes.handle(asked, wall_clock_now());
  const auto* work = std::get_if<server::AccountRoutes::HardWork>(&outcome);
  return work != nullptr ? (*work)()(wall_clock_now())
                         : std::get<api::Response>(std::move(outcome));
}

api::Response FolderWriter::answer(const api::Request& request) {
  if (server::is_account_path(request.path)) {
    return answer_account(request);
  }
  const auto secrets = folder_->secrets();
  if (secrets.has_error()) {
    return api::unavailable(secrets.error(), language_);
  }
  const auto blobs = folder_->blobs();
  if (blobs.has_error()) {
    return api::unavailable(blobs.error(), language_);
  }
  api::Service service{*engine_, folder_->journal(), **secrets, **blobs};
  const auto route = api::route(request.method, request.path);
  if (auto refused = api::refuse_route(request, route)) {
    return std::move(*refused);
  }
  auto outcome = service.handle(request, route, now_);
  if (const auto* rest = std::get_if<api::ReadJournal>(&outcome)) {
    return (*rest)(folder_->journal());
  }
  if (const auto* rest = std::get_if<api::ReadFolder>(&outcome)) {
    return (*rest)(folder_->data(), nullptr);
  }
  if (const auto* compute = std::get_if<api::Compute>(&outcome)) {
    return (*compute)(request, nullptr);
  }
  return std::get<api::Response>(std::move(outcome));
}

api::Response FolderWriter::ask(const Wish& wish) {
  if (auto given = api::give_first_holidays(*engine_, owner_, now_); given.has_error()) {
    return api::unavailable(given.error(), language_);
  }
  auto request = request_of(options_, wish, language_);
  request.caller.sees_all = true;  // whoever holds the folder does
  auto response = answer(request);
  if (auto committed = engine_->commit(); committed.has_error()) {
    return api::unavailable(committed.error(), language_);
  }
  engine_->rest();
  return response;
}

Result<std::string> FolderWriter::upload(std::istream& content) {
  const auto blobs = folder_->blobs();
  return blobs.has_error() ? Result<std::string>{blobs.error()} : (*blobs)->put(content);
}

Result<std::uint64_t> FolderWriter::catch_up() {
  const auto before = engine_->position();
  const auto advanced = engine_->advance(now_);
  return advanced.has_error() ? Result<std::uint64_t>{advanced.error()}
                              : engine_->position() - before;
}

}  // namespace

api::Request request_of(const FolderOptions& options, const OfficeWriter::Wish& wish,
                        Language language) {
  api::Request request;
  request.method = wish.method;
  request.path = wish.path;
  request.query = wish.query;
  request.content_type = wish.content_type;
  request.body = wish.body;
  request.language = language;
  request.key = options.key;
  request.caller.user = options.as.empty() ? owner_id() : model::UserId{options.as};
  if (!options.on_behalf_of.empty()) {
    request.caller.on_behalf = model::OnBehalf{options.on_behalf_of, options.document};
  }
  return request;
}

std::unique_ptr<OfficeWriter> OfficeWriter::open(const FolderOptions& options, Missing missing,
                                                 Context& context) {
  if (auto server = find_server(options, context); server.writer || server.refused) {
    return std::move(server.writer);
  }
  auto make = OpenFolder::Make::nothing;
  if (missing == Missing::is_made) {
    make = options.rehearsal ? OpenFolder::Make::rehearsal : OpenFolder::Make::office;
  }
  auto writer = std::make_unique<FolderWriter>(options, context.language);
  const bool ready = writer->begin(make, context) && writer->may_go_on(context);
  return ready ? std::move(writer) : nullptr;
}

}  // namespace tiendo::cli
