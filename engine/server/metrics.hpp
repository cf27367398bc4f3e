#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tiendo::server {

/// Only rises. Any thread, without a lock.
class Counter {
 public:
  void add(std::uint64_t more = 1) noexcept { value_.fetch_add(more, std::memory_order_relaxed); }
  [[nodiscard]] std::uint64_t value() const noexcept {
    return value_.load(std::memory_order_relaxed);
  }

 private:
  std::atomic<std::uint64_t> value_{0};
};

/// Rises and falls. Any thread, without a lock.
class Gauge {
 public:
  void set(double value) noexcept { value_.store(value, std::memory_order_relaxed); }
  void add(double more) noexcept { value_.fetch_add(more, std::memory_order_relaxed); }
  [[nodiscard]] double value() const noexcept { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<double> value_{0};
};

/// How many observations were at most so large. Any thread, without a lock.
class Histogram {
 public:
  /// `bounds` rise; above the last there is one more bucket.
  explicit Histogram(std::span<const double> bounds)
      : bounds_(bounds.begin(), bounds.end()), buckets_(bounds.size() + 1) {}

  void observe(double value) noexcept;

  [[nodiscard]] std::span<const double> bounds() const noexcept { return bounds_; }
  /// In each bucket alone, the one above all bounds last.
  [[nodiscard]] std::vector<std::uint64_t> counts() const;
  [[nodiscard]] double sum() const noexcept { return sum_.load(std::memory_order_relaxed); }

 private:
  std::vector<double> bounds_;
  std::vector<std::atomic<std::uint64_t>> buckets_;
  std::atomic<double> sum_{0};
};

/// Names and values; the names are plain letters and `_`.
using Labels = std::vector<std::pair<std::string, std::string>>;

/// What a family of series measures. Of a counter the name is without `_total`; a name that ends in
/// the unit says it.
struct Family {
  std::string name;
  std::string help;
  std::string unit{};  // "seconds", "bytes"; empty: none
};

/// All that is measured, as OpenMetrics 1.0 text. A series is made when it is first asked for, and
/// stays where it is; a family of more than `series_max` counts the rest under the value "other" of
/// every label, since what comes from outside must not fill the memory. Any thread.
class Metrics {
 public:
  static constexpr std::size_t series_max = 200;

  Counter& counter(const Family& family, const Labels& labels = {});
  Gauge& gauge(const Family& family, const Labels& labels = {});
  Histogram& histogram(const Family& family, std::span<const double> bounds,
                       const Labels& labels = {});

  /// `measure` is called before every rendering, by whoever asks for it.
  void before_render(std::function<void()> measure);

  /// application/openmetrics-text; version=1.0.0; charset=utf-8
  [[nodiscard]] std::string render() const;

 private:
  struct Series {
    Counter counter;
    Gauge gauge;
    std::unique_ptr<Histogram> histogram;
  };
  struct Kept {
    Family family;
    std::string_view type;
    std::map<Labels, Series> series;
  };
  Series& series(const Family& family, std::string_view type, const Labels& labels);
  static void render(const Kept& kept, std::string& text);

  mutable std::mutex mutex_;  // what follows; not the values
  std::map<std::string, Kept> families_;
  std::list<std::function<void()>> measures_;
};

}  // namespace tiendo::server
