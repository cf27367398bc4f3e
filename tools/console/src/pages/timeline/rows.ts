import type { UnitNames } from '../../api/units';
import { standingOf, type Standing } from '../../ui/time-status';
import type { Bar } from './data';
import { phaseOf, type PhaseSpan } from './phases';
import { numberOf, type Span } from './scale';

// What stands below what: groups, and in them the tasks by when they begin.

export type Grouping = 'unit' | 'phase';

export interface Wanted {
  status: string; // a time status, `none` for tasks without one, `suspended`, or empty
  unit: string; // `-`: nobody leads
  words: string;
}

export interface GroupRow {
  kind: 'group';
  key: string;
  title: string | undefined; // none: nobody leads, or outside of the phases
  count: number;
  overdue: number;
  span: Span | undefined;
  closed: boolean;
}

export interface TaskRow {
  kind: 'task';
  key: string;
  group: string;
  task: Bar;
}

export type Row = GroupRow | TaskRow;
export type Counts = Record<Standing | 'none' | 'suspended' | 'unassigned', number>;

export const unassigned = '-';
export const heights = { group: 38, task: 54 } as const;

export function statusOf(task: Bar): Standing | 'none' {
  return standingOf(task.status, task.state) ?? 'none';
}

export function countsOf(tasks: readonly Bar[]): Counts {
  const counts: Counts = {
    overdue: 0, due_today: 0, due_soon: 0, not_due: 0, awaiting_acceptance: 0, done_in_time: 0, done_late: 0, done_undated: 0, no_due_date: 0,
    none: 0, suspended: 0, unassigned: 0,
  };
  for (const task of tasks) {
    ++counts[statusOf(task)];
    counts.suspended += task.state === 'suspended' ? 1 : 0;
    counts.unassigned += task.lead.length === 0 ? 1 : 0;
  }
  return counts;
}

/// Without marks and capitals: "Đại hội" is found by "dai hoi".
function folded(text: string): string {
  return text.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, '');
}

export function filtered(tasks: readonly Bar[], wanted: Wanted, units: UnitNames): Bar[] {
  const words = folded(wanted.words).split(/\s+/).filter((word) => word !== '');
  return tasks.filter((task) =>
    (wanted.status === '' || (wanted.status === 'suspended' ? task.state === 'suspended' : statusOf(task) === wanted.status)) &&
    (wanted.unit === '' || (wanted.unit === unassigned ? task.lead.length === 0 : task.lead.includes(wanted.unit))) &&
    (words.length === 0 || hasAll(folded(`${task.title} ${task.lead.map(units.name).join(' ')}`), words)));
}

function hasAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

/// From the start to the due day; what is missing of both is not made up.
export function spanOf(task: Bar): Span | undefined {
  const start = task.start ?? task.due;
  return start === null ? undefined : { first: numberOf(start), last: numberOf(task.due ?? start) };
}

const titles = new Intl.Collator('vi');

function byStart(one: Bar, other: Bar): number {
  const [a, b] = [one, other].map((task) => `${task.start ?? task.due ?? '9'} ${task.due ?? '9'}`) as [string, string];
  return a < b ? -1 : a > b ? 1 : titles.compare(one.title, other.title);
}

/// Groups by their earliest task; the one of tasks that belong nowhere last.
export function rowsOf(
  tasks: readonly Bar[], by: Grouping, phases: readonly PhaseSpan[], closed: ReadonlySet<string>, units: UnitNames,
): Row[] {
  const groups = new Map<string, Bar[]>();
  for (const task of [...tasks].sort(byStart)) {
    const key = (by === 'unit' ? task.lead[0] : phaseOf(task, phases)?.id) ?? unassigned;
    const group = groups.get(key);
    if (group) {
      group.push(task);
    } else {
      groups.set(key, [task]);
    }
  }
  const last = groups.get(unassigned);
  if (last) {
    groups.delete(unassigned);
    groups.set(unassigned, last);
  }
  const order = by === 'unit' ? [...groups.keys()] : [...phases.map((phase) => phase.id), unassigned].filter((id) => groups.has(id));
  return order.flatMap((id) => {
    const inside = groups.get(id) ?? [];
    const key = `${by} ${id}`;
    const head: GroupRow = {
      kind: 'group', key, count: inside.length, closed: closed.has(key), span: hull(inside),
      title: id === unassigned ? undefined : by === 'unit' ? units.name(id) : phases.find((phase) => phase.id === id)?.title,
      overdue: inside.filter((task) => task.status === 'overdue').length,
    };
    return head.closed ? [head] : [head, ...inside.map((task): TaskRow => ({ kind: 'task', key: task.id, group: key, task }))];
  });
}

function hull(tasks: readonly Bar[]): Span | undefined {
  const spans = tasks.filter((task) => task.due !== null).map(spanOf).filter((span) => span !== undefined);
  return spans.length === 0 ? undefined : {
    first: Math.min(...spans.map((span) => span.first)), last: Math.max(...spans.map((span) => span.last)),
  };
}

/// Where each row begins, and at the end how high all of them are.
export function topsOf(rows: readonly Row[]): number[] {
  const tops = [0];
  for (const row of rows) {
    tops.push((tops.at(-1) ?? 0) + heights[row.kind]);
  }
  return tops;
}

/// The row in which `y` lies.
export function rowAt(tops: readonly number[], y: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((tops[middle] ?? 0) <= y) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low;
}
