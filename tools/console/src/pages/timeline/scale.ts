import type { Timeline } from '../../api/types';

// Days are counted from 1970, as numbers: 365 of them are laid out for every picture.

export const zooms = ['year', 'quarter', 'month', 'week'] as const;
export type Zoom = (typeof zooms)[number];

/// So many days fill the width that there is.
const days_in_view: Record<Zoom, number> = { year: 366, quarter: 98, month: 35, week: 14 };
const day_ms = 86_400_000;
const near_days = 62; // today is on the chart where it is not farther than this from the plan

export function numberOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / day_ms;
}

export function dayOfNumber(number: number): string {
  return new Date(number * day_ms).toISOString().slice(0, 10);
}

/// Both ends are included.
export interface Span {
  first: number;
  last: number;
}

export interface Scale extends Span {
  zoom: Zoom;
  day_px: number;
  width: number;
}

/// Whole months around everything that is drawn.
export function rangeOf(timeline: Timeline, today: string): Span {
  let first = numberOf(timeline.start);
  let last = numberOf(timeline.due);
  for (const task of timeline.tasks) {
    for (const day of [task.start, task.planned_start, task.due, task.first_due]) {
      if (day !== null) {
        first = Math.min(first, numberOf(day));
        last = Math.max(last, numberOf(day));
      }
    }
  }
  const now = numberOf(today);
  if (now > first - near_days && now < last + near_days) {
    first = Math.min(first, now);
    last = Math.max(last, now);
  }
  return { first: monthBegin(first), last: monthBegin(last + 31 - dateOf(last) + 1) - 1 };
}

export function scaleOf(range: Span, zoom: Zoom, room: number): Scale {
  const days = range.last - range.first + 1;
  const shown = zoom === 'year' ? Math.min(days, 427) : days_in_view[zoom];
  const day_px = Math.max(room / shown, 0.5);
  return { ...range, zoom, day_px, width: Math.max(room, Math.floor(days * day_px)) };
}

/// Where a day begins.
export function xOf(scale: Scale, day: number): number {
  return (day - scale.first) * scale.day_px;
}

function at(day: number): Date {
  return new Date(day * day_ms);
}

export function dateOf(day: number): number {
  return at(day).getUTCDate();
}

/// 0: Sunday.
export function weekdayOf(day: number): number {
  return at(day).getUTCDay();
}

export function monthBegin(day: number): number {
  return day - dateOf(day) + 1;
}

export interface Tick extends Span {
  month: number; // from 0
  year: number;
}

export type Unit = 'quarter' | 'month' | 'week' | 'day';

/// The units that the axis of a zoom is divided into, above and below.
export const axes: Record<Zoom, readonly [Unit, Unit]> = {
  year: ['quarter', 'month'],
  quarter: ['month', 'week'],
  month: ['month', 'day'],
  week: ['week', 'day'],
};

/// The pieces of `range` between `from` and `to`, cut at both ends of the range.
export function ticks(range: Span, unit: Unit, from: number, to: number): Tick[] {
  const all: Tick[] = [];
  for (let day = Math.max(range.first, begin(unit, from)); day <= Math.min(range.last, to);) {
    const next = end(unit, day) + 1;
    all.push({ first: day, last: Math.min(next - 1, range.last), month: at(day).getUTCMonth(), year: at(day).getUTCFullYear() });
    day = next;
  }
  return all;
}

function begin(unit: Unit, day: number): number {
  switch (unit) {
    case 'day':
      return day;
    case 'week':
      return day - (weekdayOf(day) + 6) % 7;
    case 'month':
      return monthBegin(day);
    case 'quarter':
      return Date.UTC(at(day).getUTCFullYear(), at(day).getUTCMonth() - at(day).getUTCMonth() % 3, 1) / day_ms;
  }
}

function end(unit: Unit, day: number): number {
  switch (unit) {
    case 'day':
      return day;
    case 'week':
      return begin('week', day) + 6;
    case 'month':
      return Date.UTC(at(day).getUTCFullYear(), at(day).getUTCMonth() + 1, 1) / day_ms - 1;
    case 'quarter':
      return Date.UTC(at(day).getUTCFullYear(), at(day).getUTCMonth() - at(day).getUTCMonth() % 3 + 3, 1) / day_ms - 1;
  }
}
