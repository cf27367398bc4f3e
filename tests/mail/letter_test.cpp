#include "runtime/letter.hpp"

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "support/temporary_folder.hpp"

using namespace tiendo;
using namespace std::string_literals;
using model::MessageKind;
using runtime::compose;
using runtime::Digest;
using runtime::DigestGroup;
using runtime::DigestItem;
using runtime::LetterHead;
using runtime::LetterTo;

namespace {

const Day today{std::chrono::year{2025} / 4 / 11};

/// What tests/golden/letters/`name` holds. TIENDO_UPDATE_GOLDEN=1 writes `now` there first.
std::string golden_letter(const std::string& name, const std::string& now) {
  const auto path = std::filesystem::path{TIENDO_SOURCE_DIR} / "tests/golden/letters" / name;
  const char* update = std::getenv("TIENDO_UPDATE_GOLDEN");
  if (update != nullptr && std::string_view{update} == "1") write_file(path, now);
  return content_of(path);
}

LetterTo to(Language language = Language::vi) {
  LetterTo to;
  to.id = "digest:2025-04-11:an:email";
  to.address = "an@lienminh.example.vn";
  to.name = "Nguyễn Văn An";
  to.at = *parse_timestamp("2025-04-11T07:30:00+07:00");
  to.language = language;
  return to;
}

const LetterHead office{"Liên minh Hợp tác xã tỉnh Yên Bái", "https://tiendo.example.vn"};

DigestItem item(DigestGroup group, const std::string& title, const Text& what,
                const std::string& task = "hoi-nghi") {
  DigestItem item;
  item.group = group;
  item.campaign = model::CampaignId{"thang-hanh-dong-2025"};
  item.campaign_title = "Tháng hành động vì Hợp tác xã năm 2025";
  item.task = model::TaskId{task};
  item.title = title;
  item.what = what;
  return item;
}

DigestItem overdue(const std::string& title = "Rà soát hợp tác xã") {
  return item(DigestGroup::overdue, title,
              {"quá hạn 3 ngày làm việc · hạn 08/04/2025 · chủ trì: NV-KT",
               "overdue by 3 working days · due 2025-04-08 · lead: NV-KT"},
              "ra-soat");
}

Digest digest(std::vector<DigestItem> items, MessageKind kind = MessageKind::digest) {
  return {kind, today, std::move(items)};
}

Digest full_morning() {
  auto other = item(DigestGroup::coordinating, "Đoàn kiểm tra <quỹ> & \"vốn\" 'vay'\nđợt 2",
                    {"sắp đến hạn · hạn 15/04/2025 · chủ trì: Quỹ hỗ trợ",
                     "due soon · due 2025-04-15 · led by Quỹ hỗ trợ"},
                    "kiem-tra");
  other.campaign = model::CampaignId{"thi-dua-2025"};
  other.campaign_title = "Phát động thi đua năm 2025";
  return digest(
      {overdue(), overdue("Bình chọn “CoopStar” lần thứ hai"),
       item(DigestGroup::due_today, "Mít tinh kỷ niệm Ngày Hợp tác xã Việt Nam",
            {"hạn hôm nay · Văn phòng", "due today · Văn phòng"}, "mit-tinh"),
       item(DigestGroup::due_soon, "Hội nghị điển hình tiên tiến Liên minh HTX lần thứ IX năm 2025",
            {"còn 3 ngày làm việc · hạn 16/04/2025 · chủ trì: NV-KT",
             "in 3 working days · due 2025-04-16 · NV-KT"}),
       other,
       item(DigestGroup::to_approve, "Đại hội Chi bộ lần thứ VIII",
            {"trình kế hoạch chi tiết 12/KH-NV ngày 10/04/2025",
             "detailed plan 12/KH-NV submitted on 2025-04-10"},
            "dai-hoi"),
       item(DigestGroup::unassigned, "Tuyên truyền trên báo, đài",
            {"chưa có đơn vị chủ trì · hạn 30/04/2025", "nobody leads it · due 2025-04-30"},
            "tuyen-truyen"),
       item(DigestGroup::news, "Diễn đàn Hợp tác xã quốc gia",
            {"giao nhiệm vụ · hạn 30/04/2025", "assigned · due 2025-04-30"}, "dien-dan")});
}

Digest returned() {
  auto item_of = item(DigestGroup::news, "Hội nghị điển hình tiên tiến",
                      {"Báo cáo bị trả lại", "Report returned"});
  item_of.more = {"Lê Thanh Bình: “thiếu biểu số 2”", "Lê Thanh Bình: “table 2 is missing”"};
  return digest({item_of}, MessageKind::at_once);
}

Digest suspended() {
  DigestItem all = item(DigestGroup::news, "Tháng hành động vì Hợp tác xã năm 2025",
                        {"Tạm dừng toàn bộ kế hoạch", "The whole plan is suspended"}, "");
  all.why = "chờ sáp nhập";
  return digest({all}, MessageKind::at_once);
}

void check_golden(const std::string& name, const port::Letter& letter) {
  const auto text = "Subject: " + letter.subject + "\n\n" + letter.text;
  CHECK(golden_letter(name + ".txt", text) == text);
  CHECK(golden_letter(name + ".html", letter.html) == letter.html);
}

std::string subject_of(const Digest& said, Language language = Language::vi) {
  return compose(said, to(language), office).subject;
}

std::size_t times(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("letters read as they were approved") {
  check_golden("morning_vi", compose(full_morning(), to(), office));
  check_golden("morning_en", compose(full_morning(), to(Language::en), office));
  check_golden("campaign_vi", compose(suspended(), to(), office));
  check_golden("campaign_en", compose(suspended(), to(Language::en), office));
  check_golden("at_once_vi", compose(returned(), to(), office));
  check_golden("at_once_en", compose(returned(), to(Language::en), office));
}

TEST_CASE("a letter carries whom it is for, and its id") {
  const auto letter = compose(full_morning(), to(), office);
  CHECK(letter.id == to().id);
  CHECK(letter.to_address == to().address);
  CHECK(letter.to_name == to().name);
  CHECK(letter.at == to().at);
}

TEST_CASE("the subject of a morning counts what is most pressing") {
  const auto today_item = item(DigestGroup::due_today, "a", {"b", "b"});
  CHECK(subject_of(digest({overdue(), overdue(), today_item})) ==
        "[tiendo] Việc cần làm ngày 11/04/2025: 2 quá hạn, 1 đến hạn hôm nay");
  CHECK(subject_of(digest({overdue(), overdue(), today_item}), Language::en) ==
        "[tiendo] To do on 2025-04-11: 2 overdue, 1 due today");
  CHECK(subject_of(full_morning()) ==
        "[tiendo] Việc cần làm ngày 11/04/2025: 2 quá hạn, 1 đến hạn hôm nay, 1 sắp đến hạn và 4 "
        "việc nữa");
  CHECK(subject_of(digest({item(DigestGroup::news, "a", {"b", "b"})})) ==
        "[tiendo] 1 thông báo ngày 11/04/2025");
  const auto news = item(DigestGroup::news, "a", {"b", "b"});
  CHECK(subject_of(digest({news, news}), Language::en) ==
        "[tiendo] 2 pieces of news on 2025-04-11");
}

TEST_CASE("the subject of what cannot wait says what happened to which task") {
  CHECK(subject_of(returned()) == "[tiendo] Báo cáo bị trả lại: Hội nghị điển hình tiên tiến");
  // The reason and the date are in the letter; a colon or a dot of the words themselves cuts none.
  auto paused = item(DigestGroup::news, "Rà soát", {"Tạm dừng", "Suspended"});
  paused.why = "chờ kinh phí";
  paused.more = {"hạn 31/03/2025", "due 2025-03-31"};
  const auto letter = compose(digest({paused}, MessageKind::at_once), to(), office);
  CHECK(letter.subject == "[tiendo] Tạm dừng: Rà soát");
  CHECK(letter.text.find("\nTạm dừng: chờ kinh phí · hạn 31/03/2025\n") != std::string::npos);
  const auto to_fix = item(DigestGroup::news, "Rà soát",
                           {"Đề nghị chốt thời gian (đợt 1: quý I · quý II)", "Fix the dates"});
  CHECK(subject_of(digest({to_fix}, MessageKind::at_once)) ==
        "[tiendo] Đề nghị chốt thời gian (đợt 1: quý I · quý II): Rà soát");
  auto two = returned();
  two.items.push_back(two.items.front());
  CHECK(subject_of(two) ==
        "[tiendo] Báo cáo bị trả lại: Hội nghị điển hình tiên tiến (và 1 việc nữa)");
  CHECK(subject_of(two, Language::en) ==
        "[tiendo] Report returned: Hội nghị điển hình tiên tiến (and 1 more)");
}

TEST_CASE("a subject is cut between characters where a title is too long") {
  auto said = returned();
  for (int i = 0; i < 100; ++i) said.items.front().title += " ễ";
  const auto subject = subject_of(said);
  CHECK(subject.ends_with("…"));
  CHECK(compose(said, to(), office).text.find(said.items.front().title) != std::string::npos);
}

TEST_CASE("groups stand in their order, whatever the order of the tasks") {
  auto said = full_morning();
  std::reverse(said.items.begin(), said.items.end());
  const auto text = compose(said, to(), office).text;
  std::size_t last = 0;
  for (const auto* heading :
       {"Quá hạn (2)", "Đến hạn hôm nay (1)", "Sắp đến hạn (1)", "Phối hợp (1)", "Chờ duyệt (1)",
        "Chưa phân công (1)", "Thông báo (1)"}) {
    const auto at = text.find(heading);
    INFO(heading);
    REQUIRE(at != std::string::npos);
    CHECK(at > last);
    last = at;
  }
}

TEST_CASE("of a long list thirty are told, and how many more there are") {
  std::vector<DigestItem> many(34, overdue());
  const auto letter = compose(digest(many), to(), office);
  CHECK(times(letter.text, "Quá hạn 3 ngày làm việc") == 30);
  CHECK(times(letter.html, "<li ") == 30);
  CHECK(letter.text.find("và 4 việc nữa") != std::string::npos);
  CHECK(letter.html.find("và 4 việc nữa") != std::string::npos);
  CHECK(letter.subject.find("34 quá hạn") != std::string::npos);
  many.resize(30);
  CHECK(compose(digest(many), to(), office).text.find("việc nữa") == std::string::npos);
}

TEST_CASE("nothing that people wrote is taken for HTML, or for another line") {
  const std::string nasty = "<script>alert(\"a\")</script> & 'b'\r\nBcc: x\x01";
  auto said = digest({overdue(nasty)});
  said.items.front().what = {nasty, nasty};
  said.items.front().campaign_title = nasty;
  auto reader = to();
  reader.name = nasty;
  const auto letter = compose(said, reader, {nasty, "https://tiendo.example.vn"});
  const std::string shown =
      "&lt;script&gt;alert(&quot;a&quot;)&lt;/script&gt; &amp; &#39;b&#39;  Bcc: x ";
  CHECK(times(letter.html, shown) >= 5);
  CHECK(letter.html.find("<script") == std::string::npos);
  CHECK(letter.html.find("\"a\"") == std::string::npos);
  CHECK(letter.text.find("\nBcc") == std::string::npos);
  CHECK(letter.subject.find('\n') == std::string::npos);
}

TEST_CASE("HTML needs nothing from elsewhere and no style but those at its elements") {
  const auto html = compose(full_morning(), to(), office).html;
  for (const auto* thing : {"<img", "<style", "<link", "<script", "url(", "@import", "<table"}) {
    INFO(thing);
    CHECK(html.find(thing) == std::string::npos);
  }
  CHECK(times(html, "https://") == times(html, "href=\"https://tiendo.example.vn/#/"));
}

TEST_CASE("what is said of a task begins with a capital, whatever letter it is") {
  const auto first = [](const std::string& what) {
    const auto text =
        compose(digest({item(DigestGroup::overdue, "a", {what, what})}), to(), {}).text;
    return text.substr(text.find("1. a\n   ") + 8, 3);
  };
  CHECK(first("quá hạn") == "Quá"s.substr(0, 3));
  CHECK(first("đến hạn") == "Đế"s.substr(0, 3));
  CHECK(first("2 việc") == "2 v");
}

TEST_CASE("every task has its link, and without a console there are none") {
  const auto link = "https://tiendo.example.vn/#/tasks/thang-hanh-dong-2025/ra-soat";
  const auto with = compose(digest({overdue()}), to(), office);
  CHECK(with.text.find(link) != std::string::npos);
  CHECK(with.html.find(link) != std::string::npos);
  const auto without = compose(digest({overdue()}), to(), {"", ""});
  CHECK(without.text.find("http") == std::string::npos);
  CHECK(without.html.find("href") == std::string::npos);
}

TEST_CASE("the plan is named once where all tasks are of it, else at each") {
  const std::string plan = "Tháng hành động vì Hợp tác xã năm 2025";
  CHECK(times(compose(digest({overdue(), overdue()}), to(), office).text, plan) == 1);
  CHECK(times(compose(full_morning(), to(), office).text, plan) == 7);
}
