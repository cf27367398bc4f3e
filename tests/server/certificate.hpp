#pragma once

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <memory>

namespace tiendo::test {

/// A certificate, valid from and until instants like "20250101000000Z", and its key, as PEM.
inline void write_certificate(const std::filesystem::path& certificate,
                              const std::filesystem::path& key, const char* from,
                              const char* until) {
  using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;
  const std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY*)> pair{EVP_EC_gen("P-256"), EVP_PKEY_free};
  const std::unique_ptr<X509, void (*)(X509*)> x509{X509_new(), X509_free};
  ASN1_INTEGER_set(X509_get_serialNumber(x509.get()), 1);
  ASN1_TIME_set_string_X509(X509_getm_notBefore(x509.get()), from);
  ASN1_TIME_set_string_X509(X509_getm_notAfter(x509.get()), until);
  X509_set_pubkey(x509.get(), pair.get());
  X509_sign(x509.get(), pair.get(), EVP_sha256());
  const File public_part{std::fopen(certificate.c_str(), "w"), std::fclose};
  const File secret_part{std::fopen(key.c_str(), "w"), std::fclose};
  REQUIRE((public_part && secret_part));
  PEM_write_X509(public_part.get(), x509.get());
  PEM_write_PrivateKey(secret_part.get(), pair.get(), nullptr, nullptr, 0, nullptr, nullptr);
}

}  // namespace tiendo::test
