#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "port/channel.hpp"
#include "runtime/letter.hpp"

namespace tiendo::server {

/// Ways to people, by the names under which the office knows them.
using Channels = std::map<std::string, std::shared_ptr<port::Channel>>;

/// Which of the letters that became files are asked for.
struct LetterQuestion {
  std::string id;                           // this one alone; empty: all, newest first
  std::optional<port::LetterPlace> before;  // of all: those after this place of the list
  std::size_t count = 1;                    // of all: at most
};

/// Letters of a channel that writes files. Any thread.
using ReadLetters = std::function<Result<std::vector<port::Letter>>(const LetterQuestion&)>;

}  // namespace tiendo::server
