import { get, query } from '../api/client';
import { taskPath } from '../api/task-path';
import type { TaskDetail } from '../api/types';
import { taskWords } from './words';

// Where the procedure of a task stands. Lists do not say; it is asked for where no report says how far
// a late task is.

interface Late {
  campaign: string;
  id: string;
  state: TaskDetail['state'];
  status: string | null;
  percent: number;
  days_late: number;
}

const asked_max = 30;
const at_once = 4;

/// Of which it is asked: the latest first.
export function silent(tasks: readonly Late[]): Late[] {
  return tasks.filter((task) => task.status === 'overdue' && task.state === 'in_progress' && task.percent === 0)
    .sort((one, other) => other.days_late - one.days_late).slice(0, asked_max);
}

/// By the id of the task; of what cannot be read nothing is said.
export async function loadSteps(of: readonly Late[], signal: AbortSignal, as_of = ''): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const left = [...of];
  const next = async (): Promise<void> => {
    for (let task = left.shift(); task; task = left.shift()) {
      const detail = await get<TaskDetail>(taskPath(task) + query({ as_of }), signal).catch(() => undefined);
      const text = detail && stepsText(detail);
      if (text) {
        found.set(task.id, text);
      }
    }
  };
  await Promise.all(Array.from({ length: at_once }, next));
  return found;
}

function stepsText({ chart, procedure }: TaskDetail): string {
  const is_done = chart?.states.some((state) => state.active && state.kind === 'final' && state.parent === null);
  return is_done ? taskWords.value.stepsDone : procedure.join('; ');
}
