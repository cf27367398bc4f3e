#include "runtime/office_import.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <tuple>

#include "decide/decide.hpp"
#include "runtime/csv.hpp"
#include "support/plan.hpp"
#include "support/words.hpp"

namespace tiendo::test {
namespace {

using model::Role;

/// An office with two units and nobody in it.
model::Office two_units() {
  model::Office made;
  for (const auto& [id, name, short_name] : {std::tuple{"nghiep-vu", "Phòng Nghiệp vụ", "NV"},
                                             std::tuple{"van-phong", "Văn phòng", "VP"}}) {
    made.units[model::UnitId{id}] = {model::UnitId{id}, name, short_name};
  }
  return made;
}

/// `LINE:COLUMN code`
Lines places(const std::vector<definition::Finding>& findings) {
  Lines lines;
  for (const auto& finding : findings) {
    CHECK_FALSE(finding.message.vi.empty());
    CHECK_FALSE(finding.message.en.empty());
    lines.push_back(std::to_string(finding.at.line) + ":" + std::to_string(finding.at.column) +
                    " " + finding.code);
  }
  return lines;
}

Lines errors_of(std::string_view text, const model::Office& in = two_units()) {
  const auto read = runtime::read_people(text, "people.csv", in);
  CHECK_FALSE(read.value);
  return places(read.findings);
}

/// The office after the table, and how many commands that took.
std::size_t import_into(model::Office& in, std::string_view text) {
  const auto read = runtime::read_people(text, "people.csv", in);
  INFO((read.findings.empty() ? "" : read.findings.front().message.en));
  REQUIRE(read.value);
  model::State state;
  state.office = in;
  for (const auto& line : read.value->commands) {
    const model::Command command{
        model::UserId{"owner"}, {}, {}, model::OfficeCommands{line.command}};
    const auto decision = decide::decide(state, command, at("2025-01-06 08:00"));
    REQUIRE(decision.accepted());
    for (const auto& event : decision.events) {
      model::apply(state, event);
    }
  }
  in = state.office;
  return read.value->commands.size();
}

const std::string table =
    "Họ tên;Tên đăng nhập;Vai trò;Đơn vị;Từ ngày;Đến ngày;Email\r\n"
    "Nguyễn Văn An;an;chuyên viên;nghiep-vu;01/3/2025;;an@example.vn\r\n"
    "\"Trần Thị \"\"Lan\"\"\";lan;Văn phòng;VP;;;\r\n"
    "Đỗ Nhân Đạo;dao;Lãnh đạo;;2024-01-01;31/12/2026;\r\n";

}  // namespace

TEST_CASE("people come from a table as Excel writes it in Vietnam") {
  for (const auto* mark : {"", "\xEF\xBB\xBF"}) {
    auto made = two_units();
    CHECK(import_into(made, mark + table) == 3);
    const auto& an = made.people.at(model::UserId{"an"});
    CHECK(an.name == "Nguyễn Văn An");
    CHECK(an.posts == std::vector<model::Post>{
                          {Role::staff, model::UnitId{"nghiep-vu"}, day("2025-03-01"), {}}});
    CHECK(made.people.at(model::UserId{"lan"}).name == "Trần Thị \"Lan\"");
    CHECK(made.people.at(model::UserId{"lan"}).posts.front().unit == model::UnitId{"van-phong"});
    CHECK(made.people.at(model::UserId{"dao"}).posts.front().until == day("2026-12-31"));
  }
}

TEST_CASE("the same table a second time changes nothing") {
  auto made = two_units();
  import_into(made, table);
  CHECK(import_into(made, table) == 0);
}

TEST_CASE("a table that says more of people who are there brings only that") {
  auto made = two_units();
  import_into(made, table);
  CHECK(import_into(made,
                    "user,name,role,unit,from,until\n"
                    "an,Nguyễn Văn An,staff,nghiep-vu,2025-03-01,2025-08-31\n"
                    "an,Nguyễn Văn An,head,nghiep-vu,2025-09-01,\n"
                    "lan,Trần Thị Lan,office,van-phong,,\n") == 3);
  const auto& posts = made.people.at(model::UserId{"an"}).posts;
  CHECK(posts.size() == 2);
  CHECK(posts.front().until == day("2025-08-31"));
  CHECK(made.people.at(model::UserId{"lan"}).name == "Trần Thị Lan");
}

TEST_CASE("every error of a table is told at once, with line and column") {
  CHECK(errors_of("user,name,role,unit,from,email\n"
                  "an,Nguyễn Văn An,staff,phong-x,,\n"
                  "binh,,leader,,,\n"
                  "chi,Chi,giám đốc,,,\n"
                  "dung,Dũng,leader,,31/2/2025,\n"
                  "em,Em,leader,,,em.example.vn\n"
                  "giang,Giang,leader,,,giáng@example.vn\n") ==
        Lines{"2:24 unknown_unit", "3:6 empty_cell", "4:9 unknown_role", "5:19 not_a_day",
              "6:16 not_an_address", "7:22 not_an_address"});
}

TEST_CASE("a person on two lines is an error, unless they give two posts") {
  CHECK(errors_of("user,name,role,unit\nan,An,staff,nghiep-vu\nan,An,staff,nghiep-vu\n") ==
        Lines{"3:1 doubled_person"});
  CHECK(errors_of("user,name,role,unit\nan,An,staff,nghiep-vu\nan,Anh,head,nghiep-vu\n") ==
        Lines{"3:4 doubled_person"});
  auto made = two_units();
  CHECK(import_into(made, "user,name,role,unit\nan,An,staff,nghiep-vu\nan,An,head,van-phong\n") ==
        2);
}

TEST_CASE("the rules of the commands hold for a table too") {
  CHECK(errors_of("user,name,role,unit\nan,An,staff,\n") == Lines{"2:1 bad_argument"});
  CHECK(errors_of("user,name,role,unit\nNguyễn An,An,leader,\n") == Lines{"2:1 bad_argument"});
  CHECK(errors_of("user,name,role,unit,from,until\n"
                  "an,An,staff,nghiep-vu,2025-01-01,2025-12-31\n"
                  "an,An,staff,nghiep-vu,2025-06-01,\n") == Lines{"3:1 bad_argument"});
}

TEST_CASE("columns that are missing, doubled or unknown are told of") {
  CHECK(errors_of("user,name\nan,An\n") == Lines{"1:1 missing_column"});
  CHECK(errors_of("user,name,role,Họ tên\nan,An,leader,An\n") == Lines{"1:16 doubled_column"});
  const auto read =
      runtime::read_people("STT,user,name,role\n1,an,An,leader\n", "people.csv", two_units());
  CHECK(read.value);
  CHECK(places(read.findings) == Lines{"1:1 unknown_column"});
}

TEST_CASE("another encoding is refused, with the line and what to do") {
  CHECK(errors_of("\xFF\xFEu\0s\0") == Lines{"1:1 encoding"});
  CHECK(errors_of("user,name,role\nan,An,leader\nbinh,B\xECnh,leader\n") == Lines{"3:1 encoding"});
  CHECK(errors_of("") == Lines{"1:1 empty"});
}

TEST_CASE("cells hold separators and line breaks in quotes; a quote left open is an error") {
  const auto read = runtime::read_csv("sep=;\na;b\n\"x;\ny\";z\n\n;;\n", "t.csv");
  REQUIRE(read.value);
  REQUIRE(read.value->rows.size() == 1);
  CHECK(read.value->rows[0][0].text == "x; y");
  CHECK(read.value->rows[0][1].text == "z");
  CHECK(places(runtime::read_csv("a,b\n\"x,y\n", "t.csv").findings) == Lines{"2:1 quote"});
  CHECK(places(runtime::read_csv("a,b\n\"x\"y,z\n", "t.csv").findings) == Lines{"2:4 quote"});
  CHECK(places(runtime::read_csv("a,b\n1,2,3\n", "t.csv").findings) == Lines{"2:5 too_many_cells"});
}

TEST_CASE("units come from a table, their successors too") {
  const std::string text =
      "Mã,Tên,Viết tắt,Ngoài cơ quan,Đến ngày,Đơn vị kế thừa\n"
      "to-cu,Tổ cũ,,,30/6/2025,nghiep-vu to-moi\n"
      "to-moi,Tổ mới,TM,,,\n"
      "so-nn,Sở Nông nghiệp,SNN,có,,\n";
  const auto read = runtime::read_units(text, "units.csv", two_units());
  REQUIRE(read.value);
  REQUIRE(read.value->commands.size() == 3);
  const auto& old = std::get<model::SetUnit>(read.value->commands[0].command).unit;
  CHECK(old.valid_until == day("2025-06-30"));
  CHECK(old.successors == std::vector{model::UnitId{"nghiep-vu"}, model::UnitId{"to-moi"}});
  CHECK(old.short_name == "Tổ cũ");
  CHECK(std::get<model::SetUnit>(read.value->commands[2].command).unit.external);

  auto made = two_units();
  for (const auto& line : read.value->commands) {
    const auto& unit = std::get<model::SetUnit>(line.command).unit;
    made.units[unit.id] = unit;
  }
  CHECK(runtime::read_units(text, "units.csv", made).value->commands.empty());

  const auto wrong =
      runtime::read_units("id,name,external,successors\nA b,X,,\nto,,maybe,\nto,T,,nowhere\n",
                          "units.csv", two_units());
  CHECK_FALSE(wrong.value);
  CHECK(places(wrong.findings) == Lines{"2:1 not_an_id", "3:4 empty_cell", "3:5 not_yes_or_no",
                                        "4:1 doubled_unit", "4:7 unknown_unit"});
}

}  // namespace tiendo::test
