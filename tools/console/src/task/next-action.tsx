import type { Action, TaskDetail } from '../api/types';
import { Button } from '../ui/parts';
import { nextAction, refusalOf } from './commands';
import { taskWords } from './words';

/// A command that is about to be given, on the task as it was read.
export interface Opened {
  task: TaskDetail;
  etag: string;
  action: Action;
}

/// What the person can do now to bring a task further, or to answer what waits for him: one click
/// opens the form. Nothing where it is not his turn.
export function NextAction({ task, etag, onOpen }: { task: TaskDetail; etag: string; onOpen: (opened: Opened) => void }) {
  const action = nextAction(task);
  const refusal = action && refusalOf(task, action);
  return (
    <>
      {[action, refusal].map((one) => one && (
        <Button key={one.command} class="small" kind={one === refusal ? 'quiet' : 'plain'} title={one.text} aria-haspopup="dialog"
          onClick={() => onOpen({ task, etag, action: one })}>
          {taskWords.value.submit[one.command] ?? one.text}
        </Button>
      ))}
    </>
  );
}
