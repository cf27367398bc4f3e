// The demo as somebody meets it who starts it: what he finds, whom he can be, and what goes on
// without him.
#include <signal.h>

#include <chrono>
#include <map>
#include <set>
#include <thread>

#include "cli/tiendo.hpp"
#include "server/http_client.hpp"

using namespace tiendo::test;

namespace {

using tiendo::api::Method;

/// A demo in a folder of its own; its clock stands still unless it is moved.
class Demo {
 public:
  Demo() { start("--demo"); }
  Demo(const Demo&) = delete;
  Demo& operator=(const Demo&) = delete;
  ~Demo() { stop(); }

  void start(const std::string& more) {
    const auto out = folder / "out";
    const auto started =
        shell("'" TIENDO_PROGRAM "' serve --json --speed 0 --listen 127.0.0.1:0 --data '" + data +
              "' " + more + " >'" + out + "' 2>'" + out + ".err' & echo $!");
    pid_ = std::stoi(started.out);
    REQUIRE(comes([&] { return !line_of(out).empty(); }));
    told = json::parse(line_of(out)).as_object();
  }
  void stop() {
    if (pid_ > 0) {
      kill(pid_, SIGTERM);
      CHECK(comes([&] { return kill(pid_, 0) != 0; }));
      pid_ = 0;
    }
  }

  /// Over HTTP, as somebody.
  [[nodiscard]] tiendo::api::Response ask(Method method, const std::string& path,
                                          const std::string& body = "",
                                          const std::string& user = "lanhdao") const {
    const auto access = tiendo::server::read_owner_file(data);
    REQUIRE((access.has_value() && access->has_value()));
    tiendo::api::Request request;
    request.method = method;
    request.path = path;
    request.content_type = body.empty() ? "" : "application/json";
    request.body = body;
    request.caller.user = tiendo::model::UserId{user};
    const auto response = tiendo::server::ask_server(**access, request);
    REQUIRE(response.has_value());
    return *response;
  }
  /// What the clock says after it was told to.
  [[nodiscard]] std::string move_clock(const std::string& change) const {
    const auto response = ask(Method::put, "/api/v1/clock", change);
    INFO(response.body);
    REQUIRE(response.status == 200);
    return std::string{json::parse(response.body).at("now").as_string()};
  }
  [[nodiscard]] std::string state_of(const std::string& task) const {
    return std::string{run("task show " + task).document().at("state").as_string()};
  }
  [[nodiscard]] Run run(const std::string& arguments) const {
    const std::string campaign =
        arguments.starts_with("task ") ? " --campaign thang-hanh-dong-htx-2025" : "";
    return tiendo::test::tiendo(arguments + campaign + " --data '" + data + "' --json");
  }
  /// Digests of this day, by their receiver.
  [[nodiscard]] std::map<std::string, int> digests_of(const std::string& day) const {
    std::map<std::string, int> digests;
    const auto letters = json::parse(ask(Method::get, "/api/v1/letters").body);
    for (const auto& letter : letters.at("letters").as_array()) {
      const std::string id{letter.at("id").as_string()};
      const std::string at{letter.at("at").as_string()};
      if (id.starts_with("digest") && at.starts_with(day)) {
        ++digests[std::string{letter.at("to").as_string()}];
      }
    }
    return digests;
  }
  /// All that is to be sent has been sent.
  [[nodiscard]] bool rests() const {
    const auto messages = json::parse(ask(Method::get, "/api/v1/messages").body);
    for (const auto& message : messages.at("messages").as_array()) {
      const std::set<std::string> ends{"sent", "dead", "withdrawn"};
      if (!ends.contains(std::string{message.at("state").as_string()})) {
        return false;
      }
    }
    return true;
  }

  /// Whether it comes to be so within a time that is far too long.
  template <class Condition>
  static bool comes(const Condition& condition) {
    for (int tries = 0; tries < 3'000; ++tries) {
      if (condition()) {
        return true;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
    return false;
  }

  TempFolder folder;
  std::string data = folder / "data";
  json::object told;

 private:
  static std::string line_of(const std::string& file) {
    std::ifstream in{file};
    std::string line;
    std::getline(in, line);
    return line;
  }

  pid_t pid_ = 0;
};

}  // namespace

TEST_CASE("a demo begins in the middle of a campaign, and one is in with one step") {
  const Demo demo;
  const std::map<std::string, std::string> states{{"coopstar", "accepted"},
                                                  {"ra-soat-htx", "in_progress"},
                                                  {"hoi-nghi-dien-hinh", "in_progress"},
                                                  {"tu-van-vay-von", "plan_submitted"},
                                                  {"mo-hinh-chuyen-doi-so", "plan_submitted"},
                                                  {"du-an-sprint", "suspended"},
                                                  {"dai-hoi-lien-minh", "planned"}};
  for (const auto& [task, state] : states) {
    INFO(task);
    CHECK(demo.state_of(task) == state);
  }
  const auto clock = json::parse(demo.ask(Method::get, "/api/v1/clock").body);
  CHECK(clock.at("now") == "2025-04-10T07:00:00+07:00");
  CHECK(clock.at("rehearsal") == true);
  CHECK(clock.at("paused") == true);
  std::set<std::string> users;
  for (const auto& account : demo.told.at("accounts").as_array()) {
    users.emplace(account.at("user").as_string());
    const json::object body{{"user", account.at("user")}, {"password", account.at("password")}};
    const auto session = demo.ask(Method::post, "/api/v1/session", json::serialize(body));
    INFO(session.body);
    CHECK(session.status == 201);
    CHECK(json::parse(session.body).at("must_change_password") == false);
  }
  CHECK(users ==
        std::set<std::string>{"lanhdao", "vanphong", "nghiepvu", "trungtam", "quy", "quantri"});
  CHECK(demo.run("journal verify").exit == 0);
}

TEST_CASE("whoever looks at a demo may see as its administrator what a merger comes to") {
  const Demo demo;
  const auto merges = [&](const std::string& who) {
    return demo.run(
        "unit merge trung-tam --into van-phong --on 2025-05-05 --document 9/QĐ --reason "
        "thử --preview --as " +
        who);
  };
  CHECK(merges("lanhdao").document().at("code") == "not_permitted");
  const auto preview = merges("quantri");
  CHECK(preview.exit == 0);
  CHECK_FALSE(preview.document().at("events").as_array().empty());
}

TEST_CASE("no demo is made in a folder that holds something") {
  const TempFolder folder;
  const auto data = folder / "data";
  std::filesystem::create_directory(data);
  std::ofstream{data + "/ghi chú.txt"} << "của tôi";
  const auto refused =
      errors_of("serve --demo --lang en --listen 127.0.0.1:0 --data '" + data + "'");
  CHECK(refused.exit == 2);
  CHECK(refused.out.find("leave --demo out") != std::string::npos);
  CHECK(std::filesystem::exists(data + "/ghi chú.txt"));
}

TEST_CASE("the next morning of a demo brings everybody one letter, as a file") {
  const Demo demo;
  CHECK(demo.move_clock(R"({"step":"next_morning"})") == "2025-04-10T07:30:00+07:00");
  REQUIRE(
      Demo::comes([&] { return demo.digests_of("2025-04-10").contains("lanhdao@example.vn"); }));
  REQUIRE(Demo::comes([&] { return demo.rests(); }));
  const auto digests = demo.digests_of("2025-04-10");
  CHECK(digests.contains("nghiepvu@example.vn"));
  for (const auto& [to, count] : digests) {
    INFO(to);
    CHECK(count == 1);
  }
  std::size_t files = 0;
  for (const auto& file : std::filesystem::directory_iterator{demo.data + "/mail"}) {
    files += file.path().extension() == ".eml" ? 1 : 0;
  }
  CHECK(files >= digests.size());
  CHECK(demo.move_clock(R"({"step":"next_morning"})") == "2025-04-11T07:30:00+07:00");
  CHECK(demo.move_clock(R"({"step":"next_morning"})") == "2025-04-14T07:30:00+07:00");
}

TEST_CASE("colleagues act when their time comes, and leave what was done before them") {
  const Demo demo;
  CHECK(demo.run("task report ra-soat-htx 01/BC --as nghiepvu").exit == 0);
  CHECK(demo.run("task accept ra-soat-htx --as lanhdao").exit == 0);
  const auto events_of_review = [&] {
    return demo.run("task show ra-soat-htx").document().at("history").as_array().size();
  };
  const auto before = events_of_review();
  static_cast<void>(demo.move_clock(R"({"step_to":"2025-04-28T09:59:00+07:00"})"));
  CHECK(demo.state_of("mo-hinh-chuyen-doi-so") == "plan_submitted");
  static_cast<void>(demo.move_clock(R"({"step_to":"2025-04-28T10:00:00+07:00"})"));
  CHECK(demo.state_of("mo-hinh-chuyen-doi-so") == "in_progress");
  static_cast<void>(demo.move_clock(R"({"step_to":"2025-05-09T07:00:00+07:00"})"));
  CHECK(demo.state_of("ra-soat-htx") == "accepted");
  CHECK(events_of_review() == before);
}

TEST_CASE("a demo that was off for ten days tells everybody once on the first morning") {
  Demo demo;
  static_cast<void>(demo.move_clock(R"({"step":"next_morning"})"));
  REQUIRE(Demo::comes([&] { return !demo.digests_of("2025-04-10").empty() && demo.rests(); }));
  demo.stop();
  demo.start("--clock 2025-04-21T07:30:00+07:00");
  CHECK_FALSE(demo.told.contains("accounts"));
  REQUIRE(
      Demo::comes([&] { return demo.digests_of("2025-04-21").contains("lanhdao@example.vn"); }));
  REQUIRE(Demo::comes([&] { return demo.rests(); }));
  for (const auto& [to, count] : demo.digests_of("2025-04-21")) {
    INFO(to);
    CHECK(count == 1);
  }
  for (int day = 11; day <= 20; ++day) {
    CHECK(demo.digests_of("2025-04-" + std::to_string(day)).empty());
  }
  // Colleagues make up for it: what was due in between has been done, once.
  CHECK(demo.state_of("hoi-nghi-dien-hinh") == "reported");
}
