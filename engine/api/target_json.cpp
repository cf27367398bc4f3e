#include "api/target_json.hpp"

#include "api/json_parts.hpp"
#include "base/number_text.hpp"
#include "runtime/target_words.hpp"

namespace tiendo::api {
namespace {

namespace json = boost::json;

json::value number_or_null(const std::optional<double>& number) {
  return number ? json::value(*number) : json::value(nullptr);
}

json::array results_json(const model::Campaign& campaign, const model::Target& target,
                         const Look& look) {
  json::array all;
  const auto found = campaign.results.find(target.id);
  if (found != campaign.results.end()) {
    for (const auto& result : found->second) {
      all.push_back(to_json(target, result, look.language));
    }
  }
  return all;
}

json::object planned_json(const model::Target& target, const Look& look) {
  return {{"id", target.id.str()},
          {"title", target.title},
          {"unit", target.unit},
          {"lead", text_or_null(target.lead.str())},
          {"plan", target.plan},
          {"comparison", model::name(target.comparison)},
          {"measure", model::name(target.measure)},
          {"phrase", text_or_null(target.phrase)},
          {"plan_text", look.say(runtime::planned_words(target))},
          {"base", number_or_null(target.base)},
          {"base_text", text_or_null(target.base_text)},
          {"period", text_or_null(target.period)}};
}

json::object passed_json(const runtime::PassedPeriod& period, const Look& look) {
  return {{"start", to_string(period.days.first)},
          {"due", to_string(period.days.last)},
          {"days", period.all},
          {"days_passed", period.passed},
          {"percent_passed", period.percent},
          {"text", look.say(runtime::passed_words(period))}};
}

}  // namespace

json::object to_json(const model::Target& target, const model::Result& result, Language language) {
  json::object document{
      {"value", result.value},
      {"day", to_string(result.day)},
      {"document", text_or_null(result.document)},
      {"estimated", result.estimated},
      {"base", nullptr},
      {"percent", nullptr},
      {"measured", nullptr},
      {"met", nullptr},
      {"met_text", nullptr},
      {"percent_text", nullptr},
      {"value_text", runtime::result_words(target, result).in(language)},
      {"base_text", text_or_null(runtime::base_words(target, result).in(language))},
      {"text", runtime::achievement_words(target, result).in(language)}};
  if (const auto reached = model::achievement(target, result)) {
    document["base"] = number_or_null(reached->base);
    document["percent"] = reached->percent;
    document["measured"] = number_or_null(reached->measured);
    document["met"] = reached->met;
    document["met_text"] = runtime::met_words(target, reached->met).in(language);
    document["percent_text"] = percent_text(reached->percent).in(language);
  }
  return document;
}

json::object to_json(const model::Target& target, const runtime::RecordedResult& recorded,
                     Language language) {
  auto document = to_json(target, recorded.result, language);
  document["recorded_at"] = to_string(recorded.at);
  document["by"] = text_or_null(recorded.actor.str());
  document["on_behalf_of"] = nullptr;
  document["on_behalf_document"] = nullptr;
  if (recorded.on_behalf) {
    document["on_behalf_of"] = recorded.on_behalf->whom;
    document["on_behalf_document"] = recorded.on_behalf->document;
  }
  return document;
}

json::array targets_json(const model::Campaign& campaign, const model::UserId& user,
                         const Look& look, bool with_results) {
  json::array all;
  for (const auto& target : campaign.plan->targets) {
    auto one = planned_json(target, look);
    const auto* latest = runtime::latest_result(campaign, target.id);
    one["time"] = passed_json(runtime::passed_period(target, *campaign.plan, look.now), look);
    one["latest"] = latest ? json::value(to_json(target, *latest, look.language)) : json::value{};
    one["result"] = latest ? one["latest"].at("value") : json::value{};
    one["percent"] = latest ? one["latest"].at("percent") : json::value{};
    one["may_record"] = runtime::may_record(look.state, campaign, target, user, look.now);
    if (with_results) {
      one["results"] = results_json(campaign, target, look);
    }
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace tiendo::api
