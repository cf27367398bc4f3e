import type { Timeline } from '../../api/types';
import type { Bar } from './data';
import { numberOf, type Span } from './scale';

export interface PhaseSpan extends Span {
  id: string;
  title: string;
  active: boolean;
}

/// A lane for the phases inside of each phase that has some by days of the plan: there they follow
/// one another. The one before the first of them lasts from the beginning of the chart; those that
/// wait for something else have no place on it.
export function lanesOf(timeline: Timeline, range: Span): PhaseSpan[][] {
  const { phases } = timeline;
  return [...new Set(phases.map((phase) => phase.within))]
    .map((within) => laneOf(phases.filter((phase) => phase.within === within), range))
    .filter((lane) => lane.length > 0);
}

function laneOf(phases: Timeline['phases'], range: Span): PhaseSpan[] {
  const dated = phases.flatMap((phase) => (phase.start === null ? [] : [{ ...phase, first: numberOf(phase.start) }]))
    .sort((one, other) => one.first - other.first);
  const before = phases[phases.findIndex((phase) => phase.start !== null) - 1];
  const all = before ? [{ ...before, first: range.first }, ...dated] : dated;
  return all.map(({ id, title, active, first }, i) =>
    ({ id, title, active, first, last: (all[i + 1]?.first ?? range.last + 1) - 1 }))
    .filter((phase) => phase.last >= phase.first && phase.first <= range.last);
}

/// The lane by which tasks are grouped: the one that says most.
export function mainLane(lanes: readonly PhaseSpan[][]): PhaseSpan[] {
  return lanes.reduce<PhaseSpan[]>((best, lane) => (lane.length > best.length ? lane : best), []);
}

/// The phase in which the task begins or, where that is not said, is due.
export function phaseOf(task: Bar, phases: readonly PhaseSpan[]): PhaseSpan | undefined {
  const day = task.start ?? task.due;
  if (day === null) {
    return undefined;
  }
  const number = numberOf(day);
  return phases.find((phase) => phase.first <= number && number <= phase.last);
}

export interface DaysOff extends Span {
  name: string;
}

/// Public holidays that follow one another are one; `works`: Saturdays that are worked.
export function holidaysOf(timeline: Timeline): { off: DaysOff[]; works: ReadonlySet<number> } {
  const off: DaysOff[] = [];
  const days = timeline.holidays.filter((one) => !one.works).map(({ day, name }) => ({ day: numberOf(day), name }))
    .sort((one, other) => one.day - other.day);
  for (const { day, name } of days) {
    const last = off.at(-1);
    if (last && day <= last.last + 1) {
      last.last = day;
      last.name = last.name.includes(name) ? last.name : `${last.name}; ${name}`;
    } else {
      off.push({ first: day, last: day, name });
    }
  }
  return { off, works: new Set(timeline.holidays.filter((one) => one.works).map((one) => numberOf(one.day))) };
}
