#include "runtime/inbox.hpp"

#include "runtime/addressee_words.hpp"
#include "runtime/notice_words.hpp"

namespace tiendo::runtime {
namespace {

/// Puts notices in words as they come by; those of a rung follow the event that it was reached.
class Collector {
 public:
  Collector(const InboxQuestion& question, std::vector<QueuedNotice>& all)
      : question_{question}, all_{all} {}

  void take(port::Journal::Position position, const model::Event& event) {
    if (const auto* reached = std::get_if<model::RungReached>(&event.body)) {
      if (const auto index = question_.plan->find(reached->task)) {
        rung_words_ = words_for(reached->rung, question_.plan->tasks[*index]);
        rung_ = reached->rung.rung;
      }
      return;
    }
    const auto* queued = std::get_if<model::NoticeQueued>(&event.body);
    const bool is_old = question_.since && event.at < *question_.since;
    const bool is_own = !question_.reader.empty() && event.actor == question_.reader;
    if (queued == nullptr || is_old || is_own || !question_.wanted(queued->notice)) {
      return;
    }
    const auto& notice = queued->notice;
    if (notice.task.empty() || question_.plan->find(notice.task)) {
      const bool of_rung = notice.subject == model::Subject::rung && rung_ == notice.rung;
      auto words = of_rung ? rung_words_ : words_for(notice, *question_.plan);
      if (!notice.reason.empty()) {
        words.vi.append(" – ").append(glance(notice.reason));
        words.en.append(" – ").append(glance(notice.reason));
      }
      all_.push_back({position, event.at, question_.campaign, notice, std::move(words),
                      words_for(notice.to, question_.plan.get())});
    }
  }

 private:
  const InboxQuestion& question_;
  std::vector<QueuedNotice>& all_;
  Text rung_words_;
  std::optional<model::Rung> rung_;
};

}  // namespace

Result<void> read_inbox(const port::Journal& journal, const InboxQuestion& question,
                        std::vector<QueuedNotice>& all) {
  Collector collector{question, all};
  return journal.read_stream(question.campaign,
                             [&](port::Journal::Position position, const model::Event& event) {
                               if (question.before && event.at >= *question.before) {
                                 return false;
                               }
                               collector.take(position, event);
                               return true;
                             });
}

}  // namespace tiendo::runtime
