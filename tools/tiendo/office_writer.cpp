#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "decide/decide.hpp"
#include "definition/holidays.hpp"
#include "folder_clock.hpp"
#include "login.hpp"
#include "office.hpp"
#include "runtime/history.hpp"
#include "runtime/outlook.hpp"
#include "wall_clock.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;
using std::chrono::days;

constexpr days longest_absence{60};
constexpr std::size_t outlook_shown = 20;

}  // namespace

std::unique_ptr<OfficeWriter> OfficeWriter::open(const FolderOptions& options, Missing missing,
                                                 Context& context) {
  std::unique_ptr<OfficeWriter> writer{new OfficeWriter};
  writer->options_ = options;
  writer->owner_ = owner_id();
  auto make = OpenFolder::Make::nothing;
  if (missing == Missing::is_made) {
    make = options.rehearsal ? OpenFolder::Make::rehearsal : OpenFolder::Make::office;
  }
  return writer->begin(make, context) && writer->may_go_on(context) ? std::move(writer) : nullptr;
}

bool OfficeWriter::begin(OpenFolder::Make make, Context& context) {
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
  began_at_ = engine_->position();
  const auto last = last_instant(folder_->journal(), began_at_);
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
bool OfficeWriter::may_go_on(Context& context) const {
  if (began_at_ == 0 || options_.after_absence || now_ - last_ <= longest_absence) {
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

runtime::Request OfficeWriter::request(const Wish& wish) const {
  model::Command command{options_.as.empty() ? owner_ : model::UserId{options_.as}, std::nullopt,
                         wish.campaign, wish.body};
  if (!options_.on_behalf_of.empty() || !options_.document.empty()) {
    command.on_behalf = model::OnBehalf{options_.on_behalf_of, options_.document};
  }
  auto key = options_.key;
  if (!key.empty() && !wish.part.empty()) {
    key += '/' + wish.part;
  }
  return {std::move(command), std::move(key), wish.fingerprint};
}

/// An office that has no holidays yet gets those that the program knows.
Result<void> OfficeWriter::set_holidays() {
  if (!engine_->state().office.holidays.empty()) {
    return {};
  }
  const model::Command command{
      owner_, {}, {}, model::OfficeCommand{model::SetHolidays{definition::built_in_holidays()}}};
  const auto answer = engine_->decide({command, {}, {}}, now_);
  if (answer.has_error()) {
    return answer.error();
  }
  return {};
}

Result<port::Answer> OfficeWriter::carry_out(const std::vector<Wish>& wishes) {
  if (auto set = set_holidays(); set.has_error()) {
    return set.error();
  }
  port::Answer answer;
  for (const auto& wish : wishes) {
    auto decided = engine_->decide(request(wish), now_);
    if (decided.has_error() || (!decided->accepted() && wishes.size() > 1)) {
      return decided;  // nothing is committed
    }
    answer = std::move(*decided);
  }
  if (auto committed = engine_->commit(); committed.has_error()) {
    return committed.error();
  }
  engine_->rest();
  return answer;
}

std::optional<port::Answer> OfficeWriter::would_refuse(const Body& body) const {
  const auto decision = decide::decide(engine_->state(), request({{}, body, {}, {}}).command, now_);
  if (decision.accepted()) {
    return std::nullopt;
  }
  return port::Answer{decision.rejection->code, decision.rejection->reason, began_at_};
}

Result<void> OfficeWriter::catch_up() {
  return engine_->advance(now_);
}

Result<std::vector<model::Event>> OfficeWriter::news() const {
  std::vector<model::Event> events;
  const auto read =
      folder_->journal().read(began_at_, [&](port::Journal::Position, const model::Event& event) {
        events.push_back(event);
        return true;
      });
  if (read.has_error()) {
    return read.error();
  }
  return events;
}

}  // namespace tiendo::cli
