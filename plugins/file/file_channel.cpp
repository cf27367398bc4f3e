#include "file/file_channel.hpp"

#include <fmt/format.h>

#include "journal/file.hpp"
#include "journal/hash.hpp"
#include "mime/encoding.hpp"
#include "mime/message.hpp"

namespace tiendo::file {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t name_bytes_max = 200;  // file systems take 255 with what else stands there

std::string stamp_of(Timestamp at) {
  const Day day = local_day(at);
  const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(at - instant_of(day))};
  return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()),
                     time.hours().count(), time.minutes().count(), time.seconds().count());
}

std::string name_of(const port::Letter& letter) {
  auto id = mime::to_plain_id(letter.id);
  if (id.size() > name_bytes_max) id = journal::to_hex(journal::sha256(letter.id));
  return fmt::format("{}-{}.eml", stamp_of(letter.at), id);
}

Result<void> write(const fs::path& folder, const port::Letter& letter, const std::string& message) {
  if (auto made = journal::make_folder(folder); !made) return made.error();
  auto file = journal::NewFile::make_in(folder);
  if (!file) return file.error();
  if (auto done = file->write(message); !done) return done;
  if (auto done = file->sync(); !done) return done;
  const auto target = folder / name_of(letter);
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
