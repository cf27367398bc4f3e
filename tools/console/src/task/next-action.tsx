import { taskPath } from '../api/task-path';
import type { Action, Task, TaskDetail } from '../api/types';
import { Button } from '../ui/parts';
import { useResource } from '../ui/resource';
import { nextAction } from './commands';
import { taskWords } from './words';

/// A command that is about to be given, on the task as it was read.
export interface Opened {
  task: TaskDetail;
  etag: string;
  action: Action;
}

/// What the person can do now to bring a task further: one click opens the form. Nothing where it is
/// not his turn.
export function NextAction({ task, onOpen }: { task: Task; onOpen: (opened: Opened) => void }) {
  const { value, etag } = useResource<TaskDetail>(taskPath(task),
    (happened) => happened.campaign === task.campaign && happened.task === task.id);
  const action = value && nextAction(value);
  if (!value || !action) {
    return null;
  }
  return (
    <Button class="small" onClick={() => onOpen({ task: value, etag, action })} title={action.text} aria-haspopup="dialog">
      {taskWords.value.submit[action.command] ?? action.text}
    </Button>
  );
}
