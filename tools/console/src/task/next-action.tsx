import { useState } from 'preact/hooks';
import type { Outcome, Task, TaskDetail } from '../api/types';
import { Button } from '../ui/parts';
import { useResource } from '../ui/resource';
import { CommandDialog } from './command-dialog';
import { nextAction } from './commands';
import { taskWords } from './words';

export function taskPath(task: { campaign: string; id: string }): string {
  return `/api/v1/campaigns/${encodeURIComponent(task.campaign)}/tasks/${encodeURIComponent(task.id)}`;
}

/// What the person can do now to bring a task further: one click opens the form. Nothing where it is
/// not his turn.
export function NextAction({ task, onDone }: { task: Task; onDone: (outcome: Outcome) => void }) {
  const detail = useResource<TaskDetail>(taskPath(task),
    (happened) => happened.campaign === task.campaign && happened.task === task.id);
  const [opened, open] = useState(false);
  const action = detail.value && nextAction(detail.value);
  if (!detail.value || !action) {
    return null;
  }
  return (
    <>
      <Button class="small" onClick={() => open(true)} title={action.text} aria-haspopup="dialog">
        {taskWords.value.submit[action.command] ?? action.text}
      </Button>
      {opened && (
        <CommandDialog task={detail.value} etag={detail.etag} action={action} onClose={() => open(false)}
          onDone={(outcome) => {
            open(false);
            onDone(outcome);
          }} />
      )}
    </>
  );
}
