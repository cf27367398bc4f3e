#include "api/problem.hpp"

#include <boost/json/serialize.hpp>

namespace tiendo::api {
namespace {

/// The words of RFC 9110 for a status, and ours.
Text title_of(int status) {
  switch (status) {
    case 400:
      return {"Yêu cầu không hợp lệ", "Bad Request"};
    case 401:
      return {"Chưa đăng nhập", "Unauthorized"};
    case 403:
      return {"Không có quyền", "Forbidden"};
    case 404:
      return {"Không tìm thấy", "Not Found"};
    case 405:
      return {"Không dùng được phương thức này", "Method Not Allowed"};
    case 408:
      return {"Quá thời gian chờ yêu cầu", "Request Timeout"};
    case 409:
      return {"Không được chấp nhận", "Conflict"};
    case 411:
      return {"Thiếu độ dài nội dung", "Length Required"};
    case 412:
      return {"Đã có thay đổi trước đó", "Precondition Failed"};
    case 413:
      return {"Nội dung quá lớn", "Content Too Large"};
    case 414:
      return {"Địa chỉ quá dài", "URI Too Long"};
    case 415:
      return {"Loại nội dung không đọc được", "Unsupported Media Type"};
    case 416:
      return {"Không có khoảng này", "Range Not Satisfiable"};
    case 417:
      return {"Không đáp ứng được", "Expectation Failed"};
    case 422:
      return {"Nội dung không đúng", "Unprocessable Content"};
    case 429:
      return {"Quá nhiều yêu cầu", "Too Many Requests"};
    case 431:
      return {"Phần đầu yêu cầu quá lớn", "Request Header Fields Too Large"};
    case 501:
      return {"Chưa hỗ trợ", "Not Implemented"};
    case 503:
      return {"Tạm thời chưa phục vụ được", "Service Unavailable"};
    case 505:
      return {"Phiên bản HTTP không dùng được", "HTTP Version Not Supported"};
    default:
      return {"Lỗi", "Error"};
  }
}

}  // namespace

Response problem(int status, std::string_view code, const Text& detail, Language language,
                 boost::json::object more) {
  boost::json::object document{{"type", "urn:tiendo:problem:" + std::string{code}},
                               {"title", title_of(status).in(language)},
                               {"status", status},
                               {"detail", detail.in(language)},
                               {"code", code}};
  for (auto& member : more) {
    document[member.key()] = std::move(member.value());
  }
  Response response;
  response.status = status;
  response.content_type = "application/problem+json";
  response.body = boost::json::serialize(document);
  response.code = code;
  return response;
}

Response method_not_allowed(const std::string& allowed, Language language) {
  auto response =
      problem(405, "method_not_allowed",
              {"đường dẫn này chỉ nhận " + allowed, "this path takes only " + allowed}, language);
  response.headers.emplace_back("Allow", allowed);
  return response;
}

Response unavailable(const Error& error, Language language) {
  auto detail = error.message;
  if (!error.where.empty()) {
    detail = {error.where + ": " + detail.vi, error.where + ": " + detail.en};
  }
  auto response = problem(503, "outside_failed", detail, language);
  response.headers.emplace_back("Retry-After", "1");
  return response;
}

}  // namespace tiendo::api
