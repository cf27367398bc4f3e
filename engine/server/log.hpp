#pragma once

#include <span>
#include <string_view>

#include "model/event.hpp"
#include "port/journal.hpp"

namespace tiendo::server {

/// One line an event to standard error: `at=… level=… words key=value …`, instants in UTC. Called
/// once, before there are threads.
void set_up_log();

/// trace, debug, info, warning, error, critical, off; false, and nothing changed, for another word.
/// Any thread, also while others log.
[[nodiscard]] bool set_log_level(std::string_view level);

/// A listener of the engine: one line a transition, `event position=… campaign=… task=… type=…
/// actor=…`, empty where there is none, and nothing of what people wrote. Notices and deliveries,
/// of which there are many to one transition, only at level debug.
void log_events(port::Journal::Position first, std::span<const model::Event> events);

}  // namespace tiendo::server
