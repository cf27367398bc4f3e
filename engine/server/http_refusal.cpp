#include "server/http_refusal.hpp"

#include <string_view>

#include "api/problem.hpp"
#include "base/check.hpp"

namespace tiendo::server {
namespace {

struct Refusal {
  int status;
  std::string_view code;
  Text detail;
};

Refusal of_head(HttpFault fault) {
  switch (fault) {
    case HttpFault::target_malformed:
      return {
          400,
          "target_malformed",
          {"địa chỉ trong yêu cầu phải bắt đầu bằng /", "the target of a request begins with /"}};
    case HttpFault::target_too_long:
      return {414,
              "target_too_long",
              {"địa chỉ trong yêu cầu dài quá giới hạn; hãy rút gọn điều kiện tìm kiếm",
               "the target is longer than is allowed; ask with fewer or shorter parameters"}};
    case HttpFault::header_too_large:
      return {431,
              "header_too_large",
              {"phần đầu yêu cầu lớn quá giới hạn; hãy xóa cookie của trang này rồi thử lại",
               "the header is larger than is allowed; delete the cookies of this site, try again"}};
    case HttpFault::version_unknown:
      return {505,
              "version_unknown",
              {"máy chủ dùng HTTP/1.1 và HTTP/1.0", "the server speaks HTTP/1.1 and HTTP/1.0"}};
    case HttpFault::host_missing:
      return {400,
              "host_missing",
              {"yêu cầu phải có đúng một dòng Host", "a request has exactly one header Host"}};
    case HttpFault::expectation_unknown:
      return {
          417,
          "expectation_unknown",
          {"máy chủ chỉ hiểu Expect: 100-continue", "the server knows no Expect but 100-continue"}};
    default:
      return {400,
              "malformed",
              {"yêu cầu không đúng cú pháp HTTP/1.1 (RFC 9112)",
               "the request is not well formed HTTP/1.1 (RFC 9112)"}};
  }
}

Refusal of_rest(HttpFault fault) {
  switch (fault) {
    case HttpFault::transfer_encoding_unknown:
      return {501,
              "transfer_encoding_unknown",
              {"máy chủ chỉ đọc được Transfer-Encoding: chunked",
               "the server reads no Transfer-Encoding but chunked"}};
    case HttpFault::body_too_large:
      return {413,
              "body_too_large",
              {"nội dung gửi lên lớn quá giới hạn cho phép; hãy chia nhỏ hoặc nén tệp",
               "the body is larger than is allowed here; send it in parts, or a smaller file"}};
    case HttpFault::header_too_slow:
      return {408,
              "header_too_slow",
              {"phần đầu yêu cầu không đến đủ trong thời gian cho phép; hãy gửi lại",
               "the header did not arrive in time; send the request again"}};
    case HttpFault::body_too_slow:
      return {408,
              "body_too_slow",
              {"nội dung đến quá chậm; hãy kiểm tra đường truyền rồi gửi lại",
               "the body arrived too slowly; look at the connection, send the request again"}};
    case HttpFault::no_room_for_upload:
      return {503,
              "no_room_for_upload",
              {"máy chủ không ghi được tệp gửi lên, có thể do đĩa đầy; hãy báo người quản trị",
               "the server cannot keep the upload, its disk may be full; tell who runs it"}};
    case HttpFault::file_missing:
      return {500,
              "file_missing",
              {"không mở được tệp này trên máy chủ; hãy báo người quản trị",
               "the file cannot be opened on the server; tell who runs it"}};
    default:
      return {500,
              "no_answer",
              {"máy chủ gặp lỗi khi xử lý yêu cầu; hãy thử lại, nếu vẫn lỗi hãy báo người quản trị",
               "the server failed at this request; try again, then tell who runs it"}};
  }
}

Refusal refusal_of(HttpFault fault) {
  switch (fault) {
    case HttpFault::transfer_encoding_unknown:
    case HttpFault::body_too_large:
    case HttpFault::header_too_slow:
    case HttpFault::body_too_slow:
    case HttpFault::no_room_for_upload:
    case HttpFault::file_missing:
    case HttpFault::no_answer:
      return of_rest(fault);
    default:
      return of_head(fault);
  }
}

}  // namespace

HttpResponse refuse(HttpFault fault, Language language) {
  const auto refusal = refusal_of(fault);
  return to_http(api::problem(refusal.status, refusal.code, refusal.detail, language));
}

}  // namespace tiendo::server
