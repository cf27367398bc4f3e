#include "api/api_desk.hpp"

using namespace tiendo;
using namespace tiendo::test;

TEST_CASE("people are added, given posts, and told apart from those who may do so") {
  ApiDesk desk{three_tasks()};
  const std::string chi =
      R"({"user":"chi","name":"Lê Thị Chi","posts":[{"role":"staff","unit":"nghiep-vu"}]})";
  CHECK(desk.post(leader(), "/users", chi).code() == "not_permitted");
  CHECK(desk.post(administrator(), "/users", chi).status == 200);
  CHECK(desk.get(staff(), "/users/chi").body.at("name") == "Lê Thị Chi");
  CHECK(desk.post(administrator(), "/users/chi/posts", R"({"role":"king"})").status == 422);
  CHECK(desk.post(administrator(), "/users/chi/posts/end",
                  R"({"role":"staff","unit":"nghiep-vu","until":"2025-06-30"})")
            .status == 200);
}

TEST_CASE("a table brings all of its people or none") {
  ApiDesk desk{three_tasks()};
  const std::string table =
      "họ tên,tên đăng nhập,vai trò,đơn vị,email\n"
      "Lê Thị Chi,chi,chuyên viên,nghiep-vu,chi@example.vn\n"
      "Vũ Văn Dũng,dung,trưởng đơn vị,trung-tam,\n";
  const auto before = desk.events();
  desk.next.content_type = "text/csv";
  const auto wrong = desk.post(administrator(), "/imports/users", table + "x,y,z,w,\n");
  CHECK(wrong.status == 422);
  CHECK_FALSE(wrong.body.at("findings").as_array().empty());
  desk.next.content_type = "text/csv";
  CHECK(desk.post(leader(), "/imports/users", table).code() == "not_permitted");
  CHECK(desk.events() == before);
  CHECK(desk.secrets.kept.empty());
  desk.next.content_type = "text/csv";
  const auto brought = desk.post(administrator(), "/imports/users", table);
  CHECK(brought.body.at("changes") == 2);
  CHECK(brought.body.at("contacts") == 1);
  CHECK(desk.secrets.kept.size() == 1);
}

TEST_CASE("an address is kept and erased by whoever may rename the person") {
  ApiDesk desk{three_tasks()};
  const auto path = "/users/" + staff().id.str() + "/contact";
  CHECK(desk.put(staff(), path, R"({"email":"an@example.vn"})").code() == "not_permitted");
  CHECK(desk.put(administrator(), path, R"({"email":"nowhere"})").code() == "bad_address");
  for (const auto* unsendable : {"tuấn@example.vn", "an@liênminh.vn", "An <an@example.vn>"}) {
    const auto refused =
        desk.put(administrator(), path, R"({"email":")" + std::string{unsendable} + "\"}");
    CHECK(refused.code() == "bad_address");
    CHECK(refused.body.at("detail").as_string().find("without marks") != std::string::npos);
  }
  CHECK(desk.secrets.kept.empty());
  CHECK(desk.put(administrator(), path, R"({"email":"an@example.vn"})").status == 200);
  CHECK(desk.secrets.kept.size() == 1);
}

TEST_CASE("a unit is set under an id that can stand in a path") {
  ApiDesk desk{three_tasks()};
  CHECK(desk.put(office(), "/units/to-moi", R"({"name":"Tổ mới","from":"2025-02-01"})").status ==
        200);
  CHECK(desk.put(office(), "/units/a%20b", R"({"name":"x"})").code() == "bad_id");
  CHECK(desk.put(staff(), "/units/to-moi", R"({"name":"x"})").code() == "not_permitted");
}

TEST_CASE("a long list that comes again under its key is answered with all of it") {
  ApiDesk desk{three_tasks()};
  std::string table = "mã,tên\n";
  for (int i = 0; i < 200; ++i) {
    table += "to-" + std::to_string(i) + ",Tổ " + std::to_string(i) + "\n";
  }
  const auto bring = [&] {
    desk.next.key = "k1";
    desk.next.content_type = "text/csv";
    return desk.post(office(), "/imports/units", table);
  };
  const auto first = bring();
  REQUIRE(first.body.at("events").as_array().size() == 200);
  REQUIRE(desk.put(office(), "/units/to-moi", R"({"name":"Tổ mới"})").status == 200);
  CHECK(bring().body.at("events") == first.body.at("events"));
}

TEST_CASE("a unit and a person may be called import") {
  ApiDesk desk{three_tasks()};
  CHECK(desk.put(office(), "/units/import", R"({"name":"Phòng nhập khẩu"})").status == 200);
  CHECK(desk.post(office(), "/units/import", "{}").status == 405);
  CHECK(desk.post(administrator(), "/users",
                  R"({"user":"import","name":"Import","posts":[{"role":"leader"}]})")
            .status == 200);
  CHECK(desk.get(leader(), "/users/import").body.at("name") == "Import");
}

TEST_CASE("a day that does not exist is no date of a post") {
  ApiDesk desk{three_tasks()};
  const auto answer =
      desk.post(administrator(), "/users",
                R"({"user":"chi","name":"Chi","posts":[{"role":"leader","from":"2025-02-30"}]})");
  CHECK(answer.status == 422);
  CHECK(answer.all("errors", "pointer") == "/posts/0/from");
}

TEST_CASE("whoever asks is told who he is and what he holds") {
  ApiDesk desk{three_tasks()};
  const auto me = desk.get(staff(), "/me").body;
  CHECK(me.at("user").as_string() == staff().id.str());
  CHECK(me.at("posts").at(0).at("now") == true);
  CHECK(me.contains("office"));
}
