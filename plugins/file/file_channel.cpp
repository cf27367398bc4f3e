#include "file/file_channel.hpp"

#include <fmt/format.h>

#include "file/names.hpp"
#include "journal/file.hpp"
#include "mime/message.hpp"

namespace tiendo::file {
namespace {

namespace fs = std::filesystem;

Result<void> write(const fs::path& folder, const port::Letter& letter, const std::string& message) {
  if (auto made = journal::make_folder(folder); !made) return made.error();
  auto file = journal::NewFile::make_in(folder);
  if (!file) return file.error();
  if (auto done = file->write(message); !done) return done;
  if (auto done = file->sync(); !done) return done;
  const auto target = folder / name_of_file(letter.at, letter.id);
  if (auto done = file->publish(target, journal::Existing::replace); !done) return done;
  return journal::sync_path(folder);
}

}  // namespace

FileChannel::FileChannel(fs::path folder, mime::Mailbox from)
    : folder_{std::move(folder)}, from_{std::move(from)} {}

port::Channel::Sending FileChannel::send(const port::Letter& letter) {
  if (const auto why = mime::why_unsendable(letter)) {
    return {Outcome::never, why->vi + " / " + why->en};
  }
  const auto written = write(folder_, letter, mime::write_message(letter, from_));
  if (written) return {};
  const auto& [message, where] = written.error();
  return {Outcome::later, fmt::format("{}: {} / {}", where, message.vi, message.en)};
}

}  // namespace tiendo::file
