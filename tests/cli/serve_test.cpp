#include "support/serving.hpp"

#include "tiendo.hpp"

using namespace tiendo::test;

TEST_CASE("beside a running server commands go to it, and say the same") {
  const Rehearsal rehearsal;
  Serving serving{rehearsal.data};
  const auto begun = rehearsal.run("task begin-plan coopstar --as an");
  CHECK(begun.exit == 0);
  CHECK(begun.document().at("events").as_array().size() == 1);
  CHECK(rehearsal.state_of("coopstar") == "planning");
  const auto refused = rehearsal.run("task accept coopstar --as an");
  CHECK(refused.exit == 1);
  CHECK(outcome(refused) == "not_permitted");
  CHECK(rehearsal.run("task progress coopstar 140 --as an").exit == 2);
  const auto file = rehearsal.folder.file("Biên bản.txt", "nội dung");
  CHECK(rehearsal.run("task attach coopstar '" + file + "' --as an").exit == 0);
  CHECK(rehearsal.task("coopstar").at("evidence").at(0).at("name") == "Biên bản.txt");
  CHECK(rehearsal.run("user password an").document().contains("password"));
  CHECK(rehearsal.run("catch-up").exit == 0);
  CHECK(outcome(rehearsal.at("2025-01-06T08:00", "task comment coopstar x")) ==
        "clock_of_the_server");
  CHECK(rehearsal.run("journal verify").exit == 0);
}

TEST_CASE("a key counts whether the command goes to the server or to the folder") {
  const Rehearsal rehearsal;
  const auto comment = "task comment coopstar x --as an --idempotency-key k1";
  json::object first;
  {
    Serving serving{rehearsal.data};
    first = rehearsal.run(comment).document();
  }
  const auto events = rehearsal.events();
  const auto again = rehearsal.run(comment).document();
  CHECK(again.at("position") == first.at("position"));
  CHECK(again.at("events") == first.at("events"));
  CHECK(rehearsal.events() == events);
}

TEST_CASE("what a server left that died keeps nobody from the folder") {
  const Rehearsal rehearsal;
  Serving serving{rehearsal.data};
  serving.end(SIGKILL);
  CHECK(std::filesystem::exists(rehearsal.data + "/server.json"));
  CHECK(rehearsal.run("task comment coopstar x --as an").exit == 0);
  Serving another{rehearsal.data};
  CHECK(rehearsal.run("task comment coopstar y --as an").exit == 0);
}

TEST_CASE("a server that cannot begin says why and what to do") {
  const Rehearsal rehearsal;
  const auto serve = [&](const std::string& more) {
    return errors_of("serve --lang en --data '" + rehearsal.data + "' " + more);
  };
  CHECK(serve("--listen 127.0.0.1").exit == 2);
  CHECK(serve("--listen 127.0.0.1:99999").exit == 2);
  const auto open = serve("--listen 0.0.0.0:0");
  CHECK(open.exit == 3);
  CHECK(open.out.find("--insecure") != std::string::npos);
  CHECK(serve("--certificate /nowhere --key /nowhere --listen 127.0.0.1:0").exit == 3);
  Serving serving{rehearsal.data};
  const auto second = serve("--listen 127.0.0.1:0");
  CHECK(second.exit == 3);
  const auto port = serving.address().substr(serving.address().rfind(':'));
  const Rehearsal other;
  const auto taken =
      errors_of("serve --lang en --data '" + other.data + "' --listen 127.0.0.1" + port);
  CHECK(taken.exit == 3);
  CHECK(taken.out.find(port.substr(1)) != std::string::npos);
}

TEST_CASE("tokens and sessions are managed over the folder, and through the server that holds it") {
  const Rehearsal rehearsal;
  const auto make = "user token make an --name 'báo cáo' --expires 2099-12-31";
  CHECK(rehearsal.run(make).exit == 2);  // for so long there is none
  const auto soon = shell("date -d '+30 days' +%F").out.substr(0, 10);
  const auto manage = [&] {
    const auto made =
        rehearsal.run("user token make an --name 'báo cáo' --scope write --expires " + soon);
    REQUIRE(made.exit == 0);
    CHECK(made.document().at("scope") == "write");
    CHECK(made.document().contains("secret"));
    const auto listed = rehearsal.run("user token list an").document().at("tokens").as_array();
    REQUIRE(listed.size() == 1);
    CHECK_FALSE(listed.at(0).as_object().contains("secret"));
    const std::string id{listed.at(0).at("id").as_string()};
    CHECK(rehearsal.run("user token end an " + id).exit == 0);
    CHECK(outcome(rehearsal.run("user token end an " + id)) == "unknown_token");
    CHECK(rehearsal.run("user sessions list an").document().at("sessions").as_array().empty());
    CHECK(outcome(rehearsal.run("user sessions end an khong-co")) == "unknown_session");
    CHECK(rehearsal.run("user sessions end an").document().at("sessions") == 0);
    CHECK(outcome(rehearsal.run("user token list nobody")) == "unknown_person");
    CHECK(outcome(rehearsal.run("user token list hoa --as an")) == "not_permitted");
  };
  manage();
  Serving serving{rehearsal.data};
  manage();
}
