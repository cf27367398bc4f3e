#include "server/log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>
#include <string>

#include "journal/codec.hpp"
#include "model/task_event.hpp"

namespace tiendo::server {
namespace {

std::string_view task_of(const model::EventBody& body) {
  return std::visit(
      []<class Body>(const Body& event) -> std::string_view {
        if constexpr (requires { event.task.str(); }) {
          return event.task.str();
        } else {
          return {};
        }
      },
      body);
}

spdlog::level::level_enum level_of(const model::EventBody& body) {
  const bool many = std::holds_alternative<model::NoticeQueued>(body) ||
                    std::holds_alternative<model::DeliveryMoved>(body);
  return many ? spdlog::level::debug : spdlog::level::info;
}

}  // namespace

void set_up_log() {
  auto logger =
      std::make_shared<spdlog::logger>("tiendo", std::make_shared<spdlog::sinks::stderr_sink_mt>());
  logger->set_pattern("at=%Y-%m-%dT%H:%M:%S.%fZ level=%l %v", spdlog::pattern_time_type::utc);
  logger->flush_on(spdlog::level::err);
  spdlog::set_default_logger(std::move(logger));
}

bool set_log_level(std::string_view level) {
  const auto found = spdlog::level::from_str(std::string{level});
  if (found == spdlog::level::off && level != "off") {
    return false;
  }
  spdlog::set_level(found);
  return true;
}

void log_events(port::Journal::Position first, std::span<const model::Event> events) {
  for (const auto& event : events) {
    spdlog::log(level_of(event.body), "event position={} campaign={} task={} type={} actor={}",
                first++, event.campaign.str(), task_of(event.body), journal::type_name(event.body),
                event.actor.str());
  }
}

}  // namespace tiendo::server
