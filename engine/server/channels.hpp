#pragma once

#include <map>
#include <memory>
#include <string>

#include "port/channel.hpp"
#include "runtime/letter.hpp"

namespace tiendo::server {

/// Ways to people, by the names under which the office knows them.
using Channels = std::map<std::string, std::shared_ptr<port::Channel>>;

}  // namespace tiendo::server
