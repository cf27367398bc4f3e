import { call, query, type Answer } from '../../api/client';
import type { Task, TaskList, TimeStatus } from '../../api/types';
import { cameBack, isNew } from './told';

export type GroupName =
  'decide' | 'returned' | 'overdue' | 'due_today' | 'due_soon' | 'unassigned' | 'announced' | 'waiting' | 'coordinating' | 'later';

export interface Group {
  name: GroupName;
  tasks: readonly Task[];
}

/// What was read: what waits for a decision, or for a unit to lead it, and the rest.
export interface Work {
  decide: readonly Task[];
  unassigned: readonly Task[];
  all: readonly Task[];
}

/// What makes the work of somebody another than that of others.
export interface Who {
  units: readonly string[];
  leads: boolean; // the whole: a leader
  assigns: boolean; // of the office
}

const order: readonly GroupName[] =
  ['decide', 'returned', 'overdue', 'due_today', 'due_soon', 'unassigned', 'announced', 'waiting', 'coordinating', 'later'];
const pressing: readonly TimeStatus[] = ['overdue', 'due_today', 'due_soon'];

/// By what the work of somebody is told apart from that of others, for `useLoaded`.
export function workOf({ units, leads, assigns }: Who): string {
  return `my-work ${units.join(' ')} ${leads} ${assigns}`;
}

/// Of staff: the tasks of their units. Of whoever stands above the units: what presses anywhere.
/// Of leaders and of the office beside that: what waits for their answer.
export async function load({ units, leads, assigns }: Who, signal: AbortSignal): Promise<Answer<Work>> {
  const list = async (filter: Record<string, string>) =>
    (await call<TaskList>('GET', `/api/v1/tasks${query({ ...filter, sort: 'due', limit: '500' })}`, { signal })).body.tasks;
  const [decide, unassigned, lists] = await Promise.all([
    leads ? list({ awaits: 'decision' }) : [],
    assigns ? list({ awaits: 'assignment' }) : [],
    Promise.all(units.length > 0 ? units.map((unit) => list({ unit })) : pressing.map((status) => list({ status }))),
  ]);
  return { body: { decide, unassigned, all: lists.flat() }, etag: '' };
}

/// What asks most of the person stands first.
export function groupsOf({ decide, unassigned, all }: Work, units: readonly string[]): Group[] {
  const kept = new Map<string, [GroupName, Task]>();
  for (const task of unassigned) {
    kept.set(key(task), ['unassigned', task]);
  }
  for (const task of decide) {
    kept.set(key(task), ['decide', task]);
  }
  for (const task of all) {
    if (task.state !== 'accepted' && task.state !== 'cancelled' && !kept.has(key(task))) {
      kept.set(key(task), [groupOf(task, units), task]);
    }
  }
  const every = [...kept.values()];
  return order.map((name) => ({ name, tasks: every.filter(([of]) => of === name).map(([, task]) => task) }))
    .filter((group) => group.tasks.length > 0);
}

function groupOf(task: Task, units: readonly string[]): GroupName {
  const status = task.time.status as TimeStatus | null;
  const presses = status !== null && pressing.includes(status) ? status as 'overdue' | 'due_today' | 'due_soon' : undefined;
  if (units.length === 0) {
    return presses ?? 'later';
  }
  if (!task.lead.some((part) => units.includes(part.unit))) {
    return 'coordinating';
  }
  if (cameBack(task) !== '') {
    return 'returned';
  }
  const waits = task.state === 'plan_submitted' || task.state === 'reported';
  if (waits && status !== 'overdue') {
    return 'waiting'; // nothing of it can be done before somebody has answered
  }
  return presses ?? (isNew(task) ? 'announced' : 'later');
}

function key(task: Task): string {
  return `${task.campaign}/${task.id}`;
}
