import type { Notice, Task } from '../../api/types';
import { notices } from '../inbox/store';

// What the inbox says of a task beyond its state.

/// In which state a task is after it came back, and what came back.
const returns: Partial<Record<Task['state'], string>> = { planning: 'plan_returned', in_progress: 'report_returned' };

function wasTold(task: Task, subject: string): Notice | undefined {
  return notices.value?.find((notice) =>
    notice.subject === subject && notice.task === task.id && notice.campaign === task.campaign);
}

/// What of it came back, where it is as that left it: the subject of the notice. Empty where nothing did.
export function cameBack(task: Task): string {
  const subject = returns[task.state];
  return subject !== undefined && wasTold(task, subject) ? subject : '';
}

/// Given out, and nothing done to it yet. What needs no plan is ready at once; what had one is not new.
export function isNew(task: Task): boolean {
  return task.state === 'announced'
    || (task.state === 'ready' && !wasTold(task, 'plan_approved') && (wasTold(task, 'announced') ?? wasTold(task, 'assigned')) !== undefined);
}
