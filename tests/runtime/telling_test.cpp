#include "runtime/telling.hpp"

#include "runtime/digest.hpp"
#include "support/world.hpp"

namespace tiendo::test {
namespace {

const model::TaskId a{"a"};

PlanBuilder one_task(bool plan_owed = true) {
  PlanBuilder plan;
  plan.task({.id = "a",
             .start = "2025-02-03",
             .due = "2025-02-14",
             .coordinating = {"trung-tam"},
             .plan_owed = plan_owed});
  return plan;
}

/// An office that tells people by mail from the afternoon of Monday, 2025-01-06.
World telling(const PlanBuilder& plan) {
  World world{plan};
  world.time("2025-01-06 14:00").does(administrator(), model::SetChannels{{"email"}});
  (void)world.happened();
  return world;
}

/// The messages that were queued since this was last asked.
Lines messages(World& world) {
  return only(world.happened(), "message: ");
}

/// What the message waiting for `person` says now, a line a task: "overdue a: quá hạn …".
Lines said(const World& world, const model::Person& person, Timestamp now) {
  Lines lines;
  for (const auto& [key, waiting] : world.state().office.outbox) {
    if (waiting.message.to != person.id) {
      continue;
    }
    for (const auto& item : runtime::digest_of(world.state(), waiting.message, now).items) {
      const bool is_news = item.group == runtime::DigestGroup::news;
      lines.push_back((is_news ? "news " : "") + item.task.str() + ": " +
                      runtime::line_of(item).vi);
    }
  }
  return lines;
}

/// A step of the channel with the message.
std::string moves(World& world, const std::string& key, model::DeliveryAction action) {
  return world.tries({{}, {}, {}, model::DeliveryCommand{key, action, "421", {}}});
}

void all_arrive(World& world) {
  const auto waiting = world.state().office.outbox;
  for (const auto& [key, message] : waiting) {
    REQUIRE(moves(world, key, model::DeliveryAction::send) == "accepted");
    REQUIRE(moves(world, key, model::DeliveryAction::confirm) == "accepted");
  }
  (void)world.happened();
}

}  // namespace

TEST_CASE("an office without channels tells people in their inbox alone") {
  World world{one_task()};
  world.time("2025-02-28");
  CHECK(messages(world).empty());
  CHECK_FALSE(world.campaign().outbox.empty());
}

TEST_CASE("what was announced is told the next working morning, once, to whom it concerns") {
  auto world = telling(one_task());
  world.time("2025-01-07 07:29");
  CHECK(messages(world).empty());
  world.time("2025-01-07 07:30");
  CHECK(messages(world) == Lines{"digest to an", "digest to cuong", "digest to hoa"});
  CHECK(said(world, staff(), at("2025-01-07 07:30")) ==
        Lines{"news a: Giao nhiệm vụ · hạn 14/02/2025"});
  CHECK(world.campaign().outbox.empty());
  world.time("2025-01-09 17:00");
  CHECK(messages(world).empty());
}

TEST_CASE("a plan that came back is told at once while the office is open") {
  auto world = telling(one_task());
  world.time("2025-01-07 09:00").does(staff(), model::SubmitPlan{a, "12/KH"});
  all_arrive(world);
  world.time("2025-01-07 10:00").does(leader(), model::ReturnPlan{a, "thiếu dự toán"});
  CHECK(messages(world) == Lines{"at_once to an", "at_once to hoa"});
  CHECK(said(world, staff(), at("2025-01-07 10:00")) ==
        Lines{"news a: Kế hoạch chi tiết bị trả lại: thiếu dự toán · hạn 14/02/2025"});
}

TEST_CASE(
    "a comment is told the next morning to all who have a part in the task, with whose it is") {
  auto world = telling(one_task(false));
  world.time("2025-01-07 08:00");
  all_arrive(world);
  world.does(leader(), model::CommentTask{a, "mời thêm Sở Công Thương"});
  CHECK(messages(world).empty());
  world.time("2025-01-08 07:30");
  CHECK(messages(world) == Lines{"digest to an", "digest to cuong", "digest to hoa"});
  CHECK(said(world, staff(), at("2025-01-08 07:30")) ==
        Lines{"news a: Ý kiến: binh: mời thêm Sở Công Thương · hạn 14/02/2025"});
}

TEST_CASE("an extension is answered with yes or with a reason, and a fixed date is told") {
  auto world = telling(one_task(false));
  world.time("2025-01-07 09:00");
  all_arrive(world);
  const auto told = [&] { return said(world, staff(), at("2025-01-07 09:00")); };
  world.does(staff(), model::AskExtension{a, day("2025-02-20"), "mưa bão"});
  world.does(leader(), model::RefuseExtension{a, "phải kịp hội nghị"});
  CHECK(told() == Lines{"news a: Không đồng ý gia hạn: phải kịp hội nghị · hạn 14/02/2025"});
  all_arrive(world);
  world.does(leader(), model::GrantExtension{a, day("2025-02-18")});
  CHECK(told() == Lines{"news a: Đồng ý gia hạn · hạn 18/02/2025"});
  all_arrive(world);
  world.does(office(), model::FixDates{a, day("2025-02-05"), day("2025-02-25")});
  CHECK(told() == Lines{"news a: Đã chốt thời gian thực hiện · hạn 25/02/2025"});
}

TEST_CASE("what cannot wait waits all the same while the office is closed") {
  auto world = telling(one_task());
  world.time("2025-01-10 09:00").does(staff(), model::SubmitPlan{a, "12/KH"});
  all_arrive(world);
  world.time("2025-01-10 19:00").does(leader(), model::ReturnPlan{a, "thiếu dự toán"});
  world.time("2025-01-12 12:00");  // a Sunday
  CHECK(messages(world).empty());
  world.time("2025-01-13 07:30");
  CHECK(messages(world) == Lines{"digest to an", "digest to hoa"});
}

TEST_CASE("several things that cannot wait and happen at one moment are one message") {
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2025-02-03", .due = "2025-02-14"});
  plan.task({.id = "b", .start = "2025-02-03", .due = "2025-02-14"});
  auto world = telling(plan);
  world.time("2025-02-03 07:30");
  all_arrive(world);
  world.does(leader(), model::SuspendTask{a, "x"});
  CHECK(messages(world) == Lines{"at_once to an", "at_once to hoa"});
}

TEST_CASE("nobody is told of what he did himself") {
  auto world = telling(one_task());
  world.time("2025-01-08 09:00");
  all_arrive(world);
  world.does(office(), model::AssignTask{a, {{model::UnitId{"van-phong"}, ""}}, {}});
  world.time("2025-01-09 07:30");
  CHECK(messages(world).empty());
}

TEST_CASE("a leader is told every morning of what waits for him, and of nothing else") {
  auto world = telling(one_task());
  world.time("2025-01-07 09:00").does(staff(), model::SubmitPlan{a, "12/KH-NV"});
  all_arrive(world);
  world.time("2025-01-08 07:30");
  CHECK(messages(world) == Lines{"digest to binh"});
  CHECK(said(world, leader(), at("2025-01-08 07:30")) ==
        Lines{"a: chờ duyệt kế hoạch chi tiết · 12/KH-NV · chủ trì: Phòng Nghiệp vụ"});
  world.does(leader(), model::ApprovePlan{a, ""});
  CHECK(said(world, leader(), at("2025-01-08 09:00")).empty());
}

TEST_CASE("after ten days off everybody gets one digest, of how things stand") {
  auto world = telling(one_task(false));
  world.time("2025-02-05 07:30");
  all_arrive(world);
  world.sleeps_until("2025-02-21 09:12");
  CHECK(messages(world) == Lines{"digest to an", "digest to binh", "digest to hoa"});
  CHECK(said(world, staff(), at("2025-02-21 09:12")) ==
        Lines{"a: quá hạn 5 ngày làm việc · hạn 14/02/2025 · chủ trì: Phòng Nghiệp vụ"});
  world.time("2025-02-21 17:00");
  CHECK(messages(world).empty());
}

TEST_CASE("a reminder that comes days late says how many days are left, not how many there were") {
  auto world = telling(one_task(false));
  world.time("2025-01-17 07:30");
  all_arrive(world);
  world.sleeps_until("2025-02-04 09:12");  // the reminder ten working days before was due on 24/1
  const auto late = at("2025-02-04 09:12");
  CHECK_THAT(said(world, staff(), late), Catch::Matchers::VectorContains(std::string{
                                             "news a: Còn 8 ngày làm việc đến hạn 14/02/2025"}));
}

TEST_CASE("of a detailed plan that fell due meanwhile it is said how late it is, once") {
  auto world = telling(one_task());
  world.time("2025-01-07 07:30");
  all_arrive(world);
  world.time("2025-01-10 07:30");          // a day before it falls due; nobody sends the letter
  world.sleeps_until("2025-01-15 07:30");  // it fell due on 13/1
  CHECK(said(world, staff(), at("2025-01-15 07:30")) ==
        Lines{"news a: Quá hạn trình kế hoạch chi tiết 2 ngày làm việc"});
}

TEST_CASE("a digest that is still waiting goes into the next one") {
  auto world = telling(one_task());
  world.time("2025-01-07 07:30");
  CHECK(world.state().office.outbox.contains("digest/2025-01-07/an/email"));
  world.time("2025-01-10 07:30");
  const auto& outbox = world.state().office.outbox;
  REQUIRE(outbox.contains("digest/2025-01-10/an/email"));
  CHECK_FALSE(outbox.contains("digest/2025-01-07/an/email"));
  CHECK(outbox.contains("digest/2025-01-07/cuong/email"));
  CHECK(said(world, staff(), at("2025-01-10 07:30")) ==
        Lines{"news a: Giao nhiệm vụ · hạn 14/02/2025",
              "news a: Còn 1 ngày làm việc đến hạn trình kế hoạch chi tiết"});
}

TEST_CASE("a morning on which nothing ran is told when the office is open again") {
  auto world = telling(one_task());
  world.sleeps_until("2025-01-07 20:00");
  CHECK(messages(world).empty());
  world.time("2025-01-08 07:30");
  CHECK(messages(world).size() == 3);
}

TEST_CASE("who has left his post is not told any more, even where the message waits") {
  auto world = telling(one_task());
  world.time("2025-01-07 07:30");
  REQUIRE(said(world, staff(), at("2025-01-07 07:30")).size() == 1);
  world.does(administrator(), model::EndPost{staff().id, model::Role::staff,
                                             model::UnitId{"nghiep-vu"}, day("2025-01-07")});
  CHECK(said(world, staff(), at("2025-01-08 07:30")).empty());
}

TEST_CASE("a message that cannot be sent is tried again, and given up") {
  auto world = telling(one_task());
  world.time("2025-01-07 07:30");
  const auto key = world.state().office.outbox.begin()->first;
  CHECK(key == "digest/2025-01-07/an/email");
  CHECK(moves(world, key, model::DeliveryAction::send) == "accepted");
  CHECK(moves(world, key, model::DeliveryAction::retry_later) == "accepted");
  CHECK(moves(world, key, model::DeliveryAction::send) == "accepted");
  CHECK(world.state().office.outbox.at(key).delivery.tries == 2);
  CHECK(moves(world, key, model::DeliveryAction::give_up) == "accepted");
  CHECK_FALSE(world.state().office.outbox.contains(key));
  CHECK(moves(world, key, model::DeliveryAction::send) == "wrong_state");
}

TEST_CASE("channels have names and come once") {
  World world{one_task()};
  CHECK(world.tries(administrator(), model::SetChannels{{"email", "email"}}) == "bad_argument");
  CHECK(world.tries(administrator(), model::SetChannels{{"e mail"}}) == "bad_argument");
  CHECK(world.tries(leader(), model::SetChannels{{"email"}}) == "not_permitted");
}

TEST_CASE("that a whole campaign rests is told at once, in one line, as long as it does") {
  auto plan = one_task();
  plan.task({.id = "b", .start = "2025-02-03", .due = "2025-02-14", .coordinating = {"trung-tam"}});
  auto world = telling(plan);
  world.time("2025-01-07 09:00");
  all_arrive(world);
  world.time("2025-01-07 10:00").does(office(), model::SuspendCampaign{"chờ sáp nhập"});
  CHECK(messages(world) ==
        Lines{"at_once to an", "at_once to binh", "at_once to cuong", "at_once to hoa"});
  const Lines once{"news : Tạm dừng toàn bộ kế hoạch: chờ sáp nhập"};
  CHECK(said(world, staff(), at("2025-01-07 10:00")) == once);
  CHECK(said(world, leader(), at("2025-01-07 10:00")) == once);
  world.time("2025-01-07 10:05").does(leader(), model::ResumeCampaign{});
  CHECK(said(world, staff(), at("2025-01-07 10:05")) ==
        Lines{"news : Tiếp tục thực hiện kế hoạch"});
}

}  // namespace tiendo::test
