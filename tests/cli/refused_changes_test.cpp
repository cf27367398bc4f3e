// What cannot be done to a campaign: refused with the reason, and the record as it was.
#include <string>
#include <vector>

#include "cli/tiendo.hpp"

namespace tiendo::test {
namespace {

const std::string written = R"(schema: tiendo/plan/1
id: dot-a
title: Đợt A
document: { number: 01/KH, date: 2025-01-02 }
period: năm 2025
units:
  nv: { name: Phòng Nghiệp vụ }
  vp: { name: Văn phòng }
office: vp
targets:
  htx: { title: HTX mới, unit: HTX, plan: 80 }
  doanh-thu: { title: Doanh thu, unit: tỷ đồng, plan: tăng 10 % so với năm 2024 }
tasks:
  xong: { title: Việc đã xong, lead: nv, window: Quý I/2025 }
  ra-soat: { title: Rà soát, kind: review, detailed_plan: none, lead: nv, window: năm 2025 }
  cho: { title: Việc chờ, lead: vp, window: Quý IV/2025 }
phases:
  initial: dau-nam
  states:
    dau-nam: { entry: [ { start: [ xong, ra-soat, cho ] } ], on: [ { at: năm 2026, to: het } ] }
    het: { final: true }
)";

const std::string waiting = R"(schema: tiendo/plan/1
id: dot-b
title: Đợt B
document: { number: 02/KH, date: 2025-01-02 }
period: năm 2025
units: { nv: { name: Phòng Nghiệp vụ }, vp: { name: Văn phòng } }
office: vp
tasks:
  tiep:
    { title: Việc tiếp, lead: nv, window: Quý IV/2025, after: [ { campaign: dot-a, task: cho } ] }
)";

std::string with(std::string text, const std::string& before, const std::string& after) {
  const auto at = text.find(before);
  REQUIRE(at != std::string::npos);
  return text.replace(at, before.size(), after);
}

/// Two campaigns, of which one waits for the other: a task is accepted, one is at a step, and there
/// is a unit that comes in autumn.
class Office {
 public:
  Office() {
    does("campaign issue '" + folder_.file("a.yaml", written) + "' --rehearsal", "02T08:00");
    does("campaign issue '" + folder_.file("b.yaml", waiting) + "'", "02T09:00");
    does("unit add moi --name 'Phòng mới' --from 2025-09-01", "02T10:00");
    const auto people = folder_.file("people.csv",
                                     "\xEF\xBB\xBFHọ tên;Tên đăng nhập;Vai trò;Đơn vị;Email\r\n"
                                     "Nguyễn Văn An;an;chuyên viên;nv;\r\n"
                                     "Lê Thanh Bình;binh;lãnh đạo;;\r\n");
    does("user import '" + people + "'", "02T11:00");
    does("task report xong 5/BC --campaign dot-a --as an", "03T08:00");
    does("task accept xong --campaign dot-a --as binh", "03T09:00");
    does("task step ra-soat forms-sent --campaign dot-a --as an", "06T08:00");
  }

  [[nodiscard]] Run run(const std::string& arguments) const {
    return tiendo(arguments + " --data '" + data_ + "' --json");
  }
  [[nodiscard]] std::string amends(const std::string& plan, const std::string& more = "") const {
    const auto file = folder_.file("moi.yaml", plan);
    return outcome(run("campaign amend dot-a '" + file + "' --document 9/KH --reason thử " + more));
  }
  [[nodiscard]] std::string merges(const std::string& arguments) const {
    return outcome(run("unit merge " + arguments + " --document 9/NQ --reason thử"));
  }
  [[nodiscard]] std::string records(const std::string& arguments) const {
    return outcome(run("campaign record-result dot-a " + arguments));
  }
  /// The whole record, to its last hash.
  [[nodiscard]] std::string record() const {
    return run("journal export").out + run("journal heads").out;
  }

 private:
  void does(const std::string& arguments, const std::string& at) const {
    REQUIRE(run(arguments + " --clock 2025-01-" + at + ":00+07:00").exit == 0);
  }

  TempFolder folder_;
  std::string data_ = folder_ / "data";
};

}  // namespace

TEST_CASE("an amendment that would take away what is there is refused, and changes nothing") {
  const Office office;
  const auto before = office.record();
  const auto without_xong =
      with(with(written, "  xong: { title: Việc đã xong, lead: nv, window: Quý I/2025 }\n", ""),
           "[ xong, ", "[ ");
  CHECK(office.amends(without_xong) == "task_finished");
  const auto other_phase = with(with(written, "initial: dau-nam", "initial: quy-mot"),
                                "    dau-nam: {", "    quy-mot: {");
  CHECK(office.amends(other_phase) == "state_vanished");
  CHECK(office.amends(other_phase, "--map dau-nam=khong-co") == "bad_argument");
  CHECK(office.amends(written, "--map dau-nm=dau-nam") == "bad_argument");
  CHECK(office.amends(with(written, "kind: review", "kind: training")) == "state_vanished");
  CHECK(office.amends(with(written, "id: dot-a", "id: dot-c")) == "bad_argument");
  const auto in_a_circle = with(written, "vp, window: Quý IV/2025 }",
                                "vp, after: [ { campaign: dot-b, task: tiep } ] }");
  CHECK(office.amends(in_a_circle) != "accepted");
  CHECK(office.record() == before);
}

TEST_CASE("of two who amend at once the second is told, and the first stands") {
  const Office office;
  CHECK(office.amends(with(written, "Việc chờ", "Việc chờ một"), "--against 1") == "accepted");
  const auto before = office.record();
  CHECK(office.amends(with(written, "Việc chờ", "Việc chờ hai"), "--against 1") == "plan_changed");
  CHECK(office.record() == before);
}

TEST_CASE("a merger that cannot be leaves units and tasks as they were") {
  const Office office;
  const auto before = office.record();
  for (const auto* merger : {"nv --into nv --on 2025-07-01", "nv vp --into vp --on 2025-07-01",
                             "nv nv --into vp --on 2025-07-01", "nv --into moi --on 2025-07-01",
                             "moi --into vp --on 2025-07-01", "nv --into khong-co --on 2025-07-01",
                             "nv --into vp --on 2025-07-01 --task dot-a/xong=cancel:thôi",
                             "nv --into vp --on 2025-07-01 --task dot-a/ra-soat=cancel"}) {
    INFO(merger);
    CHECK(office.merges(merger) == "bad_argument");
  }
  CHECK(office.record() == before);
}

TEST_CASE("results dated before the period and percentages of nothing are not recorded") {
  const Office office;
  const auto before = office.record();
  for (const auto* result :
       {"htx 5 --day 2024-12-31", "htx 5 --day 2025-12-30", "doanh-thu 5 --day 2025-01-05",
        "doanh-thu 5 --day 2025-01-05 --base 0", "htx nan", "doanh-thu 5 --base inf"}) {
    INFO(result);
    CHECK(office.records(result) == "bad_argument");
  }
  CHECK(office.record() == before);
}

}  // namespace tiendo::test
