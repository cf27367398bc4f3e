#include "definition/scenario_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "definition/names.hpp"
#include "definition/schema.hpp"
#include "definition/step_reader.hpp"
#include "definition/unit_reader.hpp"
#include "definition/yaml.hpp"

namespace tiendo::definition {
namespace {

class ScenarioReader {
 public:
  ScenarioReader(const Node& root, const model::Plan& plan, const WrittenPlan& written,
                 Findings& findings)
      : root_(root),
        plan_(plan, written),
        findings_(findings),
        people_({"person", {"người", "person"}}) {}

  Scenario read() {
    Scenario scenario;
    scenario.file = findings_.file();
    if (const Node* title = root_.find("title")) {
      scenario.title = title->text();
    }
    for (const Entry& person : root_.find("given")->find("people")->map()) {
      read_person(person);
    }
    for (const Node& node : root_.find("when")->list()) {
      declare_unit(node);
    }
    for (const Node& node : root_.find("when")->list()) {
      if (auto step = read_step(node)) {
        scenario.steps.push_back(std::move(*step));
      }
    }
    if (const Node* expectations = root_.find("then")) {
      for (const Node& expectation : expectations->list()) {
        scenario.expectations.push_back(read_expectation(expectation));
      }
    }
    scenario.people = std::move(persons_);
    return scenario;
  }

 private:
  /// A unit that the office gets on the way may be named as well.
  void declare_unit(const Node& step) {
    const Node* unit = step.find("unit");
    if (unit != nullptr && step.find("do")->text() == "set_unit") {
      check_id(unit->text(), unit->mark(), {"đơn vị", "unit"}, findings_);
      plan_.units.declare(unit->text());
    }
  }

  void read_person(const Entry& entry) {
    check_id(entry.key, entry.key_mark, {"người", "person"}, findings_);
    people_.declare(entry.key);
    model::Post post;
    post.role = model::named<model::Role>(entry.value.find("role")->text()).value();
    const Node* unit = entry.value.find("unit");
    if (unit != nullptr && plan_.units.refer(*unit, findings_)) {
      post.unit = model::UnitId{unit->text()};
    }
    const bool needs_unit = post.role == model::Role::staff || post.role == model::Role::head;
    if (unit == nullptr && needs_unit) {
      findings_.error(entry.key_mark, "no_unit",
                      {"chuyên viên và trưởng đơn vị phải thuộc một đơn vị: thêm \"unit: …\"",
                       "staff and heads belong to a unit: add \"unit: …\""});
    }
    const Node* name = entry.value.find("name");
    persons_.push_back(
        {model::UserId{entry.key}, name != nullptr ? name->text() : entry.key, {std::move(post)}});
  }

  std::optional<ScenarioStep> read_step(const Node& node) {
    ScenarioStep step;
    step.mark = node.mark();
    step.at = read_instant(*node.find("at"));
    const auto person = people_.refer(*node.find("as"), findings_);
    if (const Node* other = node.find("on_behalf_of")) {
      step.command.on_behalf =
          model::OnBehalf{other->find("whom")->text(), other->find("document")->text()};
    }
    if (const Node* refused = node.find("refused")) {
      step.refused = refused->text();
    }
    auto body = read_command(node, plan_, findings_);
    if (!person || !body) {
      return std::nullopt;
    }
    step.command.actor = persons_[*person].id;
    step.command.body = std::move(*body);
    return step;
  }

  Timestamp read_instant(const Node& node) {
    const std::string_view text = node.text();  // YYYY-MM-DDTHH:MM, as the schema asks
    const auto day = read_day({node.mark(), std::string{text.substr(0, 10)}}, findings_);
    const auto time =
        day ? read_time({node.mark(), std::string{text.substr(11)}}, findings_) : std::nullopt;
    if (!time) {
      return last_;
    }
    const Timestamp at = instant_of(*day, *time);
    if (node.mark() == nowhere || !is_in_time(at, node.mark())) {
      return at;
    }
    if (at < last_) {
      findings_.error(node.mark(), "not_in_order",
                      {"việc này đứng trước việc ở trên: xếp các việc theo thời gian",
                       "this comes before the step above: put the steps in the order of time"});
    }
    last_ = std::max(last_, at);
    return at;
  }

  /// From the issue of the plan (as the simulation issues it, when the office opens) until it is
  /// summed up, some time after its period: what is done before would go unheard.
  bool is_in_time(Timestamp at, Mark mark) {
    const auto& plan = plan_.first();
    const Day issued = plan.document.date.value_or(plan.period.first);
    const auto opens = plan.organisation.hours.opens;
    if (at < instant_of(issued, opens)) {
      const auto time = fmt::format("{:02}:{:02}", opens.count() / 60, opens.count() % 60);
      findings_.error(
          mark, "before_issue",
          {fmt::format("việc này đứng trước lúc ban hành kế hoạch ({} ngày {}): viết ngày giờ muộn "
                       "hơn",
                       time, to_vietnamese(issued)),
           fmt::format("this comes before the plan is issued ({} on {}): write a later time", time,
                       tiendo::to_string(issued))});
      return false;
    }
    const Day last = plus_days(plan.period.last, days_after_period_max);
    if (at >= end_of(last)) {
      findings_.error(
          mark, "after_period",
          {fmt::format("việc này đứng quá xa sau khi kế hoạch hết thời gian (chậm nhất "
                       "{}): viết ngày giờ sớm hơn",
                       to_vietnamese(last)),
           fmt::format("this comes too long after the end of the period of the plan (at "
                       "the latest on {}): write an earlier time",
                       tiendo::to_string(last))});
      return false;
    }
    return true;
  }

  Expectation read_expectation(const Node& node) {
    Expectation expectation;
    expectation.mark = node.mark();
    const auto day = [&](std::string_view key) -> std::optional<Day> {
      const Node* value = node.find(key);
      return value == nullptr ? std::nullopt : read_day(*value, findings_);
    };
    expectation.at = day("at");
    expectation.due = day("due");
    expectation.first_due = day("first_due");
    const Node* task = node.find("task");
    if (task != nullptr && plan_.tasks.refer(*task, findings_)) {
      expectation.task = model::TaskId{task->text()};
    }
    if (const Node* state = node.find("state")) {
      expectation.state = read_state(*state);
    }
    if (const Node* phase = node.find("phase")) {
      expectation.phase = read_phase(*phase);
    }
    if (const Node* campaign = node.find("campaign")) {
      expectation.campaign = read_campaign_state(*campaign);
    }
    if (const Node* target = node.find("target")) {
      expectation.achievement = read_achievement(node, *target);
    }
    check_expectation(node);
    return expectation;
  }

  ExpectedAchievement read_achievement(const Node& node, const Node& target) {
    ExpectedAchievement expected;
    if (plan_.targets.refer(target, findings_)) {
      expected.target = model::TargetId{target.text()};
    }
    const auto number = [&](std::string_view key) {
      const Node* value = node.find(key);
      return value == nullptr ? std::nullopt : std::optional{value->number()};
    };
    expected.percent = number("percent");
    expected.measured = number("measured");
    if (const Node* met = node.find("met")) {
      expected.met = met->boolean();
    }
    return expected;
  }

  std::optional<model::CampaignState> read_campaign_state(const Node& node) {
    Names states{{"state", {"trạng thái", "state"}}};
    for (const auto name : model::names_of<model::CampaignState>()) {
      states.declare(name);
    }
    const auto found = states.refer(node, findings_);
    return found ? model::named<model::CampaignState>(node.text()) : std::nullopt;
  }

  std::optional<model::TaskState> read_state(const Node& node) {
    Names states{{"state", {"trạng thái", "state"}}};
    for (const auto name : model::names_of<model::TaskState>()) {
      states.declare(name);
    }
    const auto found = states.refer(node, findings_);
    return found ? model::named<model::TaskState>(node.text()) : std::nullopt;
  }

  std::string read_phase(const Node& node) {
    static_cast<void>(plan_.phases.refer(node, findings_));
    return node.text();
  }

  void check_expectation(const Node& node) {
    const auto has = [&](std::string_view key) { return node.find(key) != nullptr; };
    const bool of_task = has("state") || has("due") || has("first_due");
    const bool of_target = has("percent") || has("measured") || has("met");
    const bool anything = of_task || of_target || has("phase") || has("campaign");
    if (of_task != has("task") || of_target != has("target") || !anything) {
      findings_.error(
          node.mark(), "nothing_expected",
          {"viết { task: …, state: … }, { task: …, due: … }, { target: …, percent: … }, "
           "{ phase: … } hoặc { campaign: … }",
           "write { task: …, state: … }, { task: …, due: … }, { target: …, percent: … }, "
           "{ phase: … } or { campaign: … }"});
    }
  }

  const Node& root_;
  PlayedPlan plan_;
  Findings& findings_;
  Names people_;
  std::vector<model::Person> persons_;  // in the order of `people_`
  Timestamp last_ = Timestamp::min();
};

}  // namespace

Day last_day(const Scenario& scenario, DayRange period) {
  Day last = period.last;
  for (const auto& step : scenario.steps) {
    last = std::max(last, local_day(step.at));
  }
  for (const auto& expectation : scenario.expectations) {
    last = std::max(last, expectation.at.value_or(last));
  }
  return last;
}

Checked<Scenario> read_scenario(std::string_view text, const std::string& file,
                                const model::Plan& plan, const WrittenPlan& written) {
  Findings findings{file};
  Checked<Scenario> result;
  auto root = read_yaml(text, findings);
  if (root && conform(*root, "scenario", findings)) {
    result.value = ScenarioReader{*root, plan, written, findings}.read();
  }
  if (findings.has_errors()) {
    result.value.reset();
  }
  result.findings = findings.take();
  return result;
}

}  // namespace tiendo::definition
