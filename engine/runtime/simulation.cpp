#include "runtime/simulation.hpp"

#include "base/check.hpp"

namespace tiendo::runtime {
namespace {

model::UserId owner() {
  return model::UserId{model::owner_prefix};
}

}  // namespace

Timestamp issue_instant(const model::Plan& plan) {
  return instant_of(plan.document.date.value_or(plan.period.first), plan.organisation.hours.opens);
}

Simulation::Simulation(std::vector<calendar::HolidayYear> holidays, Restart restart)
    : engine_{std::make_unique<Engine>(journal_)}, restart_{restart} {
  const auto loaded = engine_->load();
  model::Command command{
      owner(), std::nullopt, {}, model::OfficeCommands{model::SetHolidays{std::move(holidays)}}};
  const Day before_all{std::chrono::year{calendar::WorkingDays::first_year} / 1 / 1};
  const auto answer = engine_->submit({std::move(command), {}, {}}, instant_of(before_all));
  check(loaded.has_value() && answer.has_value() && answer->accepted(),
        "the owner may set holidays");
}

Result<port::Answer> Simulation::issue(std::shared_ptr<const model::Plan> plan,
                                       std::vector<model::Source> sources) {
  const auto at = issue_instant(*plan);
  const model::CampaignId id{plan->id.str()};
  return submit({owner(), std::nullopt, id,
                 model::CampaignCommand{model::IssueCampaign{std::move(plan), std::move(sources)}}},
                at);
}

Result<void> Simulation::run_until(Timestamp until) {
  for (auto due = engine_->next_due(); due && *due <= until; due = engine_->next_due()) {
    if (auto restarted = restart(); restarted.has_error()) {
      return restarted;
    }
    if (auto advanced = engine_->advance(*due); advanced.has_error()) {
      return advanced;
    }
  }
  return {};
}

Result<port::Answer> Simulation::add(const model::Person& person, Timestamp at) {
  return submit({owner(), std::nullopt, {}, model::OfficeCommands{model::AddPerson{person}}}, at);
}

Result<port::Answer> Simulation::submit(const model::Command& command, Timestamp at) {
  if (auto run = run_until(at); run.has_error()) {
    return run.error();
  }
  if (auto restarted = restart(); restarted.has_error()) {
    return restarted.error();
  }
  return engine_->submit({command, {}, {}}, at);
}

Result<void> Simulation::restart() {
  if (restart_ == Restart::never) {
    return {};
  }
  engine_ = std::make_unique<Engine>(journal_);
  return engine_->load();
}

}  // namespace tiendo::runtime
