#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "definition/holidays.hpp"
#include "definition/kind_reader.hpp"
#include "definition/organisation_reader.hpp"
#include "definition/plan_reader.hpp"
#include "definition/scenario_reader.hpp"

using namespace tiendo;
using namespace tiendo::definition;
namespace fs = std::filesystem;

// broken/FOLDER/NAME.yaml has a mistake; NAME.expected is what is said about it, in English and in
// Vietnamese. TIENDO_UPDATE_GOLDEN=1 writes what is said now.

namespace {

const fs::path root{TIENDO_SOURCE_DIR "/tests/definition/broken"};

std::string content_of(const fs::path& path) {
  std::ifstream in{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

std::string said(const std::vector<Finding>& findings) {
  std::string text;
  for (const Language language : {Language::en, Language::vi}) {
    for (Finding finding : findings) {
      finding.file = fs::path{finding.file}.filename().string();
      text += to_string(finding, language) + '\n';
    }
  }
  return text;
}

/// What `read` finds in every file of the folder stands beside it, and is an error but in
/// `warnings_only`.
template <class Read>
void check_folder(const std::string& folder, std::size_t least, Read&& read) {
  std::set<fs::path> files;
  for (const auto& entry : fs::directory_iterator{root / folder}) {
    if (entry.path().extension() == ".yaml") {
      files.insert(entry.path());
    }
  }
  REQUIRE(files.size() >= least);
  for (const fs::path& file : files) {
    INFO(file.string());
    const auto checked = read(content_of(file), file.string());
    CHECK(checked.value.has_value() == (file.stem() == "warnings_only"));
    CHECK_FALSE(checked.findings.empty());
    fs::path expected = file;
    expected.replace_extension(".expected");
    if (std::getenv("TIENDO_UPDATE_GOLDEN") != nullptr) {
      std::ofstream{expected, std::ios::binary} << said(checked.findings);
    }
    CHECK(said(checked.findings) == content_of(expected));
  }
}

}  // namespace

TEST_CASE("a broken plan is told what is wrong, where, and what would be right") {
  check_folder("plan", 60, [](const std::string& text, const std::string& file) {
    return read_plan(text, file, companions_of(file), built_in_working_days());
  });
}

TEST_CASE("a broken kind is told what is wrong, where, and what would be right") {
  check_folder("kind", 6, [](const std::string& text, const std::string& file) {
    return read_kind(text, file);
  });
}

TEST_CASE("a broken organisation is told what is wrong, where, and what would be right") {
  check_folder("organisation", 7, [](const std::string& text, const std::string& file) {
    return read_organisation(text, file);
  });
}

TEST_CASE("a broken scenario is told what is wrong, where, and what would be right") {
  const auto text_of_plan = content_of(root / "scenario/played/plan.yaml");
  const auto plan = read_plan(text_of_plan, "plan.yaml", no_companions(), built_in_working_days());
  REQUIRE(plan.value.has_value());
  check_folder("scenario", 10, [&](const std::string& text, const std::string& file) {
    return read_scenario(text, file, *plan.value, {text_of_plan, no_companions()});
  });
}

TEST_CASE("every beginning of a plan is read without harm") {
  const std::string text = content_of(root / "plan/many_errors_at_once.yaml") +
                           content_of(root / "scenario/played/plan.yaml");
  for (std::size_t size = 0; size < text.size(); size += 7) {
    const auto checked =
        read_plan(text.substr(0, size), "plan.yaml", no_companions(), built_in_working_days());
    CHECK_FALSE(checked.findings.empty());
  }
}
