#include "runtime/messages.hpp"

#include <algorithm>
#include <unordered_map>

namespace tiendo::runtime {
namespace {

class Collector {
 public:
  explicit Collector(const std::function<bool(const model::Message&)>& wanted) : wanted_{wanted} {}

  void take(const model::Event& event) {
    if (const auto* queued = std::get_if<model::MessageQueued>(&event.body)) {
      if (wanted_(queued->message)) {
        places_[queued->message.key] = records_.size();
        records_.push_back({queued->message, event.at, event.at, {}, {}});
      }
    } else if (const auto* moved = std::get_if<model::DeliveryMoved>(&event.body)) {
      if (const auto place = places_.find(moved->key); place != places_.end()) {
        move(records_[place->second], *moved, event.at);
      }
    }
  }

  std::vector<MessageRecord> take_records() && {
    std::ranges::reverse(records_);
    return std::move(records_);
  }

 private:
  static void move(MessageRecord& record, const model::DeliveryMoved& moved, Timestamp at) {
    record.moved_at = at;
    record.reason = moved.reason;
    record.delivery.state = moved.state;
    record.delivery.retry_at = moved.retry_at;
    record.delivery.tries += moved.state == model::DeliveryState::sending ? 1 : 0;
  }

  const std::function<bool(const model::Message&)>& wanted_;
  std::vector<MessageRecord> records_;
  std::unordered_map<std::string, std::size_t> places_;  // by key
};

}  // namespace

Result<std::vector<MessageRecord>> messages(
    const port::Journal& journal, const std::function<bool(const model::Message&)>& wanted) {
  Collector collector{wanted};
  const auto read =
      journal.read_stream({}, [&](port::Journal::Position, const model::Event& event) {
        collector.take(event);
        return true;
      });
  if (read.has_error()) {
    return read.error();
  }
  return std::move(collector).take_records();
}

}  // namespace tiendo::runtime
