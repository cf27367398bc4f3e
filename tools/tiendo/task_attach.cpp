#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>

#include "outcome.hpp"
#include "task_commands.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;

struct Options {
  FolderOptions folder;
  std::string campaign;
  std::string id;
  std::vector<std::string> files;
  std::string text;
};

/// By the end of the name; a hint for who opens it, nothing more.
std::string media_type_of(const std::filesystem::path& file) {
  static const std::map<std::string, std::string> types{
      {".pdf", "application/pdf"},
      {".png", "image/png"},
      {".jpg", "image/jpeg"},
      {".jpeg", "image/jpeg"},
      {".txt", "text/plain"},
      {".csv", "text/csv"},
      {".doc", "application/msword"},
      {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
      {".xls", "application/vnd.ms-excel"},
      {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
      {".zip", "application/zip"}};
  const auto found = types.find(file.extension().string());
  return found == types.end() ? std::string{} : found->second;
}

/// Keeps the content: what a command says of the file.
Result<json::object> keep(const std::string& name, OfficeWriter& office) {
  const std::filesystem::path path{name};
  std::error_code failed;
  const auto size = std::filesystem::file_size(path, failed);
  std::ifstream content{path, std::ios::binary};
  if (failed || !content) {
    return Error{{"không đọc được tệp: kiểm tra tên và quyền đọc",
                  "the file cannot be read: look at its name and permissions"},
                 name};
  }
  auto hash = office.upload(content);
  if (hash.has_error()) {
    return hash.error();
  }
  return json::object{{"hash", std::move(*hash)},
                      {"name", path.filename().string()},
                      {"media_type", media_type_of(path)},
                      {"size", size}};
}

/// Before the folder is locked: whoever waits for a pipe would keep all others waiting.
bool are_files(const std::vector<std::string>& names, Context& context) {
  for (const auto& name : names) {
    std::error_code failed;
    if (!std::filesystem::is_regular_file(name, failed)) {
      complain(context, outside({{"không phải là tệp, hoặc không có: nêu tên một tệp",
                                  "it is no file, or is not there: name a file"},
                                 name}));
      return false;
    }
  }
  return true;
}

void attach(const Options& options, Context& context) {
  if (!are_files(options.files, context)) {
    return;
  }
  const auto office =
      OfficeWriter::open(options.folder, OfficeWriter::Missing::is_an_error, context);
  const auto* campaign =
      office == nullptr ? nullptr : find_campaign(office->state(), options.campaign, context);
  if (campaign == nullptr || !find_task(*campaign, options.id, context)) {
    return;
  }
  json::array files;
  for (const auto& file : options.files) {
    auto kept = keep(file, *office);
    if (kept.has_error()) {
      complain(context, outside(kept.error()));
      return;
    }
    files.push_back(std::move(*kept));
  }
  carry_out(
      *office,
      {.path = api_path({"campaigns", campaign->id.str(), "tasks", options.id, "attach"}),
       .body = json::serialize(json::object{{"files", std::move(files)}, {"text", options.text}})},
      context);
}

}  // namespace

void add_task_attach(CLI::App& task, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = task.add_subcommand("attach", "attach files that show what was done");
  command->add_option("ID", options->id, "the task")->required();
  command->add_option("FILE", options->files, "what to attach")->required();
  command->add_option("--text", options->text, "what it shows");
  command->add_option("--campaign", options->campaign, "the campaign, where there are several")
      ->type_name("ID");
  add_writing_options(*command, options->folder);
  command->callback([options, &context] { attach(*options, context); });
}

}  // namespace tiendo::cli
