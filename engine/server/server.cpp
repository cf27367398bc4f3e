#include "server/server.hpp"

#include <spdlog/spdlog.h>
#include <unistd.h>

#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>
#include <cstdlib>
#include <utility>

#include "journal/folder_layout.hpp"
#include "server/desks.hpp"
#include "server/dispatcher.hpp"
#include "server/door.hpp"
#include "server/evidence_sweep.hpp"
#include "server/http_server.hpp"
#include "server/listening.hpp"
#include "server/log.hpp"
#include "server/owner_file.hpp"
#include "server/recovered.hpp"
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

/// The parts, each after those that it uses: they go in the reverse order.
class Running final : public Server {
 public:
  Running(const ServerOptions& options, std::unique_ptr<Recovered> recovered);
  ~Running() override { end(); }

  [[nodiscard]] Result<void> begin();
  [[nodiscard]] std::string address() const override { return address_; }
  void run() override;
  void stop() override {
    boost::asio::post(http_context_, [this] { begin_to_stop(); });
  }

 private:
  [[nodiscard]] std::unique_ptr<BackupRotation> make_rotation();
  [[nodiscard]] Rooms rooms();
  [[nodiscard]] DeskOptions desk_options() const;
  void listen_to_engine();
  void repeat();
  [[nodiscard]] Result<void> open_door();
  void wait_for_signal();
  void begin_to_stop();
  void end();

  [[nodiscard]] const std::filesystem::path& data() const { return held_->records->folder.path(); }
  [[nodiscard]] Timestamp wall() const { return held_->machine.wall(); }
  [[nodiscard]] Timestamp now() const { return held_->clock->read().now; }

  ServerOptions options_;
  std::unique_ptr<Recovered> held_;
  runtime::Engine& engine_{held_->engine};
  ServerMetrics& metrics_{held_->metrics};
  Systemd systemd_{[](const char* name) { return std::getenv(name); }, getpid()};
  boost::asio::io_context http_context_{1};
  boost::asio::signal_set signals_{http_context_, SIGTERM, SIGINT};

  EngineLoop loop_;
  JournalReader reader_{data()};
  JournalReader checker_{data(), checks_waiting_max};
  Worker worker_{"worker", hard_work_max};
  Worker planner_{"planner", plans_waiting_max};
  Worker post_{"post", letters_max};  // letters, which take as long as others let them

  api::Service service_;
  EvidenceSweep sweep_;
  LiveEvents live_;
  std::unique_ptr<Story> story_;              // null where it is no demo
  std::unique_ptr<BackupRotation> rotation_;  // null where no backups are made
  std::unique_ptr<Dispatcher> dispatcher_;    // once the address is known, which letters name
  SignIn sign_in_;
  Passwords passwords_;
  Door door_;
  std::unique_ptr<HttpServer> http_;
  std::optional<OwnerFile> owner_file_;
  std::string address_;
  bool stopping_ = false;
  bool ended_ = false;
};

Running::Running(const ServerOptions& options, std::unique_ptr<Recovered> recovered)
    : options_{options},
      held_{std::move(recovered)},
      loop_{engine_, held_->journal, *held_->clock,
            EngineLoop::Options{.beginning = {.after_absence = options.after_absence}}},
      service_{engine_, held_->journal, *held_->records->secrets, *held_->records->blobs},
      sweep_{loop_, service_, *held_->records->blobs, worker_},
      live_{engine_,
            [this](LiveEvents::Streams streams, std::shared_ptr<const std::string> text) {
              http_->push(std::move(streams), std::move(text));
            }},
      story_{open_story(loop_, engine_, held_->records->folder, held_->latest)},
      rotation_{make_rotation()},
      sign_in_{*held_->records->accounts},
      door_{{loop_, sign_in_, {metrics_, worker_, journal::evidence_in(data())}},
            make_desks(rooms(), desk_options()),
            {held_->machine.wall, StaticFiles{options.pages}}} {}

Rooms Running::rooms() {
  return {.http = http_context_,
          .loop = loop_,
          .engine = engine_,
          .service = service_,
          .secrets = *held_->records->secrets,
          .live = live_,
          .rehearsal = held_->rehearsal,
          .story = story_.get(),
          .reader = reader_,
          .checker = checker_,
          .worker = worker_,
          .planner = planner_,
          .blobs = *held_->records->blobs,
          .rotation = rotation_.get(),
          .sign_in = sign_in_,
          .passwords = passwords_};
}

DeskOptions Running::desk_options() const {
  return {.evidence = journal::evidence_in(data()),
          .secure = !options_.certificate.empty(),
          .read_letters = options_.read_letters,
          .version = options_.version,
          .wall = held_->machine.wall};
}

std::unique_ptr<BackupRotation> Running::make_rotation() {
  if (options_.backups.empty()) {
    return nullptr;
  }
  return std::make_unique<BackupRotation>(
      BackupRotation::Options{.data = data(), .backups = options_.backups}, worker_,
      [this](const Result<void>& made) { metrics_.backed_up(made.has_error() ? "failed" : "ok"); });
}

Result<void> Running::begin() {
  listen_to_engine();
  if (auto open = open_door(); open.has_error()) {
    return open;
  }
  auto head = options_.letters;
  if (head.console.empty()) {
    head.console = address_;
  }
  dispatcher_ = std::make_unique<Dispatcher>(
      Dispatcher::Rooms{loop_, engine_, *held_->records->secrets, post_}, options_.channels, head);
  repeat();
  auto started = loop_.start();
  sweep_.sweep(wall());
  return started;
}

void Running::listen_to_engine() {
  loop_.listen(log_events);
  loop_.listen([this](port::Journal::Position, std::span<const model::Event> events) {
    metrics_.committed(events, now());
  });
  loop_.listen([this](port::Journal::Position first, std::span<const model::Event> events) {
    live_.committed(first, events);
  });
  metrics_.watch_queue([this] { return loop_.waiting(); });
}

/// On the engine's thread.
void Running::repeat() {
  loop_.every(seconds{30}, [this] {
    live_.close_old(engine_.now());
    metrics_.live_clients().set(static_cast<double>(live_.size()));
  });
  if (const auto period = systemd_.watchdog_period()) {
    loop_.every(*period, [this] { static_cast<void>(systemd_.notify("WATCHDOG=1")); });
  }
  loop_.every(EvidenceSweep::period, [this] { sweep_.sweep(wall()); });
  loop_.every(seconds{1}, [this] { dispatcher_->look(now()); });
  if (rotation_ != nullptr) {
    loop_.every(seconds{60}, [this] { rotation_->look(wall()); });
  }
  if (story_ != nullptr) {
    loop_.every(milliseconds{100}, [this] { story_->look(now()); });
  }
}

Result<void> Running::open_door() {
  auto http = HttpServer::make(http_context_, {.trusted_proxies = options_.trusted_proxies}, door_,
                               held_->machine.wall);
  if (http.has_error()) {
    return http.error();
  }
  http_ = std::move(*http);
  metrics_.watch_http([this] { return http_->counts(); });
  auto address = listen(*http_, options_, systemd_, wall());
  if (address.has_error()) {
    return address.error();
  }
  address_ = std::move(*address);
  auto written = OwnerFile::write(data(), {address_, sign_in_.make_owner_token(options_.owner)});
  if (written.has_error()) {
    return written.error();
  }
  owner_file_.emplace(std::move(*written));
  return {};
}

void Running::run() {
  wait_for_signal();
  spdlog::info("serving address={} data={} position={}", address_, data().string(),
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
    wait_for_signal();
  }
}

void Running::wait_for_signal() {
  signals_.async_wait([this](const boost::system::error_code& failed, int) {
    if (!failed) {
      begin_to_stop();
    }
  });
}

/// First who asks others, then those.
void Running::end() {
  if (std::exchange(ended_, true)) {
    return;
  }
  loop_.stop();
  reader_.stop();
  checker_.stop();
  planner_.stop();
  worker_.stop();
  if (dispatcher_ != nullptr) {
    dispatcher_->stop();
  }
  post_.stop();
  owner_file_.reset();
  spdlog::info("stopped position={}", engine_.position());
}

}  // namespace

Result<std::unique_ptr<Server>> Server::start(const ServerOptions& options) {
  if (auto why = why_not_listen(options)) {
    return *why;
  }
  // A write beyond what files may grow to (LimitFSIZE= of systemd) fails then as on a full disk,
  // instead of ending the process.
  std::signal(SIGXFSZ, SIG_IGN);
  auto recovered = Recovered::from(options);
  if (recovered.has_error()) {
    return recovered.error();
  }
  auto server = std::make_unique<Running>(options, std::move(*recovered));
  if (auto begun = server->begin(); begun.has_error()) {
    return begun.error();
  }
  return std::unique_ptr<Server>{std::move(server)};
}

}  // namespace tiendo::server
