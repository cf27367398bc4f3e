#include "server/metrics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/check.hpp"

namespace tiendo::server {
namespace {

/// As OpenMetrics wants the bounds of buckets: `1.0`, `0.001`.
std::string number(double value) {
  auto text = fmt::format("{}", value);
  return text.find_first_of(".en") == std::string::npos ? text + ".0" : text;
}

std::string escaped(std::string_view value) {
  std::string text;
  for (const char c : value) {
    if (c == '\\' || c == '"') {
      text += '\\';
    }
    if (c == '\n') {
      text += "\\n";
    } else {
      text += c;
    }
  }
  return text;
}

std::string in_braces(Labels labels, std::string_view bound = {}) {
  if (!bound.empty()) {
    labels.emplace_back("le", bound);
  }
  std::string text;
  for (const auto& [name, value] : labels) {
    text += fmt::format("{}{}=\"{}\"", text.empty() ? "" : ",", name, escaped(value));
  }
  return text.empty() ? text : "{" + text + "}";
}

void render(const std::string& name, const Labels& labels, const Histogram& histogram,
            std::string& text) {
  const auto counts = histogram.counts();
  std::uint64_t up_to_here = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    up_to_here += counts[i];
    const auto bound = i < histogram.bounds().size() ? number(histogram.bounds()[i]) : "+Inf";
    text += fmt::format("{}_bucket{} {}\n", name, in_braces(labels, bound), up_to_here);
  }
  text += fmt::format("{}_count{} {}\n", name, in_braces(labels), up_to_here);
  text += fmt::format("{}_sum{} {}\n", name, in_braces(labels), number(histogram.sum()));
}

}  // namespace

void Histogram::observe(double value) noexcept {
  const auto bucket = std::ranges::lower_bound(bounds_, value) - bounds_.begin();
  buckets_[static_cast<std::size_t>(bucket)].fetch_add(1, std::memory_order_relaxed);
  sum_.fetch_add(value, std::memory_order_relaxed);
}

std::vector<std::uint64_t> Histogram::counts() const {
  std::vector<std::uint64_t> counts;
  for (const auto& bucket : buckets_) {
    counts.push_back(bucket.load(std::memory_order_relaxed));
  }
  return counts;
}

Metrics::Series& Metrics::series(const Family& family, std::string_view type,
                                 const Labels& labels) {
  auto& kept = families_.try_emplace(family.name, Kept{family, type, {}}).first->second;
  check(kept.type == type, "a family of metrics has one type");
  const auto found = kept.series.find(labels);
  if (found != kept.series.end() || kept.series.size() < series_max) {
    return kept.series[labels];
  }
  auto other = labels;
  for (auto& [name, value] : other) {
    value = "other";
  }
  return kept.series[other];
}

Counter& Metrics::counter(const Family& family, const Labels& labels) {
  const std::lock_guard lock{mutex_};
  return series(family, "counter", labels).counter;
}

Gauge& Metrics::gauge(const Family& family, const Labels& labels) {
  const std::lock_guard lock{mutex_};
  return series(family, "gauge", labels).gauge;
}

Histogram& Metrics::histogram(const Family& family, std::span<const double> bounds,
                              const Labels& labels) {
  const std::lock_guard lock{mutex_};
  auto& histogram = series(family, "histogram", labels).histogram;
  if (!histogram) {
    histogram = std::make_unique<Histogram>(bounds);
  }
  return *histogram;
}

void Metrics::before_render(std::function<void()> measure) {
  const std::lock_guard lock{mutex_};
  measures_.push_back(std::move(measure));
}

std::string Metrics::render() const {
  std::list<std::function<void()>> measures;
  {
    const std::lock_guard lock{mutex_};
    measures = measures_;
  }
  for (const auto& measure : measures) {
    measure();  // may ask for series
  }
  std::string text;
  const std::lock_guard lock{mutex_};
  for (const auto& [name, kept] : families_) {
    render(kept, text);
  }
  return text + "# EOF\n";
}

void Metrics::render(const Kept& kept, std::string& text) {
  const auto& [name, help, unit] = kept.family;
  text += fmt::format("# TYPE {} {}\n", name, kept.type);
  if (!unit.empty()) {
    text += fmt::format("# UNIT {} {}\n", name, unit);
  }
  text += fmt::format("# HELP {} {}\n", name, escaped(help));
  for (const auto& [labels, series] : kept.series) {
    if (kept.type == "counter") {
      text += fmt::format("{}_total{} {}\n", name, in_braces(labels), series.counter.value());
    } else if (kept.type == "gauge") {
      text += fmt::format("{}{} {}\n", name, in_braces(labels), number(series.gauge.value()));
    } else {
      server::render(name, labels, *series.histogram, text);
    }
  }
}

}  // namespace tiendo::server
