#include "chart/script.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/check.hpp"
#include "chart/compiler.hpp"
#include "chart/interpreter.hpp"

namespace tiendo::chart {
namespace {

using std::chrono::microseconds;

/// How far the virtual clock goes.
constexpr microseconds longest_run = 10 * longest_delay;

class NoDomain final : public Host {
 public:
  bool holds(std::uint32_t) override {
    check(false, "a chart on its own has no guards of a domain");
    return false;
  }
  void perform(std::uint32_t) override {
    check(false, "a chart on its own has no actions of a domain");
  }
  Timestamp due(const Delay& delay, Timestamp from) override {
    return from + std::get<microseconds>(delay);
  }
};

Error unusable(std::string_view item, std::string_view why_vi, std::string_view why_en) {
  return {.message = {fmt::format("mục \"{}\": {}", item.substr(0, longest_name), why_vi),
                      fmt::format("item \"{}\": {}", item.substr(0, longest_name), why_en)},
          .where = {}};
}

bool waits_working_days(const Chart& chart) {
  for (const auto& action : chart.actions()) {
    if (action.after && std::holds_alternative<WorkingDays>(*action.after)) {
      return true;
    }
  }
  return false;
}

class Player {
 public:
  explicit Player(const Chart& chart) : chart_(chart) {}

  Result<Played> play(std::span<const std::string> items) {
    if (const auto started = interpreter_.start(chart_, machine_, now_, host_); !started) {
      return started.error();
    }
    note({});
    for (const auto& item : items) {
      if (const auto taken = take(item); !taken) {
        return taken.error();
      }
      note(item);
      if (names_ > most_names) {
        return unusable(item, "kết quả quá dài; hãy chia nhỏ danh sách sự kiện",
                        "the result grows too long; split the list of events");
      }
    }
    played_.done = machine_.done;
    return std::move(played_);
  }

 private:
  Result<void> take(const std::string& item) {
    if (item.starts_with('+')) {
      return pass(item);
    }
    if (item.empty()) {
      return unusable(item, "tên sự kiện trống", "the name of the event is empty");
    }
    if (item.starts_with('-') && parse_delay(std::string_view{item}.substr(1))) {
      return unusable(item, "thời gian không lùi lại; viết như +2s",
                      "time does not go back; write it like +2s");
    }
    if (!is_legal_name(item)) {
      return unusable(item,
                      "không phải tên sự kiện: chỉ dùng chữ cái không dấu, chữ số, \"_\", \"-\", "
                      "các phần cách nhau bằng một dấu chấm",
                      "is no name of an event: use plain letters, digits, \"_\", \"-\", parts "
                      "joined by single points");
    }
    const auto moved = interpreter_.step(chart_, machine_, item, now_, host_);
    return moved ? Result<void>{} : moved.error();
  }

  Result<void> pass(const std::string& item) {
    const auto delay = parse_delay(std::string_view{item}.substr(1));
    if (delay && std::holds_alternative<WorkingDays>(*delay)) {
      return unusable(item, "sơ đồ đứng riêng không có lịch làm việc; viết bằng ngày, như +5d",
                      "a chart on its own has no calendar of working days; write days, like +5d");
    }
    if (!delay) {
      return unusable(item, "thời gian phải viết như +10ms, +0.5s, +90m, +2h hoặc +3d",
                      "time is written like +10ms, +0.5s, +90m, +2h or +3d");
    }
    now_ += std::get<microseconds>(*delay);
    if (now_.time_since_epoch() > longest_run) {
      return unusable(item, "đồng hồ ảo đã chạy quá 1000 năm",
                      "the virtual clock has run for more than 1000 years");
    }
    for (std::size_t count = 0; next_due(machine_).value_or(Timestamp::max()) <= now_; ++count) {
      if (count == most_deliveries) {
        return unusable(
            item,
            fmt::format("sơ đồ không bao giờ dừng: quá {} lần gửi trong khoảng này; hãy "
                        "tăng after của send",
                        most_deliveries),
            fmt::format("the chart never rests: more than {} sends in this time; give "
                        "its sends a longer after",
                        most_deliveries));
      }
      if (const auto moved = interpreter_.deliver(chart_, machine_, now_, host_); !moved) {
        return moved.error();
      }
    }
    return {};
  }

  void note(std::string_view item) {
    played_.steps.push_back({item, active_atomic_states(chart_, machine_)});
    names_ += played_.steps.back().active.size();
  }

  const Chart& chart_;
  NoDomain host_;
  Interpreter interpreter_;
  Machine machine_;
  Timestamp now_{};
  Played played_;
  std::size_t names_ = 0;
};

}  // namespace

std::vector<std::string_view> unheard(const Chart& chart, std::span<const std::string> items) {
  std::vector<std::string_view> names;
  for (const auto& item : items) {
    const auto event = chart.events().find(item);
    const bool heard =
        item.starts_with('+') ||
        std::ranges::any_of(chart.transitions(), [&](const CompiledTransition& transition) {
          return chart.matches(transition, event);
        });
    if (!heard && std::ranges::find(names, item) == names.end()) {
      names.emplace_back(item);
    }
  }
  return names;
}

Result<Played> play(const Chart& chart, std::span<const std::string> items) {
  if (items.size() > most_items) {
    return Error{.message = {fmt::format("quá nhiều sự kiện: tối đa {}", most_items),
                             fmt::format("too many events: at most {}", most_items)},
                 .where = {}};
  }
  if (waits_working_days(chart)) {
    return Error{.message = {"sơ đồ đứng riêng không có lịch làm việc; hãy viết after bằng ngày "
                             "(5d) thay vì ngày làm việc (5wd)",
                             "a chart on its own has no calendar of working days; write after in "
                             "days (5d) instead of working days (5wd)"},
                 .where = {}};
  }
  return Player{chart}.play(items);
}

}  // namespace tiendo::chart
