import type { Notice, Task } from '../../api/types';
import { notices } from '../inbox/store';

// What the inbox says of a task beyond its state.

/// In which state a task is after it came back, and how it may have come.
const returns: Partial<Record<Task['state'], string[]>> = { planning: ['plan_returned'], in_progress: ['report_returned', 'reopened'] };

/// The latest notice on one of the subjects.
function wasTold(task: Task, ...subjects: string[]): Notice | undefined {
  return notices.value?.find((notice) =>
    subjects.includes(notice.subject) && notice.task === task.id && notice.campaign === task.campaign);
}

/// How it came back last, where it is as that left it: the subject of the notice. Empty where it did not.
export function cameBack(task: Task): string {
  return wasTold(task, ...returns[task.state] ?? [])?.subject ?? '';
}

/// Given out, and nothing done to it yet. What needs no plan is ready at once; what had one is not new.
export function isNew(task: Task): boolean {
  return task.state === 'announced'
    || (task.state === 'ready' && !wasTold(task, 'plan_approved') && (wasTold(task, 'announced') ?? wasTold(task, 'assigned')) !== undefined);
}
