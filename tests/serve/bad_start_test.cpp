// A server that cannot begin says what is wrong, where, and what would be right.

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

#include "serve/served_office.hpp"

namespace tiendo::test {
namespace {

/// A key, and a certificate of it that ends so many days from now, as files.
struct Certificate {
  Certificate(const TempFolder& folder, const std::string& name, long days)
      : certificate{folder / (name + ".pem")}, key{folder / (name + ".key")} {
    const std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY*)> pair{EVP_EC_gen("P-256"), EVP_PKEY_free};
    const std::unique_ptr<X509, void (*)(X509*)> x509{X509_new(), X509_free};
    X509_gmtime_adj(X509_getm_notBefore(x509.get()), -20L * 86'400);
    X509_gmtime_adj(X509_getm_notAfter(x509.get()), days * 86'400);
    X509_set_pubkey(x509.get(), pair.get());
    X509_sign(x509.get(), pair.get(), EVP_sha256());
    const std::unique_ptr<FILE, int (*)(FILE*)> out{std::fopen(certificate.c_str(), "w"),
                                                    std::fclose};
    PEM_write_X509(out.get(), x509.get());
    const std::unique_ptr<FILE, int (*)(FILE*)> secret{std::fopen(key.c_str(), "w"), std::fclose};
    PEM_write_PrivateKey(secret.get(), pair.get(), nullptr, nullptr, 0, nullptr, nullptr);
  }

  std::string certificate;
  std::string key;
};

/// In both languages it fails with `exit`, and names what it is about.
struct Failing {
  const Rehearsal& office;

  void operator()(const std::string& options, int exit, const std::string& place,
                  const std::string& vi, const std::string& en) const {
    for (const auto* language : {"vi", "en"}) {
      const auto run =
          errors_of(fmt::format("serve --lang {} --data '{}' {}", language, office.data, options));
      INFO(options << ": " << run.out);
      CHECK(run.exit == exit);
      CHECK(run.out.find(place) != std::string::npos);
      CHECK(run.out.find(language == std::string{"vi"} ? vi : en) != std::string::npos);
    }
    CHECK_FALSE(std::filesystem::exists(office.data + "/server.json"));
  }
};

}  // namespace

TEST_CASE("certificates that do not serve are told apart, with the remedy") {
  const Rehearsal office;
  const Failing fails{office};
  const Certificate good{office.folder, "good", 20};
  const Certificate expired{office.folder, "expired", -1};
  const auto with = [](const std::string& certificate, const std::string& key) {
    return "--listen 127.0.0.1:0 --certificate '" + certificate + "' --key '" + key + "'";
  };
  const auto nowhere = office.folder / "nowhere.pem";
  fails(with(nowhere, good.key), 3, nowhere, "hãy kiểm tra đường dẫn", "look at its path");
  fails(with(good.certificate, nowhere), 3, nowhere, "hãy kiểm tra đường dẫn", "look at its path");
  fails(with(expired.certificate, expired.key), 3, expired.certificate, "hãy gia hạn", "renew it");
  fails(with(good.certificate, expired.key), 3, expired.key, "được tạo cùng nhau", "made together");
  const auto nonsense = office.folder.file("nonsense.pem", "nonsense");
  fails(with(nonsense, good.key), 3, nonsense, "PEM", "PEM");
  fails("--listen 127.0.0.1:0 --certificate '" + good.certificate + "'", 2, "--key", "--key",
        "--key");
  fails("--listen 127.0.0.1:0 --key '" + good.key + "'", 2, "--certificate", "--certificate",
        "--certificate");
}

TEST_CASE("a place that cannot be listened at is named, with the remedy") {
  const Rehearsal office;
  const Failing fails{office};
  fails("--listen 0.0.0.0:0", 3, "0.0.0.0", "thêm --certificate", "add --certificate");
  fails("--listen [::]:0", 3, "::", "thêm --certificate", "add --certificate");
  fails("--listen nowhere:1:2", 3, "nowhere", "thêm --certificate", "add --certificate");
  fails("--listen 127.0.0.1:abc", 2, "--listen", "127.0.0.1:8750", "127.0.0.1:8750");
  const Rehearsal other;
  const Serving server{other.data};
  const auto port = std::to_string(server.port());
  fails("--listen 127.0.0.1:" + port, 3, port, "đang được chương trình khác dùng",
        "another program uses the port");
}

TEST_CASE("over TLS the command line finds the server as it does without") {
  const Rehearsal office;
  const Certificate good{office.folder, "good", 20};
  Serving server{office.data, {"--certificate", good.certificate, "--key", good.key}};
  CHECK(server.address().starts_with("https://"));
  CHECK(office.run("task comment coopstar x --as an").exit == 0);
  CHECK(server.end(SIGTERM) == 0);
}

}  // namespace tiendo::test
