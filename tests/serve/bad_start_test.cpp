// A server that cannot begin says what is wrong, where, and what would be right.

#include "serve/served_office.hpp"
#include "server/certificate.hpp"

namespace tiendo::test {
namespace {

/// A certificate and its key as files.
struct Certificate {
  Certificate(const TempFolder& folder, const std::string& name, const char* until)
      : certificate{folder / (name + ".pem")}, key{folder / (name + ".key")} {
    write_certificate(certificate, key, "20200101000000Z", until);
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

TEST_CASE("an address of the console to which no link could lead is refused, with the remedy") {
  const Rehearsal office;
  const Failing fails{office};
  for (const auto* wrong : {"tiendo.example.vn", "'javascript:alert(1)'", "http://", "http:///x",
                            "'https://a b.vn'", "'https://a.vn/?x'"}) {
    fails(fmt::format("--listen 127.0.0.1:0 --console-address {}", wrong), 2, "--console-address",
          "bắt đầu bằng http://", "begins with http://");
  }
}

TEST_CASE("certificates that do not serve are told apart, with the remedy") {
  const Rehearsal office;
  const Failing fails{office};
  const Certificate good{office.folder, "good", "99991231235959Z"};
  const Certificate expired{office.folder, "expired", "20200201000000Z"};
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
  const Certificate good{office.folder, "good", "99991231235959Z"};
  Serving server{office.data, {"--certificate", good.certificate, "--key", good.key}};
  CHECK(server.address().starts_with("https://"));
  CHECK(office.run("task comment coopstar x --as an").exit == 0);
  CHECK(server.end(SIGTERM) == 0);
}

}  // namespace tiendo::test
