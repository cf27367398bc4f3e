#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "calendar/limits.hpp"
#include "calendar/moment_reader.hpp"
#include "calendar/token.hpp"
#include "calendar/window.hpp"

namespace tiendo::calendar {

/// What a connecting word makes of the times after it.
enum class Role : std::uint8_t {
  at,        // trong, vào, or nothing
  from,      // từ
  after,     // sau
  through,   // đến, hết
  before,    // trước
  latest,    // chậm nhất
  except,    // trừ: days that do not count
  replaced,  // thay vì, chuyển từ: a time that held before
  compared,  // so với: a time of something else
};

/// Times with their connecting words: "chậm nhất ngày 10/12/2025".
struct Clause {
  Role role = Role::at;
  Series series = {};
  bool bracketed = false;
  bool peak = false;     // cao điểm
  bool in_name = false;  // the year of a name: "Hội nghị tổng kết năm 2025"
  bool whole = false;    // cả năm: not only where other times lie
};

/// A time that an event gives: "sau khi ban hành Hướng dẫn".
struct Event {
  Role role = Role::after;
  std::string text = {};
  bool bracketed = false;
};

/// A length of time counted from or back from something: "trong 05 ngày kể từ ngày nhận đơn".
struct LimitClause {
  Limit limit = {};
  bool in_hours = false;  // not worked out: limits are whole days
  bool back = false;
  std::optional<Moment> moment = {};  // counted from this
  std::string event = {};             // or from this; neither: the text does not say
  bool bracketed = false;
};

/// What a phrase says, before years and plan are known.
struct Phrase {
  std::vector<Clause> clauses = {};
  std::vector<Event> events = {};
  std::vector<LimitClause> limits = {};
  std::vector<Recurrence> recurrences = {};
  std::optional<std::chrono::minutes> from_time = {};  // times of day beside the dates
  std::optional<std::chrono::minutes> until_time = {};
  std::optional<PartOfDay> part_of_day = {};  // beside the weekdays; the times lie in it
  Weekdays weekdays = {};
  int times_unplaced = 0;  // "02 lần/tháng": so many times, on days that are not said
  bool tentative = false;
  bool aspirational = false;
  bool external = false;
  bool continuous = false;
  bool by_other_plan = false;       // theo Kế hoạch chi tiết
  bool term = false;                // nhiệm kỳ
  bool school_year = false;         // năm học
  bool blank = false;               // "ngày … tháng … năm 2025"
  bool days_off_excepted = false;   // trừ ngày nghỉ, không kể thứ Bảy, Chủ nhật
  bool on_demand = false;           // đột xuất, khi có yêu cầu
  std::string exception = {};       // trừ trường hợp đặc biệt: no time follows
  std::optional<Text> turned = {};  // a word beside a time that changes its meaning
};

/// Makes opaque what looks like time and is not: document numbers and their dates, years in the
/// names of laws, terms of office, numbers of list items.
void hide_look_alikes(std::vector<Token>& tokens, Phrase& phrase);

/// Makes one token of each name of a day that is known: the anchors and, where the day of issue is
/// known, "nay" and "ngày ký".
void name_days(std::vector<Token>& tokens, const std::map<std::string, Day>& anchors,
               std::optional<Day> issued);

/// Finds the words that say how certain or how often: "dự kiến", "phấn đấu", "thường xuyên".
void find_modifiers(const std::vector<Token>& tokens, Phrase& phrase);

/// Reads everything in the phrase that is time.
[[nodiscard]] Phrase read_phrase(std::vector<Token> tokens);

/// The parts of read_phrase, each at a place of the phrase; false: nothing there.
[[nodiscard]] bool read_limit(Cursor& cursor, Phrase& phrase);
[[nodiscard]] bool read_recurrence(Cursor& cursor, Phrase& phrase);
[[nodiscard]] bool read_event(Cursor& cursor, Phrase& phrase);
[[nodiscard]] bool read_clause(Cursor& cursor, Phrase& phrase,
                               Introduced introduced = Introduced::no);
[[nodiscard]] bool read_exception(Cursor& cursor, Phrase& phrase);
[[nodiscard]] bool read_shift(Cursor& cursor, Phrase& phrase);
[[nodiscard]] bool read_times(Cursor& cursor, Phrase& phrase);

/// A connecting word: which role it gives the times after it.
[[nodiscard]] std::optional<Role> read_role(Cursor& cursor);

/// Text of an event, up to a mark, a number or the next connecting word.
[[nodiscard]] std::string read_event_text(Cursor& cursor);

/// What was read at a place of the phrase: tokens `begin` to `end`, without the last.
struct Read {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_time = false;  // not an event, not a time of day
};

/// Looks at the words that were not read and stand beside a time. One that changes what the time
/// means is put into `phrase.turned`; ordinary words of a sentence are left alone.
void find_turning_words(const std::vector<Token>& tokens, const std::vector<Read>& reads,
                        Phrase& phrase);

/// Looks at the edges of what was read: a number that belongs to a time and was not read makes
/// another time of it ("15/4/20255"). It is put into `phrase.turned`.
void find_left_over(const std::vector<Token>& tokens, const std::vector<Read>& reads,
                    Phrase& phrase);

/// "05 ngày làm việc", "mười (10) ngày", "24 giờ".
[[nodiscard]] std::optional<LimitClause> read_length(Cursor& cursor);

}  // namespace tiendo::calendar
