#include "email/email_channel.hpp"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

#include "base/check.hpp"
#include "email/conversation.hpp"
#include "email/outcome.hpp"
#include "mime/encoding.hpp"
#include "mime/message.hpp"

namespace tiendo::email {
namespace {

struct EasyDeleter {
  void operator()(CURL* handle) const noexcept { curl_easy_cleanup(handle); }
};
struct ListDeleter {
  void operator()(curl_slist* list) const noexcept { curl_slist_free_all(list); }
};
using Easy = std::unique_ptr<CURL, EasyDeleter>;
using List = std::unique_ptr<curl_slist, ListDeleter>;

/// Of a letter on its way; the callbacks of the library are given it.
struct Delivery {
  std::string_view rest;  // of the message, still to be sent
  Conversation said;
};

std::size_t give(char* buffer, std::size_t size, std::size_t count, void* delivery) {
  auto& rest = static_cast<Delivery*>(delivery)->rest;
  const auto taken = std::min(size * count, rest.size());
  std::memcpy(buffer, rest.data(), taken);
  rest.remove_prefix(taken);
  return taken;
}

int listen(CURL*, curl_infotype type, char* data, std::size_t size, void* delivery) {
  auto& said = static_cast<Delivery*>(delivery)->said;
  if (type == CURLINFO_HEADER_OUT) said.sent({data, size});
  if (type == CURLINFO_HEADER_IN) said.received({data, size});
  return 0;
}

std::size_t drop(char*, std::size_t size, std::size_t count, void*) {
  return size * count;
}

/// Asked once a second at least, also while the server says nothing; anything but 0 ends it.
int is_given_up(void* given_up, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return *static_cast<const std::atomic<bool>*>(given_up) ? 1 : 0;
}

Failure failure_of(CURLcode code) {
  switch (code) {
    case CURLE_OK:
      return Failure::none;
    case CURLE_COULDNT_RESOLVE_HOST:
      return Failure::no_host;
    case CURLE_COULDNT_CONNECT:
      return Failure::no_server;
    case CURLE_OPERATION_TIMEDOUT:
      return Failure::timeout;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
      return Failure::certificate;
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CONNECT_ERROR:
      return Failure::no_tls;
    case CURLE_LOGIN_DENIED:
      return Failure::sign_in;
    default:
      return Failure::other;
  }
}

template <class Value>
void set(const Easy& handle, CURLoption option, Value value) {
  check(curl_easy_setopt(handle.get(), option, value) == CURLE_OK, "curl takes the option");
}

void set_security(const Easy& handle, const Settings& settings) {
  set(handle, CURLOPT_USE_SSL,
      static_cast<long>(settings.security == Security::none ? CURLUSESSL_NONE : CURLUSESSL_ALL));
  set(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set(handle, CURLOPT_SSL_VERIFYPEER, 1L);
  set(handle, CURLOPT_SSL_VERIFYHOST, 2L);
  if (settings.ca_file.empty()) return;
  set(handle, CURLOPT_CAINFO, settings.ca_file.c_str());
  set(handle, CURLOPT_CAPATH, static_cast<const char*>(nullptr));
}

void set_way(const Easy& handle, const Settings& settings) {
  // What follows the host is how we call ourselves: the name of this machine is often a bare one,
  // which many servers refuse.
  const auto* scheme = settings.security == Security::implicit ? "smtps" : "smtp";
  const auto url = fmt::format("{}://{}:{}/{}", scheme, settings.host, settings.port,
                               mime::domain_of(settings.from.address));
  set(handle, CURLOPT_URL, url.c_str());
  set(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  set(handle, CURLOPT_PROXY, "");
  set(handle, CURLOPT_NOSIGNAL, 1L);
  set(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(settings.connect_time_max.count()));
  set(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(settings.total_time_max.count()));
  // The time of a letter does not count for the QUIT after it. It is given that of an answer, which
  // holds only where the connection ends with the letter.
  const auto answer_time = std::chrono::ceil<std::chrono::seconds>(settings.total_time_max);
  set(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT, static_cast<long>(answer_time.count()));
  set(handle, CURLOPT_FORBID_REUSE, 1L);
  if (settings.user.empty()) return;
  set(handle, CURLOPT_USERNAME, settings.user.c_str());
  set(handle, CURLOPT_PASSWORD, settings.password.c_str());
}

void set_letter(const Easy& handle, const Settings& settings, const List& recipients,
                Delivery& delivery) {
  set(handle, CURLOPT_MAIL_FROM, settings.from.address.c_str());
  set(handle, CURLOPT_MAIL_RCPT, recipients.get());
  set(handle, CURLOPT_UPLOAD, 1L);
  set(handle, CURLOPT_READFUNCTION, &give);
  set(handle, CURLOPT_READDATA, &delivery);
  set(handle, CURLOPT_WRITEFUNCTION, &drop);
  set(handle, CURLOPT_VERBOSE, 1L);  // to `listen` alone
  set(handle, CURLOPT_DEBUGFUNCTION, &listen);
  set(handle, CURLOPT_DEBUGDATA, &delivery);
}

void begin_library() {
  static const bool begun = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
  check(begun, "curl begins");
}

}  // namespace

EmailChannel::EmailChannel(Settings settings) : settings_{std::move(settings)} {
  begin_library();
}

port::Channel::Sending EmailChannel::send(const port::Letter& letter) {
  if (const auto why = mime::why_unsendable(letter)) return never_because(*why);
  const auto message = mime::write_message(letter, settings_.from);
  Delivery delivery{message, {}};
  const List recipients{curl_slist_append(nullptr, letter.to_address.c_str())};
  const Easy handle{curl_easy_init()};
  check(handle != nullptr && recipients != nullptr, "there is memory for a letter");
  std::array<char, CURL_ERROR_SIZE> detail{};
  set(handle, CURLOPT_ERRORBUFFER, detail.data());
  set_way(handle, settings_);
  set_security(handle, settings_);
  set_letter(handle, settings_, recipients, delivery);
  set(handle, CURLOPT_NOPROGRESS, 0L);
  set(handle, CURLOPT_XFERINFOFUNCTION, &is_given_up);
  set(handle, CURLOPT_XFERINFODATA, &given_up_);
  const auto failure = failure_of(curl_easy_perform(handle.get()));
  return outcome_of(failure, delivery.said, mime::one_line(detail.data()), settings_);
}

}  // namespace tiendo::email
