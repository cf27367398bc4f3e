#pragma once

#include <string>

/// What tests/golden/`name` holds. With TIENDO_UPDATE_GOLDEN=1 in the environment `now` is written
/// there first.
std::string golden(const std::string& name, const std::string& now);
