import { useRef, useState } from 'preact/hooks';
import { call, newKey } from '../api/client';
import { Problem } from '../api/problem';
import { taskPath } from '../api/task-path';
import type { Action, Outcome, Part, TaskDetail } from '../api/types';
import { words } from '../i18n';
import { dayText } from '../i18n/dates';
import { sentence } from '../i18n/sentence';
import { today } from '../live/clock';
import { Dialog } from '../ui/dialog';
import { Button, Failure } from '../ui/parts';
import { useSending, WhyWaiting } from '../ui/sending';
import { useDraft } from '../ui/use-draft';
import { CommandField, readFields, upload } from './command-fields';
import { announcedTo } from './announced';
import { doubtsOf, fieldsOf, isGrave, type Doubt } from './commands';
import { taskWords } from './words';

interface Props {
  task: TaskDetail;
  etag: string;
  action: Action;
  onClose: () => void;
  onDone: (outcome: Outcome) => void;
}

/// Asks for exactly what the command needs, and gives it. What was typed stays until it is accepted.
export function CommandDialog({ task, etag, action, onClose, onDone }: Props) {
  const { busy, error, send } = useSending();
  const [doing, tell] = useState('');
  const [doubts, doubt] = useState<readonly Doubt[]>([]); // that were said
  const sent = useRef({ body: '', key: '' });
  const version = useRef(etag);
  const { command } = action;
  const needed = fieldsOf(command);
  const { form, keep, drop } = useDraft(`${task.campaign}/${task.id}/${command}`);
  const leave = () => {
    drop();
    onClose();
  };

  const submit = async (given: HTMLFormElement) => {
    tell(words.value.common.loading);
    try {
      const wish = readFields(given, needed);
      checkUnits(task, command, wish);
      const found = doubts.length > 0 ? [] : doubtsOf(task, command, wish.document, today.value);
      if (found.length > 0) {
        doubt(found);
        return;
      }
      const body = await withFiles(wish, tell);
      const text = JSON.stringify(body);
      if (sent.current.body !== text) {
        sent.current = { body: text, key: newKey() }; // the same wish again goes under the same key
      }
      const outcome = await call<Outcome>('POST', `${taskPath(task)}/${command}`, {
        body, key: sent.current.key, ifMatch: version.current,
      });
      drop();
      onDone(outcome.body);
    } catch (why) {
      throw await explained(why);
    }
  };

  /// Where somebody was faster the person is told so; sent once more, it is about the task as it is now.
  const explained = async (why: unknown): Promise<unknown> => {
    if (!(why instanceof Problem) || why.status !== 412) {
      return why;
    }
    sent.current = { body: '', key: '' };
    const read = await call<TaskDetail>('GET', taskPath(task)).catch(() => undefined);
    version.current = read?.etag ?? version.current;
    return new Problem(412, why.code, words.value.problem.changed);
  };

  return (
    <Dialog title={sentence(action.text)} onClose={leave}>
      <p class="soft dialog-subject">{task.title}</p>
      <form class="form" ref={form} onInput={(event) => {
        doubt([]);
        keep(event.currentTarget);
      }} onSubmit={(event) => {
        event.preventDefault();
        const given = event.currentTarget;
        void send(() => submit(given));
      }}>
        {task.asked && command.endsWith('extension') && command !== 'ask-extension' && <AskedFor asked={task.asked} />}
        {needed.map((field, i) => <CommandField key={field} field={field} task={task} first={i === 0} />)}
        {command === 'announce' && <p>{announcedTo(task)}</p>}
        {command === 'announce' && task.lead.length === 0 && <p class="caution">{taskWords.value.officeLeads}</p>}
        {needed.length === 0 && <p>{taskWords.value.sure}</p>}
        <div role="status">{doubts.length > 0 && <p class="caution">{doubts.map((one) => doubtText(one, task)).join(' ')} {taskWords.value.sendAnyway}</p>}</div>
        <Failure error={error} />
        <div class="buttons end dialog-foot">
          <WhyWaiting busy={busy} doing={doing} error={error} />
          <Button onClick={leave}>{words.value.common.cancel}</Button>
          <Button kind={isGrave(command) ? 'danger' : 'primary'} type="submit" busy={busy} autofocus={needed.length === 0}>
            {doubts.length > 0 ? taskWords.value.sendBare : taskWords.value.submit[command] ?? action.text}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function doubtText(doubt: Doubt, { start }: TaskDetail): string {
  const said = taskWords.value;
  return doubt === 'tooEarly' ? said.tooEarly(dayText(start ?? '')) : said[doubt];
}

function AskedFor({ asked }: { asked: NonNullable<TaskDetail['asked']> }) {
  return <p>{taskWords.value.askedFor(dayText(asked.due), asked.reason)}</p>;
}

/// An assignment that changes nothing is not sent: it would stand in the record, and tell people, for
/// nothing.
function checkUnits(task: TaskDetail, command: string, wish: Record<string, unknown>): void {
  const parts = ({ lead, coordinating }: { lead?: unknown; coordinating?: unknown }) => JSON.stringify([lead, coordinating].map((of) =>
    (of as Part[]).map(({ unit, scope }) => [unit, scope ?? '']).sort()));
  if (command === 'assign' && parts(wish) === parts(task)) {
    const said = taskWords.value;
    throw new Problem(0, 'nothing_changed', task.lead.length === 0 ? said.noLead : said.sameUnits);
  }
}

/// Files first go to the server; the command then names them by their hash.
async function withFiles(body: Record<string, unknown>, tell: (text: string) => void): Promise<Record<string, unknown>> {
  const files = body.files as File[] | undefined;
  if (files === undefined) {
    return body;
  }
  const attached = [];
  for (const [i, file] of files.entries()) {
    tell(taskWords.value.sending(file.name, i + 1, files.length));
    attached.push(await upload(file));
  }
  return { ...body, files: attached };
}
