// Results of targets, recorded and shown on the command line.
#include "cli/tiendo.hpp"

namespace tiendo::test {
namespace {

const std::string plan = R"(schema: tiendo/plan/1
id: chi-tieu-2025
title: Chỉ tiêu phát triển hợp tác xã năm 2025
document: { number: 1/KH, date: 2025-01-02 }
period: năm 2025
units:
  nghiep-vu: { name: Phòng Nghiệp vụ }
  van-phong: { name: Văn phòng }
tasks:
  van-dong: { title: Vận động thành lập mới, window: Quý II/2025, lead: nghiep-vu }
targets:
  htx-moi: { title: HTX thành lập mới, unit: HTX, plan: 80, lead: nghiep-vu }
  thu-nhap: { title: Thu nhập bình quân, unit: triệu đồng/người/năm, plan: 62.5 }
)";

/// The plan, issued, in a folder of its own.
struct IssuedTargets {
  IssuedTargets() {
    const auto file = folder.file("plan.yaml", plan);
    REQUIRE(at("2025-06-20", "campaign issue '" + file + "' --rehearsal").exit == 0);
  }

  [[nodiscard]] Run run(const std::string& arguments) const {
    return tiendo(arguments + " --data '" + folder / "data" + "'");
  }
  [[nodiscard]] Run at(const std::string& day, const std::string& arguments) const {
    return run(arguments + " --clock " + day + "T08:00:00+07:00");
  }
  [[nodiscard]] Run record(const std::string& arguments) const {
    return run("campaign record-result chi-tieu-2025 " + arguments + " --json");
  }
  [[nodiscard]] json::object target(std::size_t index = 0) const {
    return run("campaign show --json").document().at("targets").at(index).as_object();
  }

  TempFolder folder;
};

bool says(const Run& run, const std::string& text) {
  return run.out.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("a result is recorded with its day, its document, and that it is an estimate") {
  const IssuedTargets office;
  REQUIRE(office.at("2025-07-02", "catch-up").exit == 0);
  REQUIRE(office.record("htx-moi 92 --day 30/6/2025 --document 31/BC-NV --estimated").exit == 0);
  const auto latest = office.target().at("latest").as_object();
  CHECK(latest.at("percent") == 115.0);
  CHECK(latest.at("day") == "2025-06-30");
  CHECK(latest.at("document") == "31/BC-NV");
  CHECK(latest.at("estimated") == true);
  const auto shown = office.run("campaign show --lang vi");
  CHECK(says(shown, "ước đạt 115 % kế hoạch"));
  CHECK(says(shown, "(92/80 HTX)"));
  CHECK(says(shown, "30/06/2025"));
  CHECK(says(office.run("campaign show --lang en"), "115%"));
  CHECK(says(office.run("campaign show --history --lang vi"), "ước 92 HTX, tính đến 30/06/2025"));
}

TEST_CASE("what the office enters for another names the document of both") {
  const IssuedTargets office;
  REQUIRE(office.record("htx-moi 4 --on-behalf-of 'Hoàng Thị Hoa' --document 2/BC").exit == 0);
  CHECK(office.target().at("latest").at("document") == "2/BC");
  CHECK(office.record("htx-moi 4 --on-behalf-of 'Hoàng Thị Hoa'").exit == 2);
}

TEST_CASE("decimals are shown as they were recorded") {
  const IssuedTargets office;
  REQUIRE(office.record("thu-nhap 51.25").exit == 0);
  CHECK(office.target(1).at("percent") == 82.0);
  const auto shown = office.run("campaign show --lang vi");
  CHECK(says(shown, "đạt 82 % kế hoạch"));
  CHECK(says(shown, "51,25/62,5"));
}

TEST_CASE("a result of no day, of tomorrow or of no number is not recorded") {
  const IssuedTargets office;
  CHECK(office.record("htx-moi 92 --day 30/2/2025").exit == 2);
  CHECK(office.record("htx-moi 92 --day 2025-06-21").exit == 1);
  CHECK(office.record("htx-moi 92 --day 2024-12-31").exit == 1);
  CHECK(office.record("htx-moi chín").exit == 2);
  CHECK(office.record("khong-co 92").exit == 1);
  CHECK(office.target().at("latest").is_null());
}

}  // namespace tiendo::test
