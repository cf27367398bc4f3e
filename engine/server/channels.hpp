#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "port/channel.hpp"
#include "runtime/letter.hpp"

namespace tiendo::server {

/// Ways to people, by the names under which the office knows them.
using Channels = std::map<std::string, std::shared_ptr<port::Channel>>;

/// The latest letters of a channel that writes files, at most `count`, newest first. Any thread.
using ReadLetters = std::function<Result<std::vector<port::Letter>>(std::size_t count)>;

}  // namespace tiendo::server
