#include "server/http_tls.hpp"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <ctime>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>

namespace tiendo::server {
namespace {

namespace ssl = boost::asio::ssl;

/// HTTP/1.1 where the client offers it by ALPN; what it offers else is passed over.
int choose_protocol(SSL*, const unsigned char** out, unsigned char* out_size,
                    const unsigned char* offered, unsigned offered_size, void*) {
  constexpr std::string_view ours = "\x08http/1.1";
  unsigned char* chosen = nullptr;
  const int found =
      SSL_select_next_proto(&chosen, out_size, reinterpret_cast<const unsigned char*>(ours.data()),
                            static_cast<unsigned>(ours.size()), offered, offered_size);
  *out = chosen;
  return found == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
}

Error error_of(const std::filesystem::path& file, std::string vi, std::string en) {
  ERR_clear_error();
  return {{std::move(vi), std::move(en)}, file.string()};
}

bool can_be_read(const std::filesystem::path& file) {
  return std::ifstream{file}.peek() != std::ifstream::traits_type::eof();
}

Timestamp instant_of(const ASN1_TIME* time) {
  std::tm parts{};
  ASN1_TIME_to_tm(time, &parts);
  return std::chrono::sys_seconds{std::chrono::seconds{timegm(&parts)}};
}

/// Of the certificate that was loaded into `context`.
Result<Timestamp> check_validity(SSL_CTX* context, const std::filesystem::path& file,
                                 Timestamp now) {
  const auto* certificate = SSL_CTX_get0_certificate(context);
  const auto from = instant_of(X509_get0_notBefore(certificate));
  const auto until = instant_of(X509_get0_notAfter(certificate));
  if (now >= until) {
    return error_of(file,
                    "chứng thư số đã hết hạn lúc " + to_string(until) +
                        "; hãy gia hạn rồi khởi động lại máy chủ",
                    "the certificate expired at " + to_string(until) +
                        "; renew it, then start the server again");
  }
  if (now < from) {
    return error_of(
        file,
        "chứng thư số chỉ có hiệu lực từ " + to_string(from) + "; hãy kiểm tra đồng hồ của máy chủ",
        "the certificate is valid only from " + to_string(from) +
            " on; look at the clock of this machine");
  }
  return until;
}

Result<void> use_files(ssl::context& context, const std::filesystem::path& certificate,
                       const std::filesystem::path& key) {
  for (const auto& file : {certificate, key}) {
    if (!can_be_read(file)) {
      return error_of(file,
                      "không có tệp này, hoặc không đọc được; hãy kiểm tra đường dẫn và quyền đọc",
                      "there is no such file, or it cannot be read; look at its path, and at who "
                      "may read it");
    }
  }
  boost::system::error_code error;
  context.use_certificate_chain_file(certificate.string(), error);
  if (error) {
    return error_of(certificate,
                    "không phải chứng thư số dạng PEM dùng được; cần chứng thư của máy chủ đứng "
                    "đầu, rồi các chứng thư trung gian",
                    "no usable certificate in PEM; it has to hold that of the server first, then "
                    "those between it and the root");
  }
  context.use_private_key_file(key.string(), ssl::context::pem, error);
  if (error && SSL_CTX_get0_privatekey(context.native_handle()) == nullptr &&
      ERR_GET_REASON(static_cast<unsigned long>(error.value())) != X509_R_KEY_VALUES_MISMATCH) {
    return error_of(key, "không phải khóa bí mật dạng PEM dùng được (không đặt mật khẩu)",
                    "no usable private key in PEM (without a passphrase)");
  }
  if (error || SSL_CTX_check_private_key(context.native_handle()) != 1) {
    return error_of(key,
                    "khóa bí mật không phải của chứng thư số " + certificate.string() +
                        "; hãy dùng hai tệp được tạo cùng nhau",
                    "the private key is not that of the certificate " + certificate.string() +
                        "; use the two that were made together");
  }
  return {};
}

}  // namespace

Result<std::shared_ptr<HttpTls>> HttpTls::load(const std::filesystem::path& certificate,
                                               const std::filesystem::path& key, Timestamp now) {
  std::shared_ptr<HttpTls> tls{new HttpTls{certificate, key}};
  if (auto loaded = tls->reload(now); !loaded) {
    return std::move(loaded).error();
  }
  return tls;
}

Result<void> HttpTls::reload(Timestamp now) {
  auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
  auto* native = context->native_handle();
  SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
  SSL_CTX_set_options(
      native, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
  SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS);  // 32 KiB less for a client that is silent
  SSL_CTX_set_alpn_select_cb(native, choose_protocol, nullptr);
  // A key with a passphrase would be asked for on the terminal.
  SSL_CTX_set_default_passwd_cb(native, [](char*, int, int, void*) { return -1; });
  if (auto used = use_files(*context, certificate_, key_); !used) {
    return used;
  }
  const auto until = check_validity(native, certificate_, now);
  if (!until) {
    return until.error();
  }
  valid_until_ = *until;
  context_ = std::move(context);
  return {};
}

}  // namespace tiendo::server
