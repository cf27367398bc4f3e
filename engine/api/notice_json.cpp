#include "api/notice_json.hpp"

#include "api/json_parts.hpp"

namespace tiendo::api {

boost::json::object to_json(const runtime::QueuedNotice& queued, Language language) {
  return {{"at", to_string(queued.at)},
          {"campaign", queued.campaign.str()},
          {"task", text_or_null(queued.notice.task.str())},
          {"subject", model::name(queued.notice.subject)},
          {"to", model::to_string(queued.notice.to)},
          {"key", queued.notice.key},
          {"text", queued.text.in(language)}};
}

}  // namespace tiendo::api
