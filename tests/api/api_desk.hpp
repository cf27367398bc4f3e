#pragma once

#include <boost/json/parse.hpp>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>

#include "api/service.hpp"
#include "runtime/memory_journal.hpp"
#include "support/plan.hpp"
#include "support/words.hpp"

namespace tiendo::test {

/// Secrets that live as long as this.
class MemorySecrets final : public port::Secrets {
 public:
  Result<void> put_all(std::span<const port::Secret> secrets) override {
    for (const auto& one : secrets) {
      kept[{one.user, one.name}] = one.value;
    }
    return {};
  }
  Result<std::optional<std::string>> get(const model::UserId& user,
                                         std::string_view name) const override {
    const auto found = kept.find({user, std::string{name}});
    return found == kept.end() ? std::nullopt : std::optional{found->second};
  }
  Result<void> erase(const model::UserId& user) override {
    std::erase_if(kept, [&](const auto& one) { return one.first.first == user; });
    return {};
  }

  std::map<std::pair<model::UserId, std::string>, std::string> kept;
};

/// Hashes of files that have been uploaded.
class MemoryBlobs final : public port::Blobs {
 public:
  Result<std::string> put(std::istream& content) override {
    std::string hash;
    content >> hash;
    kept.insert(hash);
    return hash;
  }
  Result<std::unique_ptr<std::istream>> open(const std::string&) const override {
    return std::unique_ptr<std::istream>{};
  }
  bool contains(const std::string& hash) const override { return kept.contains(hash); }
  bool renew(const std::string& hash) override { return contains(hash); }
  std::optional<std::uint64_t> size_of(const std::string& hash) const override {
    return contains(hash) ? std::optional<std::uint64_t>{size} : std::nullopt;
  }

  std::uint64_t size = 3;  // of every one
  std::set<std::string> kept;
};

/// An answer, and its body as JSON.
struct Answered {
  int status = 0;
  boost::json::object body;
  std::string etag;

  [[nodiscard]] std::string code() const {
    const auto* found = body.if_contains("code");
    return found == nullptr ? "" : std::string{found->as_string()};
  }
  /// Of a list `name`, the values of `key`, separated by blanks.
  [[nodiscard]] std::string all(std::string_view name, std::string_view key) const {
    std::string text;
    for (const auto& item : body.at(name).as_array()) {
      text += (text.empty() ? "" : " ") + std::string{item.at(key).as_string()};
    }
    return text;
  }
};

/// The interface over an engine with a journal in memory: one campaign, and people of every role.
class ApiDesk {
 public:
  explicit ApiDesk(const PlanBuilder& plan, std::string_view now = "2025-01-06 08:00")
      : now_{at(now)} {
    REQUIRE(journal_.append(office_events(), {}).has_value());
    REQUIRE(engine_.load().has_value());
    REQUIRE(engine_
                .submit({command(administrator(), model::IssueCampaign{plan.build(), {}}), {}, {}},
                        now_)
                .has_value());
  }

  ApiDesk& time(std::string_view now) {
    now_ = at(now);
    return *this;
  }

  /// Of what takes long.
  api::Patience patience;
  /// For what the words below do not say.
  api::Request next;

  Answered get(const model::Person& who, std::string path, api::Fields query = {}) {
    next.method = api::Method::get;
    next.query = std::move(query);
    return ask(who, std::move(path));
  }
  Answered post(const model::Person& who, std::string path, std::string body = {}) {
    next.method = api::Method::post;
    next.body = std::move(body);
    next.content_type = next.content_type.empty() ? "application/json" : next.content_type;
    return ask(who, std::move(path));
  }
  Answered put(const model::Person& who, std::string path, std::string body = {}) {
    next.method = api::Method::put;
    next.body = std::move(body);
    next.content_type = "application/json";
    return ask(who, std::move(path));
  }

  [[nodiscard]] std::size_t events() const { return journal_.events().size(); }
  [[nodiscard]] const runtime::Engine& engine() const { return engine_; }

  MemorySecrets secrets;
  MemoryBlobs blobs;

 private:
  Answered ask(const model::Person& who, std::string path) {
    auto request = std::exchange(next, {});
    request.path = "/api/v1" + std::move(path);
    request.language = Language::en;
    request.caller.user = who.id;
    const auto route = api::route(request.method, request.path);
    auto response = api::refuse_route(request, route);
    if (!response) {
      auto outcome = service_.handle(request, route, now_);
      const auto* rest = std::get_if<api::ReadJournal>(&outcome);
      const auto* compute = std::get_if<api::Compute>(&outcome);
      REQUIRE(engine_.commit().has_value());
      response = rest != nullptr      ? (*rest)(journal_)
                 : compute != nullptr ? (*compute)(request, patience)
                                      : std::get<api::Response>(outcome);
    }
    for (const auto& piece : response->shared) {
      response->body += piece->text();
    }
    INFO(response->body);
    return {response->status,
            response->body.empty() ? boost::json::object{}
                                   : boost::json::parse(response->body).as_object(),
            response->etag};
  }

  Timestamp now_;
  runtime::MemoryJournal journal_;
  runtime::Engine engine_{journal_};
  api::Service service_{engine_, journal_, secrets, blobs};
};

/// Tasks `a` of nghiep-vu with trung-tam beside it, `b` of trung-tam, `c` of nobody.
inline PlanBuilder three_tasks() {
  PlanBuilder plan;
  plan.task({.id = "a",
             .start = "2025-02-03",
             .due = "2025-03-31",
             .coordinating = {"trung-tam"},
             .plan_owed = true})
      .task({.id = "b", .start = "2025-01-06", .due = "2025-02-28", .leads = {"trung-tam"}})
      .task({.id = "c", .leads = {}});
  return plan;
}

inline const std::string campaign_path = std::string{"/campaigns/"} + campaign_id;

}  // namespace tiendo::test
