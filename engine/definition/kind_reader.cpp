#include "definition/kind_reader.hpp"

#include <fmt/format.h>

#include <array>

#include "base/id.hpp"
#include "definition/chart_reader.hpp"
#include "definition/embedded.hpp"
#include "definition/names.hpp"
#include "definition/schema.hpp"
#include "definition/title_words.hpp"
#include "definition/wording.hpp"
#include "definition/yaml.hpp"

namespace tiendo::definition {
namespace {

constexpr std::string_view built_in_folder = "workflows/kinds/";
constexpr std::string_view suffix = ".yaml";

bool ends(const chart::Chart& chart) {
  for (chart::StateIndex s = 0; s < chart.size(); ++s) {
    const auto& state = chart.state(s);
    if (state.kind == chart::Kind::final && state.parent == chart::root_state && state.reachable) {
      return true;
    }
  }
  return false;
}

/// Whether nothing leads out of `state`, which is no end.
bool is_dead_end(const chart::Chart& chart, chart::StateIndex s) {
  const auto& state = chart.state(s);
  if (!state.reachable || state.kind != chart::Kind::atomic) {
    return false;
  }
  return state.with_events == chart::nothing && state.with_eventless == chart::nothing;
}

void check_procedure(const chart::Chart& chart, Mark at, Findings& findings) {
  if (!ends(chart)) {
    findings.error(at, "never_ends",
                   {"quy trình không có bước kết thúc: thêm một trạng thái ngoài cùng với "
                    "\"final: true\" và đường dẫn tới nó",
                    "the procedure has no end: add a top-level state with \"final: true\" and a "
                    "way to it"});
  }
  for (chart::StateIndex s = 0; s < chart.size(); ++s) {
    if (is_dead_end(chart, s)) {
      findings.error(at, "dead_end",
                     {fmt::format("bước {} không có lối ra: thêm \"on\", hoặc \"final: true\"",
                                  in_quotes(chart.name(s))),
                      fmt::format("nothing leads out of step {}: add \"on\", or \"final: true\"",
                                  in_quotes(chart.name(s)))});
    }
  }
}

model::Kind read_conforming(const Node& root, Findings& findings) {
  model::Kind kind;
  const Node& id = *root.find("id");
  check_id(id.text(), id.mark(), {"loại nhiệm vụ", "kind"}, findings);
  kind.id = model::KindId{id.text()};
  kind.title = root.find("title")->text();
  kind.detailed_plan_owed = root.find("detailed_plan")->text() == "owed";
  const Node* procedure = root.find("procedure");
  if (procedure == nullptr) {
    return kind;
  }
  CampaignWords words;
  auto chart = read_chart(*procedure, words, chart::Severity::error, findings);
  if (chart) {
    check_procedure(chart->chart, procedure->mark(), findings);
    kind.state_titles = words.take_titles();
    kind.procedure = std::make_shared<model::Procedure>(
        model::Procedure{std::move(chart->document), std::move(chart->chart), {}, {}});
  }
  return kind;
}

std::vector<std::string_view> built_in_kinds() {
  std::vector<std::string_view> names;
  for (const auto& file : embedded::files()) {
    if (file.path.starts_with(built_in_folder) && file.path.ends_with(suffix)) {
      auto name = file.path.substr(built_in_folder.size());
      name.remove_suffix(suffix.size());
      names.push_back(name);
    }
  }
  return names;
}

std::optional<Companion> find_kind(const std::string& name, const Companions& companions) {
  if (auto beside = companions("kinds/" + name + std::string{suffix})) {
    return beside;
  }
  const std::string path = std::string{built_in_folder} + name + std::string{suffix};
  if (const auto built_in = embedded::file(path)) {
    return Companion{path, std::string{*built_in}};
  }
  return std::nullopt;
}

void report_unknown(std::string_view name, Mark at, Findings& findings) {
  const Text meant = findings.is_full() ? Text{} : suggestion(name, built_in_kinds());
  findings.error(at, "unknown_kind",
                 {fmt::format("không có loại nhiệm vụ {} (tệp kinds/…{}); {}", in_quotes(name),
                              suffix, meant.vi),
                  fmt::format("there is no kind {} (a file kinds/…{}); {}", in_quotes(name), suffix,
                              meant.en)});
}

}  // namespace

Checked<model::Kind> read_kind(std::string_view text, const std::string& file) {
  Findings findings{file};
  Checked<model::Kind> result;
  auto root = read_yaml(text, findings);
  if (root && conform(*root, "kind", findings)) {
    result.value = read_conforming(*root, findings);
  }
  if (findings.has_errors()) {
    result.value.reset();
  }
  result.findings = findings.take();
  return result;
}

const model::Kind* Kinds::refer(std::string_view name, Mark at, Findings& findings) {
  const auto known = kinds_.find(model::KindId{name});
  if (known != kinds_.end()) {
    return &known->second;
  }
  if (const auto broken = broken_.find(name); broken != broken_.end()) {
    if (!broken->second) {
      report_unknown(name, at, findings);
    }
    return nullptr;
  }
  std::optional<Companion> file;
  if (is_id(name)) {  // it becomes part of a path
    file = find_kind(std::string{name}, companions_);
  }
  broken_.emplace(name, file.has_value());
  if (!file) {
    report_unknown(name, at, findings);
    return nullptr;
  }
  auto read = read_kind(file->text, file->file);
  findings.add(std::move(read.findings));
  if (!read.value) {
    return nullptr;
  }
  if (read.value->id.str() != name) {
    findings.error(at, "kind_id",
                   {fmt::format("tệp {} khai báo id là {}: id phải trùng tên tệp", file->file,
                                in_quotes(read.value->id.str())),
                    fmt::format("the file {} has the id {}: id and name of the file have to agree",
                                file->file, in_quotes(read.value->id.str()))});
    return nullptr;
  }
  broken_.erase(std::string{name});
  return &kinds_.emplace(model::KindId{name}, std::move(*read.value)).first->second;
}

}  // namespace tiendo::definition
