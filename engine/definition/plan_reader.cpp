#include "definition/plan_reader.hpp"

#include <fmt/format.h>

#include "definition/elsewhere_reader.hpp"
#include "definition/names.hpp"
#include "definition/organisation_reader.hpp"
#include "definition/phases_reader.hpp"
#include "definition/plan_checks.hpp"
#include "definition/schema.hpp"
#include "definition/target_reader.hpp"
#include "definition/task_reader.hpp"
#include "definition/unit_reader.hpp"
#include "definition/window_reader.hpp"
#include "definition/wording.hpp"
#include "definition/yaml.hpp"

namespace tiendo::definition {
namespace {

class PlanReader {
 public:
  PlanReader(const Node& root, const Companions& companions,
             const calendar::WorkingDays& working_days, Findings& findings)
      : root_(root), companions_(companions), findings_(findings) {
    time_.working_days = &working_days;
  }

  model::Plan read() {
    read_head();
    read_organisation_and_units();
    read_plan_settings();
    read_period();
    const Names units = names_of(plan_.organisation.units);
    const Names targets = read_targets(units);
    TaskItems tasks = read_task_items(*root_.find("tasks"), time_, findings_);
    Kinds kinds{companions_};
    read_tasks(tasks, {time_, units, kinds}, plan_, findings_);
    plan_.kinds = kinds.take();
    if (const Node* phases = root_.find("phases")) {
      read_phases(*phases, {time_, tasks.names, targets}, plan_, findings_);
    } else if (time_.period) {
      make_phases(plan_);
    }
    if (time_.period) {
      check_plan(tasks.items, plan_, findings_);
    }
    model::link(plan_);
    return std::move(plan_);
  }

 private:
  void read_head() {
    const Node& id = *root_.find("id");
    check_id(id.text(), id.mark(), {"kế hoạch", "plan"}, findings_);
    plan_.id = model::PlanId{id.text()};
    plan_.title = root_.find("title")->text();
    if (const Node* document = root_.find("document")) {
      const auto text = [&](std::string_view key) {
        const Node* node = document->find(key);
        return node == nullptr ? std::string{} : node->text();
      };
      plan_.document = {text("number"), std::nullopt, text("issuer"), text("signer")};
      if (const Node* date = document->find("date")) {
        plan_.document.date = read_day(*date, findings_);
        // What stands in for a date of the wrong form is the day of nothing.
        time_.issued = date->mark() == nowhere ? std::nullopt : plan_.document.date;
      }
    }
    if (const Node* basis = root_.find("basis")) {
      for (const Node& item : basis->list()) {
        plan_.basis.push_back(item.text());
      }
    }
    if (const Node* fulfils = root_.find("fulfils")) {
      for (const Node& item : fulfils->list()) {
        add_elsewhere(item, plan_.id, plan_.fulfils, findings_);
      }
    }
  }

  void read_organisation_and_units() {
    if (const Node* path = root_.find("organisation")) {
      read_organisation_at(*path);
    }
    auto& organisation = plan_.organisation;
    const Node* units = root_.find("units");
    if (units != nullptr) {
      read_units(*units, organisation.units, findings_);
      check_units(*units, organisation.units, findings_);
    }
    const Node* office = root_.find("office");
    if (office != nullptr || organisation.office.empty()) {
      organisation.office = find_office(office, organisation.units, findings_);
    }
  }

  void read_organisation_at(const Node& path) {
    const auto file = companions_(path.text());
    if (!file) {
      findings_.error(path.mark(), "no_organisation_file",
                      {fmt::format("không mở được tệp cơ quan {}: đường dẫn tính từ thư mục của kế "
                                   "hoạch",
                                   in_quotes(path.text())),
                       fmt::format("the organisation file {} cannot be opened: its path starts in "
                                   "the folder of the plan",
                                   in_quotes(path.text()))});
      return;
    }
    auto read = read_organisation(file->text, file->file);
    findings_.add(std::move(read.findings));
    if (read.value) {
      plan_.organisation = std::move(*read.value);
    }
  }

  void read_plan_settings() {
    plan_.settings = plan_.organisation.settings;
    const Node* settings = root_.find("settings");
    if (settings == nullptr) {
      return;
    }
    read_settings(*settings, plan_.settings);
    const Node* before_day = settings->find("before_day");
    if (before_day != nullptr && before_day->text() == "inclusive") {
      time_.before_day = calendar::BeforeDay::inclusive;
      plan_.before_is_inclusive = true;
    }
    if (const Node* anchors = settings->find("anchors")) {
      read_anchors(*anchors);
    }
  }

  void read_anchors(const Node& anchors) {
    for (const Entry& anchor : anchors.map()) {
      if (anchor.value.is(Node::Type::null)) {
        time_.open_anchors.push_back(anchor.key);
      } else if (const auto day = read_day(anchor.value, findings_)) {
        time_.anchors.emplace(anchor.key, *day);
      }
    }
    plan_.anchors = time_.anchors;
  }

  void read_period() {
    const Node& node = *root_.find("period");
    plan_.period_window = read_window(node, time_, findings_);
    const auto& window = plan_.period_window;
    const auto last = window.end ? window.end : window.due;
    if (window.start && last) {
      plan_.period = {*window.start, *last};
      time_.period = plan_.period;
    } else if (!findings_.has_error_at(node.mark())) {
      findings_.error(
          node.mark(), "open_period",
          {"thời gian của kế hoạch cần có ngày đầu và ngày cuối: viết như \"năm 2025\", "
           "hoặc { start: …, due: … }",
           "the period of a plan needs a first and a last day: write for instance "
           "\"năm 2025\", or { start: …, due: … }"});
    }
    if (const Node* peak = root_.find("peak")) {
      plan_.peak = read_window(*peak, time_, findings_);
    }
  }

  Names read_targets(const Names& units) {
    const Text words{"chỉ tiêu", "target"};
    Names names{{"target", words}};
    const Node* targets = root_.find("targets");
    if (targets == nullptr) {
      return names;
    }
    for (const Entry& entry : targets->map()) {
      check_id(entry.key, entry.key_mark, words, findings_);
      names.declare(entry.key);
      plan_.targets.push_back(read_target(entry, {time_, units}, findings_));
    }
    return names;
  }

  const Node& root_;
  const Companions& companions_;
  Findings& findings_;
  TimeContext time_;
  model::Plan plan_;
};

Checked<model::Plan> read_root(std::optional<Node> root, const Companions& companions,
                               const calendar::WorkingDays& working_days, Findings& findings) {
  Checked<model::Plan> result;
  if (root && conform(*root, "plan", findings)) {
    result.value = PlanReader{*root, companions, working_days, findings}.read();
  }
  if (findings.has_errors()) {
    result.value.reset();
  }
  result.findings = findings.take();
  return result;
}

}  // namespace

Checked<model::Plan> read_plan(std::string_view text, const std::string& file,
                               const Companions& companions,
                               const calendar::WorkingDays& working_days) {
  Findings findings{file};
  return read_root(read_yaml(text, findings), companions, working_days, findings);
}

Checked<model::Plan> read_plan(Node root, const std::string& file, const Companions& companions,
                               const calendar::WorkingDays& working_days) {
  Findings findings{file};
  return read_root(std::move(root), companions, working_days, findings);
}

Result<Checked<model::Plan>> read_plan_file(const std::filesystem::path& path,
                                            const calendar::WorkingDays& working_days) {
  const auto text = read_file(path);
  if (!text) {
    return text.error();
  }
  return read_plan(*text, path.string(), companions_of(path), working_days);
}

}  // namespace tiendo::definition
