#include "model/target.hpp"

#include <catch2/catch.hpp>

namespace tiendo::test {
namespace {

model::Target target(double plan, model::Measure measure = model::Measure::amount,
                     model::Comparison comparison = model::Comparison::at_least) {
  model::Target target;
  target.plan = plan;
  target.measure = measure;
  target.comparison = comparison;
  return target;
}

model::Achievement reached(const model::Target& target, double value,
                           std::optional<double> base = {}) {
  model::Result result;
  result.value = value;
  result.base = base;
  return model::achievement(target, result).value();
}

}  // namespace

TEST_CASE("percentages are exact, and more than was asked for is normal") {
  CHECK(reached(target(15), 27).percent == 180);
  CHECK(reached(target(80), 92).percent == 115);
  CHECK(reached(target(300), 585).percent == 195);
  CHECK(reached(target(5), 6).percent == 120);
  CHECK(reached(target(3), 1).percent == 33.333333);
  CHECK(reached(target(80), 92).met);
}

TEST_CASE("above is not the same as at least") {
  using model::Comparison;
  const auto met = [](Comparison comparison, double value) {
    return reached(target(50, model::Measure::amount, comparison), value).met;
  };
  CHECK(met(Comparison::at_least, 50));
  CHECK_FALSE(met(Comparison::more_than, 50));
  CHECK(met(Comparison::more_than, 51));
  CHECK(met(Comparison::at_most, 50));
  CHECK_FALSE(met(Comparison::less_than, 50));
}

TEST_CASE("growth is measured from the base of the year before") {
  auto ten_percent = target(10, model::Measure::growth);
  ten_percent.base = 250;
  const auto achieved = reached(ten_percent, 280);
  CHECK(achieved.measured == 12);
  CHECK(achieved.met);
  CHECK(achieved.percent == 101.818182);
  CHECK_FALSE(reached(ten_percent, 274).met);
}

TEST_CASE("a share is of its base, or is given in percent") {
  const auto three_quarters = target(75, model::Measure::share);
  const auto of_base = reached(three_quarters, 322, 525);
  CHECK(of_base.measured == 61.333333);
  CHECK(of_base.base == 525);
  CHECK_FALSE(of_base.met);
  const auto in_percent = reached(three_quarters, 80);
  CHECK(in_percent.measured == 80);
  CHECK(in_percent.met);
  CHECK(in_percent.percent == 106.666667);
}

TEST_CASE("nothing is a percentage of nothing") {
  CHECK_FALSE(model::achievement(target(10, model::Measure::growth), {}).has_value());
  auto share = target(75, model::Measure::share);
  share.base = 0;
  CHECK_FALSE(model::achievement(share, {}).has_value());
}

}  // namespace tiendo::test
