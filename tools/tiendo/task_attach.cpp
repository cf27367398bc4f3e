#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <memory>

#include "outcome.hpp"
#include "task_commands.hpp"

namespace tiendo::cli {
namespace {

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

/// Keeps the content, and says under which hash.
Result<model::Evidence> keep(const std::string& name, port::Blobs& blobs) {
  const std::filesystem::path path{name};
  std::error_code failed;
  const auto size = std::filesystem::file_size(path, failed);
  std::ifstream content{path, std::ios::binary};
  if (failed || !content) {
    return Error{{"không đọc được tệp: kiểm tra tên và quyền đọc",
                  "the file cannot be read: look at its name and permissions"},
                 name};
  }
  auto hash = blobs.put(content);
  if (hash.has_error()) {
    return hash.error();
  }
  return model::Evidence{std::move(*hash), path.filename().string(), media_type_of(path), size};
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

void attach(const CLI::App& command, const Options& options, Context& context) {
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
  const auto blobs = office->folder().blobs();
  if (blobs.has_error()) {
    complain(context, outside(blobs.error()));
    return;
  }
  std::vector<OfficeWriter::Wish> wishes;
  for (const auto& file : options.files) {
    auto evidence = keep(file, **blobs);
    if (evidence.has_error()) {
      complain(context, outside(evidence.error()));
      return;
    }
    const auto fingerprint = fingerprint_of(command) + '\n' + evidence->hash;
    wishes.push_back({campaign->id,
                      model::TaskCommand{model::AttachEvidence{model::TaskId{options.id},
                                                               std::move(*evidence), options.text}},
                      fingerprint, wishes.empty() ? "" : std::to_string(wishes.size())});
  }
  carry_out(*office, wishes, context, {{"campaign", campaign->id.str()}, {"task", options.id}});
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
  command->callback([command, options, &context] { attach(*command, *options, context); });
}

}  // namespace tiendo::cli
