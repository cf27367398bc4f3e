import { call, query, type Answer } from '../../api/client';
import type { Task, TaskList, TimeStatus } from '../../api/types';

export type GroupName = 'decide' | 'overdue' | 'due_today' | 'due_soon' | 'coordinating' | 'later';

export interface Group {
  name: GroupName;
  tasks: readonly Task[];
}

const order: readonly GroupName[] = ['decide', 'overdue', 'due_today', 'due_soon', 'coordinating', 'later'];
const pressing: readonly TimeStatus[] = ['overdue', 'due_today', 'due_soon'];

/// Of staff: the tasks of their units. Of whoever stands above the units: what presses anywhere.
/// Of leaders beside that: what waits for their answer.
export async function load(units: readonly string[], leads: boolean, signal: AbortSignal): Promise<Answer<Group[]>> {
  const list = async (filter: Record<string, string>) =>
    (await call<TaskList>('GET', `/api/v1/tasks${query({ ...filter, sort: 'due', limit: '500' })}`, { signal })).body.tasks;
  const [decide, lists] = await Promise.all([
    leads ? list({ awaits: 'decision' }) : [],
    Promise.all(units.length > 0 ? units.map((unit) => list({ unit })) : pressing.map((status) => list({ status }))),
  ]);
  return { body: groups(decide, lists.flat(), units), etag: '' };
}

function groups(decide: readonly Task[], all: readonly Task[], units: readonly string[]): Group[] {
  const kept = new Map<string, [GroupName, Task]>();
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
  if (units.length > 0 && !task.lead.some((part) => units.includes(part.unit))) {
    return 'coordinating';
  }
  const status = task.time.status as TimeStatus | null;
  return status === 'overdue' || status === 'due_today' || status === 'due_soon' ? status : 'later';
}

function key(task: Task): string {
  return `${task.campaign}/${task.id}`;
}
