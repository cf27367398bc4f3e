#pragma once

#include <sys/wait.h>

#include <array>
#include <boost/json.hpp>
#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace tiendo::test {

namespace json = boost::json;

struct Run {
  int exit = -1;
  std::string out;

  /// The one JSON document that was printed.
  [[nodiscard]] json::object document() const {
    INFO(out);
    return json::parse(out).as_object();
  }
};

/// Runs `command` in a shell, in the source folder.
inline Run shell(const std::string& command) {
  Run run;
  FILE* pipe = popen(("cd '" TIENDO_SOURCE_DIR "' && " + command).c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::array<char, 4096> buffer{};
  for (std::size_t size = 0; (size = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
    run.out.append(buffer.data(), size);
  }
  const int status = pclose(pipe);
  run.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return run;
}

/// Runs `tiendo` with `arguments`, through a shell; standard error is not kept.
inline Run tiendo(const std::string& arguments, const std::string& input = "") {
  return shell("printf '%s' '" + input + "' | '" TIENDO_PROGRAM "' " + arguments + " 2>/dev/null");
}

/// What it says on standard error.
inline Run errors_of(const std::string& arguments) {
  return shell("'" TIENDO_PROGRAM "' " + arguments + " 2>&1 >/dev/null");
}

/// Before a command in a shell: it may take so much memory. AddressSanitizer takes more for itself.
inline std::string memory_limit(int kilobytes) {
#ifdef __SANITIZE_ADDRESS__
  static_cast<void>(kilobytes);
  return {};
#else
  return "ulimit -v " + std::to_string(kilobytes) + "; ";
#endif
}

/// A folder of its own, gone with this.
class TempFolder {
 public:
  TempFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "tiendo-cli-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  ~TempFolder() { std::filesystem::remove_all(path_); }

  [[nodiscard]] std::string operator/(const std::string& name) const {
    return (path_ / name).string();
  }
  /// The path of a file that is written now.
  [[nodiscard]] std::string file(const std::string& name, const std::string& content) const {
    std::ofstream{path_ / name, std::ios::binary} << content;
    return (path_ / name).string();
  }

 private:
  std::filesystem::path path_;
};

/// A rehearsal of the campaign of document 001, worked from the command line.
class Rehearsal {
 public:
  /// Issued on 8 November 2024, with people.
  Rehearsal() {
    REQUIRE(at("2024-11-08T08:00",
               "campaign issue workflows/thang-hanh-dong-htx-2025.yaml "
               "--rehearsal")
                .exit == 0);
    const auto people = folder.file("people.csv",
                                    "\xEF\xBB\xBFHọ tên;Tên đăng nhập;Vai trò;Đơn vị;Email\r\n"
                                    "Hoàng Thị Hoa;hoa;trưởng đơn vị;nghiep-vu;hoa@example.vn\r\n"
                                    "Nguyễn Văn An;an;chuyên viên;nghiep-vu;\r\n"
                                    "Trần Thị Lan;lan;văn phòng;van-phong;\r\n"
                                    "Lê Thanh Bình;binh;lãnh đạo;;\r\n");
    REQUIRE(at("2024-11-08T09:00", "user import " + people).exit == 0);
  }

  /// A command on the folder, where its clock stands.
  [[nodiscard]] Run run(const std::string& arguments) const {
    return tiendo(arguments + " --data '" + data + "' --json");
  }
  /// A command given at an instant: `2025-04-20T08:00`, in Vietnam.
  [[nodiscard]] Run at(const std::string& instant, const std::string& arguments) const {
    return run(arguments + " --clock " + instant + ":00+07:00");
  }
  /// The task as `task show` has it.
  [[nodiscard]] json::object task(const std::string& id, const std::string& more = "") const {
    const auto shown = run("task show " + id + " " + more);
    REQUIRE(shown.exit == 0);
    return shown.document();
  }
  [[nodiscard]] std::string state_of(const std::string& id, const std::string& more = "") const {
    return std::string{task(id, more).at("state").as_string()};
  }
  [[nodiscard]] std::size_t events() const {
    return static_cast<std::size_t>(run("journal replay").document().at("events").as_int64());
  }

  TempFolder folder;
  std::string data = folder / "data";
};

/// `accepted`, or the code of the refusal.
inline std::string outcome(const Run& run) {
  const auto document = run.document();
  const auto* code = document.if_contains("code");
  return code == nullptr ? "accepted" : std::string{code->as_string()};
}

}  // namespace tiendo::test
