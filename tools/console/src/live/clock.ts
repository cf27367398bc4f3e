import { computed, signal } from '@preact/signals';
import { get } from '../api/client';
import type { Clock } from '../api/types';

// What time it is for the office. In a rehearsal that is not the time of this machine, and goes faster.

interface Reading {
  clock: Clock;
  at_ms: number; // of this machine, when it was read
}

const reading = signal<Reading | undefined>(undefined);
const beat = signal(Date.now());

export const rehearsal = computed(() => reading.value?.clock.rehearsal ?? false);
export const speed = computed(() => reading.value?.clock.speed ?? 1);

/// Now, as milliseconds since 1970; changes every second or, of the real clock, every minute.
export const now_ms = computed(() => {
  const known = reading.value;
  if (!known) {
    return beat.value;
  }
  return Date.parse(known.clock.now) + (Math.max(beat.value, known.at_ms) - known.at_ms) * known.clock.speed;
});

/// The day of the office: "2025-04-20".
export const today = computed(() => new Date(now_ms.value + 7 * 3_600_000).toISOString().slice(0, 10));

export async function readClock(): Promise<void> {
  const clock = await get<Clock>('/api/v1/clock');
  reading.value = { clock, at_ms: Date.now() };
}

setInterval(() => {
  const elapsed = Date.now() - beat.value;
  if (rehearsal.value || elapsed >= 60_000) {
    beat.value = Date.now();
  }
}, 1000);
