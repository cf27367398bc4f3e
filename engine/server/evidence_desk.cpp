#include "server/evidence_desk.hpp"

#include <boost/json/object.hpp>
#include <fstream>

#include "api/answers.hpp"
#include "api/lists.hpp"
#include "api/problem.hpp"
#include "journal/blob_folder.hpp"

namespace tiendo::server {
namespace {

constexpr std::string_view evidence_path = "/api/v1/evidence";

}  // namespace

std::string EvidenceDesk::allowed_methods(std::string_view path) const {
  return path == evidence_path ? "POST" : "";
}

HttpIntake EvidenceDesk::intake() const {
  HttpIntake to_disk;
  to_disk.body_bytes_max = journal::BlobFolder::usual_limit;
  to_disk.spool_to = folder_;
  return to_disk;
}

void EvidenceDesk::serve(const SharedVisitor& visitor) {
  visitor->operation = "uploadEvidence";
  const auto language = visitor->request.language;
  if (visitor->request.method != api::Method::post) {
    visitor->answer(api::method_not_allowed(allowed_methods(evidence_path), language));
    return;
  }
  if (visitor->http.upload == nullptr) {
    visitor->answer(api::problem(
        400, "no_content",
        {"gửi nội dung của tệp bằng POST", "send the content of the file by POST"}, language));
    return;
  }
  const auto may = [this, visitor, language](Timestamp now) -> std::optional<api::Response> {
    if (sight_of(*visitor, rooms_.service, now).acts()) {
      return std::nullopt;
    }
    return api::refused("not_permitted",
                        {"tệp do người đang giữ chức vụ gửi lên; người xem thì không",
                         "files are uploaded by those who hold a post, not by viewers"},
                        language);
  };
  ask(rooms_.loop, visitor, may, [this, visitor] {
    leave_to(rooms_.worker, visitor, [this, visitor] { visitor->answer(keep(*visitor)); });
  });
}

/// On the worker's thread.
api::Response EvidenceDesk::keep(const Visitor& visitor) {
  const auto& upload = *visitor.http.upload;
  std::ifstream content{upload.path(), std::ios::binary};
  const auto hash = rooms_.blobs.put(content);
  if (hash.has_error()) {
    return api::unavailable(hash.error(), visitor.request.language);
  }
  return api::json_response(boost::json::object{{"hash", *hash}, {"size", upload.size()}});
}

}  // namespace tiendo::server
