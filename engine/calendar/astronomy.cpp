#include "calendar/astronomy.hpp"

#include <cmath>
#include <numbers>

namespace tiendo::calendar {
namespace {

constexpr double degree = std::numbers::pi / 180;
constexpr double julian_day_2000 = 2451545.0;
constexpr double days_a_century = 36525.0;

/// Dynamical less universal time, in days. Espenak and Meeus, polynomials for 1961 to 2150.
double delta_t(double year) {
  double seconds = 0;
  if (year < 1986) {
    const double t = year - 1975;
    seconds = 45.45 + t * (1.067 + t * (-1.0 / 260 - t / 718));
  } else if (year < 2005) {
    const double t = year - 2000;
    seconds = 63.86 + t * (0.3345 +
                           t * (-0.060374 + t * (0.0017275 + t * (0.000651814 + t * 2.373599e-5))));
  } else if (year < 2050) {
    const double t = year - 2000;
    seconds = 62.92 + t * (0.32217 + t * 0.005589);
  } else {
    const double u = (year - 1820) / 100;
    seconds = -20 + 32 * u * u - 0.5628 * (2150 - year);
  }
  return seconds / 86400;
}

double year_of(double julian_day) {
  return 2000 + (julian_day - julian_day_2000) / 365.25;
}

/// One periodic term of chapter 49: coefficient · E^power · sin(m·M + m'·M' + f·F).
struct Term {
  double coefficient;
  int eccentricity_power;
  int sun;
  int moon;
  int latitude;
};

constexpr Term new_moon_terms[] = {
    {-0.40720, 0, 0, 1, 0},   {0.17241, 1, 1, 0, 0},   {0.01608, 0, 0, 2, 0},
    {0.01039, 0, 0, 0, 2},    {0.00739, 1, -1, 1, 0},  {-0.00514, 1, 1, 1, 0},
    {0.00208, 2, 2, 0, 0},    {-0.00111, 0, 0, 1, -2}, {-0.00057, 0, 0, 1, 2},
    {0.00056, 1, 1, 2, 0},    {-0.00042, 0, 0, 3, 0},  {0.00042, 1, 1, 0, 2},
    {0.00038, 1, 1, 0, -2},   {-0.00024, 1, -1, 2, 0}, {-0.00007, 0, 2, 1, 0},
    {0.00004, 0, 0, 2, -2},   {0.00004, 0, 3, 0, 0},   {0.00003, 0, 1, 1, -2},
    {0.00003, 0, 0, 2, 2},    {-0.00003, 0, 1, 1, 2},  {0.00003, 0, -1, 1, 2},
    {-0.00002, 0, -1, 1, -2}, {-0.00002, 0, 1, 3, 0},  {0.00002, 0, 0, 4, 0},
};

/// The additional corrections of chapter 49: coefficient · sin(at_zero + a_month·k).
struct Planet {
  double coefficient;
  double at_zero;
  double a_month;
};

constexpr Planet planets[] = {
    {0.000325, 299.77, 0.107408},  {0.000165, 251.88, 0.016321}, {0.000164, 251.83, 26.651886},
    {0.000126, 349.42, 36.412478}, {0.000110, 84.66, 18.206239}, {0.000062, 141.74, 53.303771},
    {0.000060, 207.14, 2.453732},  {0.000056, 154.84, 7.306860}, {0.000047, 34.52, 27.261239},
    {0.000042, 207.19, 0.121824},  {0.000040, 291.34, 1.844379}, {0.000037, 161.72, 24.198154},
    {0.000035, 239.56, 25.513099}, {0.000023, 331.55, 3.592518},
};

}  // namespace

double new_moon(int number) {
  const double k = number;
  const double t = k / 1236.85;
  const double eccentricity = 1 - t * (0.002516 + t * 0.0000074);
  const double sun = 2.5534 + 29.10535670 * k - t * t * (0.0000014 + t * 0.00000011);
  const double moon =
      201.5643 + 385.81693528 * k + t * t * (0.0107582 + t * (0.00001238 - t * 0.000000058));
  const double latitude =
      160.7108 + 390.67050284 * k - t * t * (0.0016118 + t * (0.00000227 - t * 0.000000011));
  const double node = 124.7746 - 1.56375588 * k + t * t * (0.0020672 + t * 0.00000215);

  double julian_day = 2451550.09766 + 29.530588861 * k +
                      t * t * (0.00015437 - t * (0.000000150 - t * 0.00000000073));
  for (const auto& term : new_moon_terms) {
    const double angle = term.sun * sun + term.moon * moon + term.latitude * latitude;
    julian_day += term.coefficient * std::pow(eccentricity, term.eccentricity_power) *
                  std::sin(angle * degree);
  }
  julian_day -= 0.00017 * std::sin(node * degree);
  for (const auto& planet : planets) {
    julian_day += planet.coefficient * std::sin((planet.at_zero + planet.a_month * k) * degree);
  }
  return julian_day - delta_t(year_of(julian_day));
}

double sun_longitude(double julian_day) {
  const double t = (julian_day + delta_t(year_of(julian_day)) - julian_day_2000) / days_a_century;
  const double mean_longitude = 280.46646 + t * (36000.76983 + t * 0.0003032);
  const double anomaly = (357.52911 + t * (35999.05029 - t * 0.0001537)) * degree;
  const double centre = (1.914602 - t * (0.004817 + t * 0.000014)) * std::sin(anomaly) +
                        (0.019993 - t * 0.000101) * std::sin(2 * anomaly) +
                        0.000289 * std::sin(3 * anomaly);
  const double node = (125.04 - 1934.136 * t) * degree;
  const double longitude =
      std::fmod(mean_longitude + centre - 0.00569 - 0.00478 * std::sin(node), 360);
  return longitude < 0 ? longitude + 360 : longitude;
}

}  // namespace tiendo::calendar
