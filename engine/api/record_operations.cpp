// What is read from the journal and belongs to no one campaign.
#include "api/record_operations.hpp"

#include <algorithm>
#include <boost/json/array.hpp>

#include "api/answers.hpp"
#include "api/lists.hpp"
#include "api/notice_json.hpp"
#include "api/problem.hpp"
#include "runtime/inbox.hpp"

namespace tiendo::api {
namespace {

namespace json = boost::json;

/// What waits in the outbox of the campaign, to be looked up in its stream.
runtime::InboxQuestion question_of(const model::Campaign& campaign, const Reading& reading) {
  const auto unit = query(reading.request, "unit");
  std::set<std::string> keys;
  for (const auto& [key, delivery] : campaign.outbox) {
    const auto& to = delivery.notice.to;
    if (reading.sight.sees(to) && (unit.empty() || to.unit.str() == unit)) {
      keys.insert(key);
    }
  }
  runtime::InboxQuestion question{
      campaign.id,
      campaign.plan,
      [keys = std::move(keys)](const model::Notice& notice) { return keys.contains(notice.key); },
      {}};
  return question;
}

}  // namespace

Outcome list_inbox(const Reading& reading) {
  const auto wanted = query(reading.request, "campaign");
  std::vector<runtime::InboxQuestion> questions;
  for (const auto& [id, campaign] : reading.look.state.campaigns) {
    if (wanted.empty() || wanted == id.str()) {
      questions.push_back(question_of(campaign, reading));
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

}  // namespace tiendo::api
