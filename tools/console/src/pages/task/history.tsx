import { useRef, useState } from 'preact/hooks';
import { call, newKey } from '../../api/client';
import { taskPath } from '../../api/task-path';
import type { History, HistoryEntry, TaskDetail } from '../../api/types';
import { personName } from '../../api/people';
import { draft, keepDraft } from '../../drafts';
import { isOpen } from '../../task/commands';
import { instantText } from '../../i18n/dates';
import { sentence } from '../../i18n/sentence';
import { Button, Failure } from '../../ui/parts';
import { useSending, WhyWaiting } from '../../ui/sending';
import type { Resource } from '../../ui/resource';
import { Shown } from '../../ui/shown';
import { pageWords } from './words';

const comment_type = 'commented';
const by_itself: readonly string[] = ['procedure', 'phases']; // in the same decision as what somebody did

/// All that happened to the task, the latest first, and the comments among it.
export function Record({ task, history }: { task: TaskDetail; history: Resource<History> }) {
  const said = pageWords.value;
  const [only, show] = useState(false);
  const mayComment = task.actions.some((action) => action.command === 'comment' && isOpen(action));
  return (
    <section class="card record-card" aria-labelledby="record">
      <div class="card-head">
        <h2 id="record">{said.history}</h2>
        <div class="languages" role="group" aria-labelledby="record">
          <button type="button" aria-pressed={!only} onClick={() => show(false)}>{said.everything}</button>
          <button type="button" aria-pressed={only} onClick={() => show(true)}>{said.comments}</button>
        </div>
      </div>
      {mayComment && <CommentForm task={task} onDone={history.reload} />}
      <Shown of={history}>
        {(read) => {
          const entries = read.history.filter((entry) => !only || entry.type === comment_type).reverse();
          return entries.length === 0 ? <p class="soft">{said.noComments}</p> : (
            <ol class="record">{entries.map((entry) => <Entry key={entry.position} entry={entry} title={task.title} />)}</ol>
          );
        }}
      </Shown>
    </section>
  );
}

/// What says of which task it is says so on the page of that task too; there it is known.
function textOf({ text }: HistoryEntry, title: string): string {
  const end = `: ${title}`;
  return sentence(text.endsWith(end) ? text.slice(0, -end.length) : text);
}

function Entry({ entry, title }: { entry: HistoryEntry; title: string }) {
  const said = pageWords.value;
  return (
    <li class={entry.type === comment_type ? 'is-comment' : ''}>
      <p>{textOf(entry, title)}{entry.document && <span class="soft"> ({entry.document})</span>}</p>
      <p class="small soft">
        <time dateTime={entry.at}>{instantText(entry.at)}</time>{' · '}
        {entry.actor === null || by_itself.includes(entry.type) ? said.byClock : entry.actor.startsWith('owner:') ? said.owner : personName(entry.actor)}
        {entry.on_behalf_of && `, ${said.onBehalf(personName(entry.on_behalf_of))}`}
      </p>
    </li>
  );
}

function CommentForm({ task, onDone }: { task: TaskDetail; onDone: () => void }) {
  const said = pageWords.value;
  const place = `${task.campaign}/${task.id}/comment-below`;
  const [text, set] = useState(draft(place));
  const { busy, error, send } = useSending();
  const key = useRef(newKey());
  const type = (typed: string) => {
    set(typed);
    keepDraft(place, typed);
    key.current = newKey();
  };
  const comment = async () => {
    await call('POST', `${taskPath(task)}/comment`, { body: { text: text.trim() }, key: key.current });
    type('');
    onDone();
  };
  return (
    <form class="comment" onSubmit={(event) => {
      event.preventDefault();
      if (text.trim() !== '') {
        void send(comment);
      }
    }}>
      <textarea aria-label={said.comment} placeholder={said.comment} rows={2} maxLength={4000} value={text}
        onInput={(event) => type(event.currentTarget.value)} />
      <Button type="submit" icon="comment" busy={busy} disabled={text.trim() === ''}>{said.send}</Button>
      <WhyWaiting busy={busy} error={error} />
      <Failure error={error} />
    </form>
  );
}
