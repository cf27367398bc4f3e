#include "server/evidence_sweep.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <sstream>

#include "api/service.hpp"
#include "server/served_engine.hpp"
#include "support/temporary_folder.hpp"

namespace tiendo::test {
namespace {

constexpr Timestamp written_at{std::chrono::seconds{1000}};

/// An office in service whose evidence stands in a folder.
struct SweptOffice {
  /// Addresses are not asked for.
  class NoSecrets final : public port::Secrets {
   public:
    Result<void> put_all(std::span<const port::Secret>) override { return {}; }
    Result<std::optional<std::string>> get(const model::UserId&, std::string_view) const override {
      return std::optional<std::string>{};
    }
    Result<void> erase(const model::UserId&) override { return {}; }
  };

  TemporaryFolder folder;
  std::unique_ptr<journal::BlobFolder> blobs =
      std::move(journal::BlobFolder::open_in(folder.path() / "evidence").value());
  ServedEngine served;
  NoSecrets secrets;
  api::Service service{served.engine(), served.journal(), secrets, *blobs};
  server::Worker worker{"sweeper", 4};
  server::EvidenceSweep sweep{served.loop(), service, *blobs, worker};

  SweptOffice() { served.start(); }

  /// At `written_at`.
  std::string put(const std::string& text) {
    std::istringstream content{text};
    const auto hash = blobs->put(content).value();
    const timespec then[2] = {{1000, 0}, {1000, 0}};
    const auto file = folder.path() / "evidence" / journal::blob_place(hash);
    REQUIRE(::utimensat(AT_FDCWD, file.c_str(), then, 0) == 0);
    return hash;
  }
  void attach(const std::string& hash) {
    bool attached = false;
    served.on_engine([&] {
      const model::AttachEvidence attach{
          model::TaskId{"a"}, {{hash, "biên bản.pdf", "application/pdf", 3}}, ""};
      auto& engine = served.engine();
      const auto answer = engine.decide({command(staff(), attach), {}, {}}, engine.now());
      attached = answer.has_value() && answer->accepted() && engine.commit().has_value();
    });
    REQUIRE(attached);
  }
  /// Waits until the worker has done what was posted.
  void settle() {
    std::promise<void> done;
    REQUIRE(worker.post([&] { done.set_value(); }) == server::Worker::Taken::yes);
    auto reached = done.get_future();
    got(reached);
  }
  /// So long after everything was put.
  void sweep_after(std::chrono::hours time) {
    sweep.sweep(written_at + time);
    served.settle();
    settle();
  }
};

}  // namespace

TEST_CASE("evidence that nobody attached is gone after a day, what is attached stays") {
  SweptOffice office;
  const auto attached = office.put("attached");
  const auto forgotten = office.put("forgotten");
  office.attach(attached);
  office.sweep_after(std::chrono::hours{23});
  CHECK(office.blobs->contains(forgotten));
  office.sweep_after(std::chrono::hours{25});
  CHECK_FALSE(office.blobs->contains(forgotten));
  CHECK(office.blobs->contains(attached));
}

TEST_CASE("where the engine cannot say what is attached, nothing is swept") {
  SweptOffice office;
  const auto attached = office.put("attached");
  office.attach(attached);
  office.served.loop().stop();
  office.sweep.sweep(written_at + std::chrono::hours{25});
  office.settle();
  CHECK(office.blobs->contains(attached));
}

}  // namespace tiendo::test
