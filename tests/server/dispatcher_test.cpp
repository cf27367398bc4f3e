#include "server/dispatcher.hpp"

#include <map>

#include "server/served_engine.hpp"

namespace tiendo::test {
namespace {

using Outcome = port::Channel::Outcome;

/// A way to people that does what it is told to, and keeps what it was given.
class ToldChannel final : public port::Channel {
 public:
  Sending send(const port::Letter& letter) override {
    letters.push_back(letter);
    if (is_silent) {
      begun.set_value();
      given_up.get_future().wait();
    }
    return next;
  }
  void give_up() override { given_up.set_value(); }

  Sending next;
  std::vector<port::Letter> letters;
  bool is_silent = false;  // until it is given up
  std::promise<void> begun;
  std::promise<void> given_up;
};

/// Addresses of people who have one.
class AddressBook final : public port::Secrets {
 public:
  Result<void> put_all(std::span<const port::Secret> secrets) override {
    for (const auto& secret : secrets) {
      addresses_[secret.user.str()] = secret.value;
    }
    return {};
  }
  Result<std::optional<std::string>> get(const model::UserId& user,
                                         std::string_view) const override {
    const auto found = addresses_.find(user.str());
    return found == addresses_.end() ? std::optional<std::string>{} : found->second;
  }
  Result<void> erase(const model::UserId& user) override {
    addresses_.erase(user.str());
    return {};
  }

 private:
  std::map<std::string, std::string> addresses_;
};

/// An office on the morning of 2025-01-07: An and Hoa are to be told of the task that was announced
/// the day before; An has an address.
class PostOffice {
 public:
  PostOffice() {
    REQUIRE(addresses_.put(staff().id, "email", "an@example.vn").has_value());
    const server::Channels channels{{"email", channel_}};
    REQUIRE(server::declare(channels, served_.engine(), administrator().id, at("2025-01-06 14:00"))
                .has_value());
    REQUIRE(served_.engine().commit().has_value());
    begin();
    served_.start().pass(17h + 30min);
  }
  ~PostOffice() {
    served_.loop().stop();
    worker_.stop();
  }

  /// A program that begins: it knows what stands in the journal, and nothing else.
  void begin() {
    dispatcher_ = std::make_unique<server::Dispatcher>(
        server::Dispatcher::Rooms{served_.loop(), served_.engine(), addresses_, worker_},
        server::Channels{{"email", channel_}}, runtime::LetterHead{"Liên minh HTX", ""});
  }
  /// Takes what is due, and follows it until it comes to rest.
  void look(std::string_view now) {
    served_.on_engine([&] { dispatcher_->look(at(now)); });
    for (int i = 0; i < 4; ++i) {
      served_.settle();
      std::promise<void> reached;
      REQUIRE(worker_.post([&] { reached.set_value(); }) == server::Worker::Taken::yes);
      reached.get_future().wait();
    }
    served_.settle();
  }
  /// Takes what is due and ends, without waiting for the other side.
  void look_and_give_up(std::string_view now) {
    served_.on_engine([&] { dispatcher_->look(at(now)); });
    channel_->begun.get_future().wait();
    dispatcher_->stop();
    dispatcher_->give_up();
    worker_.stop();
    served_.settle();
  }
  /// What the record says of the message to `person`, in its order: "sending", "sent".
  Lines steps(const model::Person& person) {
    Lines lines;
    served_.on_engine([&] {
      for (const auto& event : served_.journal().events()) {
        const auto* moved = std::get_if<model::DeliveryMoved>(&event.body);
        const auto part = "/" + person.id.str() + "/";
        if (moved != nullptr && event.campaign.empty() &&
            moved->key.find(part) != std::string::npos) {
          lines.push_back(std::string{model::name(moved->state)} +
                          (moved->reason.empty() ? "" : ": " + moved->reason));
        }
      }
    });
    return lines;
  }
  std::optional<Timestamp> retry_at() {
    std::optional<Timestamp> at;
    served_.on_engine([&] {
      const auto& outbox = served_.engine().state().office.outbox;
      at = outbox.empty() ? std::nullopt : outbox.begin()->second.delivery.retry_at;
    });
    return at;
  }

  [[nodiscard]] ToldChannel& channel() { return *channel_; }
  [[nodiscard]] ServedEngine& served() { return served_; }
  [[nodiscard]] port::Secrets& addresses() { return addresses_; }

 private:
  std::shared_ptr<ToldChannel> channel_ = std::make_shared<ToldChannel>();
  AddressBook addresses_;
  ServedEngine served_{"2025-01-06 14:00"};
  server::Worker worker_{"post", 16};
  std::unique_ptr<server::Dispatcher> dispatcher_;
};

constexpr const char* morning = "2025-01-07 07:30";

}  // namespace

TEST_CASE("a message goes to the address of its person, and the record says that it went") {
  PostOffice office;
  office.look(morning);
  REQUIRE(office.channel().letters.size() == 1);
  const auto& letter = office.channel().letters.front();
  CHECK(letter.to_address == "an@example.vn");
  CHECK(letter.id == "digest.2025-01-07.an.email");
  CHECK(letter.text.find("Giao nhiệm vụ") != std::string::npos);
  CHECK(office.steps(staff()) == Lines{"sending", "sent"});
  office.look("2025-01-07 08:00");
  CHECK(office.channel().letters.size() == 1);
}

TEST_CASE("letters bear the name of the office, where it has one") {
  PostOffice office;
  office.served().on_engine([&] {
    const auto name = command(test::office(), model::NameOffice{"Liên minh HTX tỉnh Lào Cai"});
    REQUIRE(office.served().engine().submit({name, {}, {}}, at(morning))->accepted());
  });
  office.look(morning);
  REQUIRE(office.channel().letters.size() == 1);
  CHECK(office.channel().letters.front().text.find("Liên minh HTX tỉnh Lào Cai") !=
        std::string::npos);
}

TEST_CASE("who has no address is not waited for") {
  PostOffice office;
  office.look(morning);
  CHECK(office.steps(head()) == Lines{"withdrawn: no_address"});
}

TEST_CASE("a letter that may go another time is tried again, later and later") {
  PostOffice office;
  office.channel().next = {Outcome::later, "421 busy"};
  office.look(morning);
  CHECK(office.steps(staff()) == Lines{"sending", "waiting_retry: 421 busy"});
  CHECK(office.retry_at() == at("2025-01-07 07:31"));
  office.look("2025-01-07 07:30");
  CHECK(office.channel().letters.size() == 1);
  office.served().pass(1min);
  office.look("2025-01-07 07:31");
  CHECK(office.retry_at() == at("2025-01-07 07:36"));
  office.channel().next = {};
  office.served().pass(5min);
  office.look("2025-01-07 07:36");
  CHECK(office.steps(staff()).back() == "sent");
  CHECK(office.channel().letters.front().id == office.channel().letters.back().id);
}

TEST_CASE("a letter that was refused for good is dead, and so is one that was tried for two days") {
  PostOffice office;
  SECTION("refused") {
    office.channel().next = {Outcome::never, "550 no such user"};
    office.look(morning);
  }
  SECTION("tried for long") {
    office.channel().next = {Outcome::later, "no answer"};
    office.look(morning);
    office.served().pass(48h);
    office.look("2025-01-09 07:30");
  }
  CHECK(office.steps(staff()).back().starts_with("dead: "));
}

TEST_CASE("the record does not say the address at which somebody could not be reached") {
  PostOffice office;
  office.channel().next = {Outcome::never, "550 5.1.1 <An@example.vn>: unknown, ask +84912345678"};
  office.look(morning);
  CHECK(office.steps(staff()) == Lines{"sending", "dead: 550 5.1.1 <…>: unknown, ask …"});
}

TEST_CASE("a clock that jumps while a letter is on its way gives none up that was tried once") {
  PostOffice office;
  office.channel().next = {Outcome::later, "no answer"};
  office.served().pass(72h);
  office.look("2025-01-10 07:30");
  CHECK(office.steps(staff()).back() == "waiting_retry: no answer");
  office.served().pass(1min);
  office.look("2025-01-10 17:31");
  CHECK(office.steps(staff()).back() == "dead: no answer");
}

TEST_CASE("a letter that is given up when the program ends counts as being on its way") {
  PostOffice office;
  office.channel().is_silent = true;
  office.channel().next = {Outcome::later, "given up"};
  SECTION("not taken") {
    office.look_and_give_up(morning);
    CHECK(office.steps(staff()) == Lines{"sending"});
  }
  SECTION("taken at the last moment") {
    office.channel().next = {};
    office.look_and_give_up(morning);
    CHECK(office.steps(staff()) == Lines{"sending", "sent"});
  }
}

TEST_CASE("what was under way when the program ended goes again, under the same id") {
  PostOffice office;
  office.served().on_engine([&] {
    const model::DeliveryCommand taken{
        "digest/2025-01-07/an/email", model::DeliveryAction::send, {}, {}};
    REQUIRE(
        office.served().engine().submit({{{}, {}, {}, taken}, {}, {}}, at(morning))->accepted());
  });
  office.begin();
  office.look(morning);
  REQUIRE(office.channel().letters.size() == 1);
  CHECK(office.channel().letters.front().id == "digest.2025-01-07.an.email");
  CHECK(office.steps(staff()) == Lines{"sending", "sent"});
}

TEST_CASE("where nothing is left to be said nothing is sent") {
  PostOffice office;
  office.served().on_engine([&] {
    const auto cancel = command(leader(), model::CancelTask{model::TaskId{"a"}, "thay kế hoạch"});
    REQUIRE(office.served().engine().submit({cancel, {}, {}}, at(morning))->accepted());
  });
  office.look(morning);
  CHECK_THAT(office.steps(staff()),
             Catch::Matchers::VectorContains(std::string{"withdrawn: nothing_left"}));
}

TEST_CASE("an office whose server has no channels any more queues no messages") {
  PostOffice office;
  office.served().on_engine([&] {
    REQUIRE(
        server::declare({}, office.served().engine(), administrator().id, at(morning)).has_value());
    REQUIRE(office.served().engine().commit().has_value());
    CHECK(office.served().engine().state().office.channels.empty());
  });
  office.served().pass(24h);
  office.served().on_engine([&] {
    CHECK_FALSE(
        office.served().engine().state().office.outbox.contains("digest/2025-01-08/an/email"));
  });
}

}  // namespace tiendo::test
