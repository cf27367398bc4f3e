import { computed, signal } from '@preact/signals';
import { get, type Wish } from '../api/client';
import type { Clock } from '../api/types';

// What time it is for the office. In a rehearsal that is not the time of this machine, and goes faster.

interface Reading {
  clock: Clock;
  at_ms: number; // of this machine, when it was read
}

// What it may differ by without having been moved: of the office, and of ours.
const moved_ms = 60_000;
const moved_ticks_ms = 3000;

const reading = signal<Reading | undefined>(undefined);
const beat = signal(Date.now());

export const rehearsal = computed(() => reading.value?.clock.rehearsal ?? false);
export const speed = computed(() => reading.value?.clock.speed ?? 1);

/// Now, as milliseconds since 1970; changes every second or, of the real clock, every minute.
export const now_ms = computed(() => {
  return nowOf(beat.value);
});

function nowOf(here_ms: number): number {
  const known = reading.value;
  if (!known) {
    return here_ms;
  }
  return Date.parse(known.clock.now) + (Math.max(here_ms, known.at_ms) - known.at_ms) * known.clock.speed;
}

/// The day of the office: "2025-04-20".
export const today = computed(() => new Date(now_ms.value + 7 * 3_600_000).toISOString().slice(0, 10));

/// Whether whoever sits here may move it.
export const mayMove = computed(() => reading.value?.clock.may_change ?? false);

/// Answers with whether it was moved since it was read before.
export async function readClock(wish: Wish = {}): Promise<boolean> {
  return takeClock(await get<Clock>('/api/v1/clock', undefined, wish));
}

export function takeClock(clock: Clock): boolean {
  const before = reading.value?.clock;
  const expected = before === undefined ? Date.parse(clock.now) : nowOf(Date.now());
  reading.value = { clock, at_ms: Date.now() };
  return Math.abs(Date.parse(clock.now) - expected) > moved_ms + moved_ticks_ms * (before?.speed ?? 1);
}

setInterval(() => {
  const elapsed = Date.now() - beat.value;
  if (rehearsal.value || elapsed >= 60_000) {
    beat.value = Date.now();
  }
}, 1000);
