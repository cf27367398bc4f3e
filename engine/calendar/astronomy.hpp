#pragma once

namespace tiendo::calendar {

/// What the lunar calendar needs of astronomy: the new moons and the longitude of the sun.
/// Formulas and coefficients: Jean Meeus, Astronomical Algorithms, 2nd edition, chapters 25 (sun,
/// 0.01 degrees) and 49 (phases of the moon, some seconds); the difference between dynamical and
/// universal time: Espenak and Meeus, Five Millennium Canon of Solar Eclipses (NASA, 2006).
/// Instants are Julian days in universal time.

/// The new moon number `k`, counted from the first of the year 2000.
[[nodiscard]] double new_moon(int k);

/// The apparent geocentric longitude of the sun, in degrees from 0 to 360.
[[nodiscard]] double sun_longitude(double julian_day);

}  // namespace tiendo::calendar
