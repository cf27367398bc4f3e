// kill -9 at random moments under load: what has been acknowledged is there afterwards.

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <map>
#include <random>
#include <sstream>

#include "journal/folder_layout.hpp"
#include "journal/snapshot_codec.hpp"
#include "journal/snapshot_file.hpp"
#include "journal/sqlite/data_folder.hpp"
#include "journal/sqlite/sqlite_journal.hpp"
#include "journal/sqlite/verify_store.hpp"
#include "runtime/engine.hpp"
#include "support/temporary_folder.hpp"
#include "support/words.hpp"

extern char** environ;

namespace tiendo::test {
namespace {

constexpr int kills = 500;
constexpr int kills_between_verifications = 100;
constexpr int patience_ms = 20'000;

/// What commands came to, by key, as their clerks were told.
using Answers = std::map<std::string, std::string>;

/// A clerk in a process of his own.
class Clerk {
 public:
  Clerk(const std::filesystem::path& folder, std::uint32_t seed) {
    std::array<int, 2> pipe{};
    REQUIRE(::pipe2(pipe.data(), O_CLOEXEC) == 0);
    posix_spawn_file_actions_t actions{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO);
    std::string path = folder.string();
    std::string number = std::to_string(seed);
    std::string program = TIENDO_KILL_CLERK;
    std::array<char*, 4> arguments{program.data(), path.data(), number.data(), nullptr};
    REQUIRE(::posix_spawn(&process_, program.c_str(), &actions, nullptr, arguments.data(),
                          environ) == 0);
    posix_spawn_file_actions_destroy(&actions);
    ::close(pipe[1]);
    answers_ = pipe[0];
  }
  Clerk(const Clerk&) = delete;
  Clerk& operator=(const Clerk&) = delete;
  ~Clerk() { ::close(answers_); }

  /// Lets him work until he has said so much, then kills him wherever he is. The lines are whole:
  /// he writes them in one piece.
  std::string kill_after(std::size_t bytes) {
    std::string said;
    while (said.size() < bytes) {
      pollfd waiting{answers_, POLLIN, 0};
      REQUIRE(::poll(&waiting, 1, patience_ms) == 1);
      REQUIRE(read_some(said) > 0);
    }
    ::kill(process_, SIGKILL);
    int status = 0;
    REQUIRE(::waitpid(process_, &status, 0) == process_);
    REQUIRE(WIFSIGNALED(status));
    while (read_some(said) > 0) {
    }
    return said;
  }

 private:
  ssize_t read_some(std::string& said) const {
    std::array<char, 4'096> buffer{};
    const auto count = ::read(answers_, buffer.data(), buffer.size());
    said.append(buffer.data(), count > 0 ? static_cast<std::size_t>(count) : 0);
    return count;
  }

  pid_t process_ = 0;
  int answers_ = -1;
};

/// Nobody is told two things of one command, however often it came.
void remember(const std::string& said, Answers& answers) {
  std::istringstream lines{said};
  for (std::string line; std::getline(lines, line);) {
    const auto space = line.find(' ');
    REQUIRE(space != std::string::npos);
    const auto [known, fresh] = answers.emplace(line.substr(0, space), line.substr(space + 1));
    REQUIRE(known->second == line.substr(space + 1));
  }
}

std::string kept(const journal::Store& store, const std::string& key) {
  for (const auto& person : people()) {
    const auto found = store.find_answer(person.id, key);
    REQUIRE(found.has_value());
    if (*found) {
      const auto& answer = (*found)->answer;
      return std::to_string(answer.position) + " " +
             (answer.accepted() ? "accepted" : answer.rejection);
    }
  }
  return "gone";
}

Lines state_of(port::Journal& journal, port::Snapshots* snapshots) {
  runtime::Engine engine{journal, snapshots};
  REQUIRE(engine.load().has_value());
  return dump(engine.state());
}

}  // namespace

TEST_CASE("what was acknowledged outlives kill -9 at any moment, five hundred times") {
  const TemporaryFolder temporary;
  const auto folder = temporary.path() / "data";
  const auto seed = std::random_device{}();
  INFO("seed " << seed);
  std::mt19937 luck{seed};
  Answers answers;
  std::uint32_t clerk_seed = 1;
  for (int kill = 1; kill <= kills; ++kill) {
    INFO("kill " << kill);
    // Who got no answer gives the same commands again, under the same keys.
    clerk_seed += luck() % 3 == 0 ? 0 : 1;
    Answers told;
    Clerk clerk{folder, clerk_seed};
    remember(clerk.kill_after(luck() % 10 == 0 ? 0 : 1 + luck() % 2'000), told);
    auto open = journal::DataFolder::open_to_write(folder, {.make = journal::DataFolder::Making{}});
    REQUIRE(open.has_value());
    for (const auto& [key, answer] : told) {
      REQUIRE(kept(open->store(), key) == answer);
    }
    answers.merge(told);
    if (kill % kills_between_verifications == 0) {
      const auto report = journal::verify(open->store(), {});
      INFO((report.findings.empty() ? "" : report.findings.front().what.en));
      REQUIRE(report.found == 0);
    }
  }
  auto open = journal::DataFolder::open_to_read(folder);
  REQUIRE(open.has_value());
  for (const auto& [key, answer] : answers) {
    REQUIRE(kept(open->store(), key) == answer);
  }
  journal::SqliteJournal journal{open->store()};
  journal::SnapshotFile snapshots{journal::snapshot_in(folder), journal::write_snapshot,
                                  journal::read_snapshot};
  CHECK(state_of(journal, &snapshots) == state_of(journal, nullptr));
  WARN(answers.size() << " commands acknowledged through " << kills << " kills, all there");
}

}  // namespace tiendo::test
