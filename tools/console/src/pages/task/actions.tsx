import type { Action, TaskDetail } from '../../api/types';
import { sentence } from '../../i18n/sentence';
import { isGrave, isOpen, nextAction } from '../../task/commands';
import { taskWords } from '../../task/words';
import { Button } from '../../ui/parts';
import { pageWords } from './words';

/// What can be done now, by the person and by others, and why the rest of what is his cannot. Commenting
/// and attaching have places of their own.
export function Actions({ task, onOpen }: { task: TaskDetail; onOpen: (action: Action) => void }) {
  const said = pageWords.value;
  const apart = ['comment', 'attach'];
  const all = task.actions.filter((action) => !apart.includes(action.command));
  const next = nextAction(task);
  const mine = all.filter(isOpen).sort((a, b) => Number(b === next) - Number(a === next) || Number(isGrave(a.command)) - Number(isGrave(b.command)));
  const others = all.filter((action) => action.possible && !action.permitted);
  const rest = all.filter((action) => !action.possible && action.permitted);
  return (
    <section class="card" aria-labelledby="actions-now">
      <h2 id="actions-now">{said.now}</h2>
      {mine.length === 0 ? <p class="soft">{said.nothingNow}</p> : (
        <div class="actions">
          {mine.map((action) => (
            <Button key={action.command} kind={action === next ? 'primary' : isGrave(action.command) ? 'danger' : 'plain'}
              aria-haspopup="dialog" onClick={() => onOpen(action)}>
              {taskWords.value.submit[action.command] ?? action.text}
            </Button>
          ))}
        </div>
      )}
      {others.length > 0 && (
        <details>
          <summary>{said.others} <span class="soft">{others.length}</span></summary>
          <ul class="reasons">
            {others.map((action) => <li key={action.command}>{sentence(action.text)}<span class="soft"> – {action.who}</span></li>)}
          </ul>
        </details>
      )}
      {rest.length > 0 && (
        <details>
          <summary>{said.why} <span class="soft">{rest.length}</span></summary>
          <ul class="reasons">
            {byReason(rest).map(([reason, names]) => <li key={reason}>{sentence(names.join(', '))}<span class="soft"> – {reason}</span></li>)}
          </ul>
        </details>
      )}
    </section>
  );
}

/// What one reason stands against is said together. Of "cannot … while …; has to be …" what comes last
/// says it: how the task is stands above.
function byReason(actions: readonly Action[]): Array<[string, string[]]> {
  const reasons = new Map<string, string[]>();
  for (const { why_not, text } of actions) {
    const reason = why_not?.split('; ').at(-1) ?? '';
    reasons.set(reason, [...reasons.get(reason) ?? [], reasons.has(reason) ? text.charAt(0).toLocaleLowerCase() + text.slice(1) : text]);
  }
  return [...reasons];
}
