#include "server/server.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>
#include <cstdlib>

#include "api/first_holidays.hpp"
#include "journal/blob_folder.hpp"
#include "journal/folder_layout.hpp"
#include "journal/snapshot_codec.hpp"
#include "journal/snapshot_file.hpp"
#include "journal/sqlite/accounts.hpp"
#include "journal/sqlite/data_folder.hpp"
#include "journal/sqlite/secrets.hpp"
#include "journal/sqlite/sqlite_journal.hpp"
#include "server/dispatcher.hpp"
#include "server/door.hpp"
#include "server/evidence_sweep.hpp"
#include "server/http_server.hpp"
#include "server/log.hpp"
#include "server/owner_file.hpp"
#include "server/requests.hpp"
#include "server/story.hpp"
#include "server/systemd.hpp"

namespace tiendo::server {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr milliseconds grace = seconds{10};
constexpr std::size_t hard_work_max = 64;
constexpr std::size_t letters_max = 64;
// What takes seconds each is soon asked for again: better turned away than queued for long.
constexpr std::size_t plans_waiting_max = 8;
constexpr std::size_t checks_waiting_max = 4;

/// What is on the disk.
struct Records {
  explicit Records(journal::DataFolder opened) : folder{std::move(opened)} {}

  journal::DataFolder folder;
  journal::SqliteJournal journal{folder.store()};
  journal::SnapshotFile snapshots{journal::snapshot_in(folder.path()), journal::write_snapshot,
                                  journal::read_snapshot};
  std::unique_ptr<port::Secrets> secrets;
  std::unique_ptr<port::Accounts> accounts;
  std::unique_ptr<journal::BlobFolder> blobs;
};

template <class T, class Opened>
std::optional<Error> take(std::unique_ptr<T>& place, Opened opened) {
  if (opened.has_error()) {
    return opened.error();
  }
  place = std::move(*opened);
  return std::nullopt;
}

Result<std::unique_ptr<Records>> open_records(const std::filesystem::path& data) {
  auto folder = journal::DataFolder::open_to_write(data, {.wait = seconds{5}});
  if (folder.has_error()) {
    return folder.error();
  }
  auto records = std::make_unique<Records>(std::move(*folder));
  auto failed = take(records->secrets, journal::SecretsFile::open(journal::secrets_in(data)));
  if (!failed) {
    failed = take(records->accounts, journal::AccountsFile::open(journal::secrets_in(data)));
  }
  if (!failed) {
    failed = take(records->blobs, journal::BlobFolder::open_in(journal::evidence_in(data)));
  }
  if (failed) {
    return *failed;
  }
  return records;
}

/// Passwords do not go over a wire that others can read.
std::optional<Error> why_not_listen(const ServerOptions& options) {
  const bool safe = is_loopback(options.address) || options.address == "localhost" ||
                    !options.certificate.empty() || options.insecure;
  if (safe) {
    return std::nullopt;
  }
  return Error{{"chỉ nghe ngoài máy này khi có TLS: thêm --certificate và --key, hoặc --insecure "
                "nếu máy khác đứng trước lo TLS",
                "other addresses than loopback need TLS: add --certificate and --key, or "
                "--insecure where something in front speaks it"},
               options.address};
}

/// Null where it is no rehearsal.
std::unique_ptr<RehearsalClock> rehearsal_clock(const ServerOptions& options,
                                                const Records& records, Timestamp latest) {
  if (!records.folder.meta().rehearsal) {
    return nullptr;
  }
  return std::make_unique<RehearsalClock>(std::max(options.clock.value_or(latest), latest),
                                          options.speed);
}

class Running final : public Server {
 public:
  Running(const ServerOptions& options, std::unique_ptr<Records> records)
      : options_{options},
        records_{std::move(records)},
        metrics_{wall_.wall()},
        journal_{records_->journal, metrics_},
        engine_{journal_, &records_->snapshots} {}
  ~Running() override { end(); }

  [[nodiscard]] Result<void> begin();
  [[nodiscard]] std::string address() const override { return address_; }
  void run() override;
  void stop() override {
    boost::asio::post(http_context_, [this] { begin_to_stop(); });
  }

 private:
  void listen_to_engine();
  [[nodiscard]] Result<void> listen();
  void look_after_backups();
  void look_after_messages();
  void begin_story(Timestamp latest);
  void begin_to_stop();
  void end();

  ServerOptions options_;
  RawClocks wall_ = machine_clocks();
  std::unique_ptr<Records> records_;
  ServerMetrics metrics_;
  TimedJournal journal_;
  runtime::Engine engine_;
  Systemd systemd_{[](const char* name) { return std::getenv(name); }, getpid()};
  boost::asio::io_context http_context_{1};
  boost::asio::signal_set signals_{http_context_, SIGTERM, SIGINT};
  std::unique_ptr<Clock> clock_;
  RehearsalClock* rehearsal_ = nullptr;  // the same, where it is one
  std::unique_ptr<EngineLoop> loop_;
  std::unique_ptr<Story> story_;
  std::unique_ptr<JournalReader> reader_;
  std::unique_ptr<JournalReader> checker_;
  std::unique_ptr<Worker> worker_;
  std::unique_ptr<Worker> post_;  // letters, which take as long as others let them
  std::unique_ptr<Dispatcher> dispatcher_;
  std::unique_ptr<Worker> planner_;
  std::unique_ptr<BackupRotation> rotation_;
  std::unique_ptr<api::Service> service_;
  std::unique_ptr<EvidenceSweep> sweep_;
  std::unique_ptr<SignIn> sign_in_;
  Passwords passwords_;
  std::unique_ptr<AccountRoutes> accounts_;
  std::unique_ptr<ServiceRoutes> service_routes_;
  std::unique_ptr<ClockRoutes> clock_routes_;
  std::unique_ptr<LetterRoutes> letter_routes_;
  std::unique_ptr<LiveEvents> live_;
  std::unique_ptr<Door> door_;
  std::unique_ptr<HttpServer> http_;
  std::optional<OwnerFile> owner_file_;
  std::string address_;
  bool stopping_ = false;
};

Result<void> Running::begin() {
  // The clock of a rehearsal goes on from the last event, which is known once it is loaded.
  if (auto loaded = engine_.load(); loaded.has_error()) {
    return loaded;
  }
  if (auto reserved = records_->folder.store().reserve_log(); reserved.has_error()) {
    spdlog::warn("log of the journal not reserved where={} what={}", reserved.error().where,
                 reserved.error().message.en);
  }
  const auto latest = std::max(engine_.now(), records_->folder.meta().made_at);
  auto rehearsal = rehearsal_clock(options_, *records_, latest);
  rehearsal_ = rehearsal.get();
  if (rehearsal_ != nullptr) {
    clock_ = std::move(rehearsal);
  } else {
    clock_ = std::make_unique<MachineClock>();
  }
  auto given = api::give_first_holidays(engine_, options_.owner, clock_->read().now);
  auto declared = declare(options_.channels, engine_, options_.owner, clock_->read().now);
  for (auto done : {given, declared, engine_.commit()}) {
    if (done.has_error()) {
      return done;
    }
  }
  const auto& data = records_->folder.path();
  loop_ = std::make_unique<EngineLoop>(
      engine_, journal_, *clock_,
      EngineLoop::Options{.beginning = {.after_absence = options_.after_absence}});
  reader_ = std::make_unique<JournalReader>(data);
  checker_ = std::make_unique<JournalReader>(data, checks_waiting_max);
  worker_ = std::make_unique<Worker>("worker", hard_work_max);
  planner_ = std::make_unique<Worker>("planner", plans_waiting_max);
  service_ =
      std::make_unique<api::Service>(engine_, journal_, *records_->secrets, *records_->blobs);
  sweep_ = std::make_unique<EvidenceSweep>(*loop_, *service_, *records_->blobs, *worker_);
  sign_in_ = std::make_unique<SignIn>(*records_->accounts);
  const bool secure = !options_.certificate.empty();
  accounts_ = std::make_unique<AccountRoutes>(*sign_in_, passwords_, secure);
  live_ = std::make_unique<LiveEvents>(
      engine_, [this](LiveEvents::Streams streams, std::shared_ptr<const std::string> text) {
        http_->push(std::move(streams), std::move(text));
      });
  look_after_backups();
  service_routes_ = std::make_unique<ServiceRoutes>(*loop_, rotation_.get(), options_.version);
  begin_story(latest);
  clock_routes_ =
      std::make_unique<ClockRoutes>(ClockRoutes::Rooms{*loop_, engine_, rehearsal_, story_.get()});
  letter_routes_ = std::make_unique<LetterRoutes>(options_.read_letters);
  door_ = std::make_unique<Door>(
      Door::Rooms{http_context_, *loop_, *service_, *reader_, *checker_, *worker_, *planner_,
                  *sign_in_, *accounts_, *service_routes_, *clock_routes_, *letter_routes_,
                  *records_->secrets, *live_, metrics_, *records_->blobs},
      Door::Options{.evidence = journal::evidence_in(data),
                    .secure = secure,
                    .demo = story_ != nullptr,
                    .wall = wall_.wall,
                    .pages = StaticFiles{options_.pages}});
  listen_to_engine();
  if (auto listening = listen(); listening.has_error()) {
    return listening;
  }
  look_after_messages();
  auto started = loop_->start();
  sweep_->sweep(wall_.wall());
  return started;
}

void Running::listen_to_engine() {
  loop_->listen(log_events);
  loop_->listen([this](port::Journal::Position, std::span<const model::Event> events) {
    metrics_.committed(events, clock_->read().now);
  });
  loop_->listen([this](port::Journal::Position first, std::span<const model::Event> events) {
    live_->committed(first, events);
  });
  loop_->every(seconds{30}, [this] {
    live_->close_old(engine_.now());
    metrics_.live_clients().set(static_cast<double>(live_->size()));
  });
  if (const auto period = systemd_.watchdog_period()) {
    loop_->every(*period, [this] { static_cast<void>(systemd_.notify("WATCHDOG=1")); });
  }
  loop_->every(EvidenceSweep::period, [this] { sweep_->sweep(wall_.wall()); });
  metrics_.watch_queue([this] { return loop_->waiting(); });
}

void Running::look_after_backups() {
  if (options_.backups.empty()) {
    return;
  }
  rotation_ = std::make_unique<BackupRotation>(
      BackupRotation::Options{.data = records_->folder.path(), .backups = options_.backups},
      *worker_,
      [this](const Result<void>& made) { metrics_.backed_up(made.has_error() ? "failed" : "ok"); });
  loop_->every(seconds{60}, [this] { rotation_->look(wall_.wall()); });
}

void Running::look_after_messages() {
  auto head = options_.letters;
  if (head.console.empty()) {
    head.console = address_;
  }
  post_ = std::make_unique<Worker>("post", letters_max);
  dispatcher_ = std::make_unique<Dispatcher>(
      Dispatcher::Rooms{*loop_, engine_, *records_->secrets, *post_}, options_.channels, head);
  loop_->every(seconds{1}, [this] { dispatcher_->look(clock_->read().now); });
}

/// Of a demo. Steps of the day before `latest` come again, under their keys: what had been taken
/// is not taken twice, and what the program had no time for any more is taken now.
void Running::begin_story(Timestamp latest) {
  if (rehearsal_ == nullptr) {
    return;
  }
  auto read = read_story(records_->folder.path(), engine_.state());
  if (read.has_error()) {
    spdlog::error("no story where={} what={}", read.error().where, read.error().message.en);
    return;
  }
  if (*read) {
    const auto from = std::max(records_->folder.meta().made_at, latest - std::chrono::days{1});
    story_ = std::make_unique<Story>(*loop_, engine_, std::move((*read)->scenario),
                                     (*read)->campaign, from);
    loop_->every(milliseconds{100}, [this] { story_->look(clock_->read().now); });
  }
}

Result<void> Running::listen() {
  auto http = HttpServer::make(http_context_, {.trusted_proxies = options_.trusted_proxies}, *door_,
                               wall_.wall);
  if (http.has_error()) {
    return http.error();
  }
  http_ = std::move(*http);
  std::shared_ptr<HttpTls> tls;
  if (!options_.certificate.empty()) {
    auto loaded = HttpTls::load(options_.certificate, options_.key, wall_.wall());
    if (loaded.has_error()) {
      return loaded.error();
    }
    tls = std::move(*loaded);
  }
  Result<std::uint16_t> port{options_.port};
  if (systemd_.sockets().empty()) {
    port = http_->listen(options_.address, options_.port, tls);
  }
  for (const auto& socket : systemd_.sockets()) {
    port = http_->adopt(socket.descriptor, tls);
  }
  if (port.has_error()) {
    return port.error();
  }
  const bool is_v6 = options_.address.find(':') != std::string::npos;
  const auto host = is_v6 ? '[' + options_.address + ']' : options_.address;
  address_ = fmt::format("{}://{}:{}", tls ? "https" : "http", host, *port);
  auto written = OwnerFile::write(records_->folder.path(),
                                  {address_, sign_in_->make_owner_token(options_.owner)});
  if (written.has_error()) {
    return written.error();
  }
  owner_file_.emplace(std::move(*written));
  return {};
}

void Running::run() {
  signals_.async_wait([this](const boost::system::error_code& failed, int) {
    if (!failed) {
      begin_to_stop();
    }
  });
  spdlog::info("serving address={} data={} position={}", address_, records_->folder.path().string(),
               engine_.position());
  static_cast<void>(systemd_.notify("READY=1"));
  http_context_.run();
  end();
}

void Running::begin_to_stop() {
  spdlog::info("stopping again={}", stopping_);
  static_cast<void>(systemd_.notify("STOPPING=1"));
  http_->stop(stopping_ ? milliseconds{0} : grace, [this] { signals_.cancel(); });
  if (!std::exchange(stopping_, true)) {
    signals_.async_wait([this](const boost::system::error_code& failed, int) {
      if (!failed) {
        begin_to_stop();
      }
    });
  }
}

/// In the order in which the parts use each other.
void Running::end() {
  if (loop_ == nullptr) {
    return;
  }
  loop_->stop();
  reader_->stop();
  checker_->stop();
  planner_->stop();
  worker_->stop();
  if (dispatcher_ != nullptr) {
    dispatcher_->stop();
    post_->stop();
  }
  owner_file_.reset();
  spdlog::info("stopped position={}", engine_.position());
  loop_.reset();
}

}  // namespace

Result<std::unique_ptr<Server>> Server::start(const ServerOptions& options) {
  if (auto why = why_not_listen(options)) {
    return *why;
  }
  auto records = open_records(options.data);
  if (records.has_error()) {
    return records.error();
  }
  auto server = std::make_unique<Running>(options, std::move(*records));
  if (auto begun = server->begin(); begun.has_error()) {
    return begun.error();
  }
  return std::unique_ptr<Server>{std::move(server)};
}

}  // namespace tiendo::server
