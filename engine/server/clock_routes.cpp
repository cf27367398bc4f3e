#include "server/clock_routes.hpp"

#include <boost/json/object.hpp>

#include "api/lists.hpp"
#include "api/problem.hpp"

namespace tiendo::server {
namespace {

using api::Method;
using std::chrono::days;

/// What fell due in between is done at once: not more than a year of it.
constexpr days longest_step{366};

/// When people are next told, seen from `now`.
Timestamp next_morning(const model::Office& office, Timestamp now) {
  const auto opens = office.hours.value_or(model::OfficeHours{}).opens;
  const Day today = local_day(now);
  const Day from = now < instant_of(today, opens) ? today : plus_days(today, 1);
  return instant_of(office.working_days->next_on_or_after(from), opens);
}

api::Response refused(std::string_view code, const Text& why, Language language) {
  return api::problem(409, code, why, language);
}

}  // namespace

api::Response ClockRoutes::handle(const api::Request& request, bool administers, Timestamp now) {
  if (request.method == Method::get) {
    return show(now, administers);
  }
  if (request.method != Method::put) {
    return api::method_not_allowed(allowed_methods(), request.language);
  }
  if (rooms_.rehearsal == nullptr) {
    return refused("not_a_rehearsal",
                   {"đồng hồ của cơ quan thật không chỉnh được: chỉ bản diễn tập mới chỉnh được",
                    "the clock of a real office cannot be moved: that is for rehearsals"},
                   request.language);
  }
  if (!may_change(administers)) {
    return api::problem(403, "not_permitted",
                        {"việc này của quản trị viên", "this is for administrators"},
                        request.language);
  }
  return change(request, now);
}

bool ClockRoutes::may_change(bool administers) const {
  return rooms_.rehearsal != nullptr && (rooms_.story != nullptr || administers);
}

api::Response ClockRoutes::show(Timestamp now, bool administers) const {
  const bool rehearsal = rooms_.rehearsal != nullptr;
  const double speed = rehearsal ? rooms_.rehearsal->speed() : 1;
  const Timestamp seconds = std::chrono::floor<std::chrono::seconds>(now);
  return api::json_response(boost::json::object{{"now", to_string(seconds)},
                                                {"rehearsal", rehearsal},
                                                {"speed", speed},
                                                {"paused", speed == 0},
                                                {"may_change", may_change(administers)}});
}

api::Response ClockRoutes::change(const api::Request& request, Timestamp now) {
  const auto read = api::read_body(request, "ClockChange");
  if (const auto* wrong = std::get_if<api::Response>(&read)) {
    return *wrong;
  }
  const auto& body = std::get<api::Body>(read);
  Timestamp until = now;
  if (body.has("speed")) {
    static_cast<void>(rooms_.rehearsal->set_speed(body.number("speed")));
  } else {
    const auto wanted = target(body, request, now);
    if (const auto* wrong = std::get_if<api::Response>(&wanted)) {
      return *wrong;
    }
    until = std::get<Timestamp>(wanted);
    if (!rooms_.rehearsal->step_to(until)) {
      until = rooms_.rehearsal->read().now;  // it passed `until` just now
    }
  }
  played_from_ = rooms_.story == nullptr ? 0 : rooms_.story->play(until);
  rooms_.loop.look_at_clock();
  return show(until, true);
}

ClockRoutes::Changed ClockRoutes::target(const api::Body& body, const api::Request& request,
                                         Timestamp now) const {
  if (body.has("step")) {
    return body.text("step") == "P1D" ? now + days{1}
                                      : next_morning(rooms_.engine.state().office, now);
  }
  const auto at = parse_timestamp(body.text("step_to"));
  if (!at) {
    return api::problem(422, "bad_argument",
                        {"step_to ghi như 2025-04-20T08:30:00+07:00",
                         "step_to looks like 2025-04-20T08:30:00+07:00"},
                        request.language);
  }
  if (*at < now) {
    return refused("clock_goes_forward",
                   {"đồng hồ chỉ đi tới: chọn một thời điểm sau " + to_string(now),
                    "the clock goes forward only: choose an instant after " + to_string(now)},
                   request.language);
  }
  if (*at - now > longest_step) {
    return refused("step_too_long",
                   {"mỗi lần đi tới không quá 366 ngày", "a step takes 366 days at most"},
                   request.language);
  }
  return *at;
}

void ClockRoutes::undo() {
  if (rooms_.story != nullptr) {
    rooms_.story->play_again_from(played_from_);
  }
}

}  // namespace tiendo::server
