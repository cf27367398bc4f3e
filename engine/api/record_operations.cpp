// What is read from the journal and belongs to no one campaign.
#include "api/record_operations.hpp"

#include <algorithm>
#include <boost/json/array.hpp>

#include "api/answers.hpp"
#include "api/lists.hpp"
#include "api/notice_json.hpp"
#include "api/problem.hpp"
#include "runtime/inbox.hpp"
#include "runtime/messages.hpp"

namespace tiendo::api {
namespace {

namespace json = boost::json;

constexpr std::chrono::days inbox_reaches_back{60};
constexpr std::size_t messages_max = 500;

/// Whether a notice is asked for: to the caller by the posts that he holds today; where a unit is
/// named, to that unit; of whoever is no person of the office, all of them. Nobody is shown what he
/// may not see. Asked on another thread, so all of it is copied.
std::function<bool(const model::Notice&)> wanted_by(const Reading& reading) {
  const auto& people = reading.look.state.office.people;
  const auto found = people.find(reading.request.caller.user);
  std::optional<model::Person> person;
  if (found != people.end()) {
    person = found->second;
  }
  return [person, sight = reading.sight, unit = std::string{query(reading.request, "unit")},
          today = local_day(reading.look.now)](const model::Notice& notice) {
    if (!unit.empty()) {
      return notice.to.unit.str() == unit && sight.sees(notice.to);
    }
    return person ? model::reaches(notice.to, *person, today) : sight.sees(notice.to);
  };
}

json::object to_json(const runtime::MessageRecord& record) {
  const auto& retry_at = record.delivery.retry_at;
  return {{"key", record.message.key},
          {"kind", model::name(record.message.kind)},
          {"day", to_string(record.message.day)},
          {"to", record.message.to.str()},
          {"channel", record.message.channel},
          {"notices", record.message.notices.size()},
          {"queued_at", to_string(record.queued_at)},
          {"moved_at", to_string(record.moved_at)},
          {"state", model::name(record.delivery.state)},
          {"tries", record.delivery.tries},
          {"retry_at", retry_at ? json::value(to_string(*retry_at)) : json::value(nullptr)},
          {"reason", record.reason}};
}

}  // namespace

Outcome list_inbox(const Reading& reading) {
  const auto wanted = query(reading.request, "campaign");
  // Who asks for a unit by name asks what the unit was told.
  const auto& user = reading.request.caller.user;
  const bool for_himself =
      query(reading.request, "unit").empty() && reading.look.state.office.people.contains(user);
  const auto reader = for_himself ? user : model::UserId{};
  std::vector<runtime::InboxQuestion> questions;
  for (const auto& [id, campaign] : reading.look.state.campaigns) {
    if (wanted.empty() || wanted == id.str()) {
      questions.push_back({id,
                           campaign.plan,
                           wanted_by(reading),
                           reading.look.now - inbox_reaches_back,
                           {},
                           reader});
    }
  }
  return ReadJournal{[questions = std::move(questions),
                      language = reading.language()](const port::Journal& journal) {
    std::vector<runtime::QueuedNotice> all;
    for (const auto& question : questions) {
      const auto read = runtime::read_inbox(journal, question, all);
      if (read.has_error()) {
        return unavailable(read.error(), language);
      }
    }
    std::ranges::stable_sort(all, {}, &runtime::QueuedNotice::at);
    json::array notices;
    for (const auto& queued : all) {
      notices.push_back(to_json(queued, language));
    }
    return list_response("notices", std::move(notices), std::nullopt);
  }};
}

Outcome list_messages(const Reading& reading) {
  const std::string state{query(reading.request, "state")};
  if (!state.empty() && !model::named<model::DeliveryState>(state)) {
    return bad_parameter(
        {{"state là một trong: queued, sending, waiting_retry, sent, dead, withdrawn",
          "state is one of: queued, sending, waiting_retry, sent, dead, withdrawn"},
         "state"},
        reading.language());
  }
  const auto wanted = [user = reading.request.caller.user, all = reading.sight.manages_people()](
                          const model::Message& message) { return all || message.to == user; };
  return ReadJournal{[wanted, state, language = reading.language()](const port::Journal& journal) {
    const auto records = runtime::messages(journal, wanted);
    if (records.has_error()) {
      return unavailable(records.error(), language);
    }
    json::array messages;
    for (const auto& record : *records) {
      const bool asked = state.empty() || model::name(record.delivery.state) == state;
      if (asked && messages.size() < messages_max) {
        messages.push_back(to_json(record));
      }
    }
    return list_response("messages", std::move(messages), std::nullopt);
  }};
}

}  // namespace tiendo::api
