#include "api/plan_files.hpp"

#include <algorithm>

#include "api/finding_json.hpp"
#include "api/problem.hpp"
#include "definition/holidays.hpp"
#include "definition/plan_reader.hpp"

namespace tiendo::api {

std::vector<model::Source> sources_of(const definition::Node& files) {
  std::vector<model::Source> sources;
  for (const auto& node : files.list()) {
    const Body file{node};
    sources.push_back({file.text("name"), file.text("text")});
  }
  return sources;
}

definition::Companions companions_among(std::span<const model::Source> files) {
  return [named =
              files.subspan(1)](const std::string& path) -> std::optional<definition::Companion> {
    const auto found = std::ranges::find(named, path, &model::Source::name);
    return found == named.end() ? std::nullopt
                                : std::optional{definition::Companion{found->name, found->text}};
  };
}

ReadPlan read_plan(const definition::Node& files) {
  ReadPlan read{{}, sources_of(files)};
  read.checked =
      definition::read_plan(read.sources.front().text, read.sources.front().name,
                            companions_among(read.sources), definition::built_in_working_days());
  return read;
}

Response bad_plan(std::span<const definition::Finding> findings, Language language) {
  return problem(422, "bad_plan",
                 {"kế hoạch chưa dùng được: xem từng lỗi trong “findings”",
                  "the plan is not in order: see every error in \"findings\""},
                 language, {{"findings", to_json(findings, language)}});
}

std::variant<GoodPlan, Response> good_plan(const Body& body, std::string_view key,
                                           Language language) {
  auto read = read_plan(*body.find(key));
  if (!read.checked.value) {
    return bad_plan(read.checked.findings, language);
  }
  return GoodPlan{std::make_shared<const model::Plan>(std::move(*read.checked.value)),
                  std::move(read.sources), std::move(read.checked.findings)};
}

}  // namespace tiendo::api
