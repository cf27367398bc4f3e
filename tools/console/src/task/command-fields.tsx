import { useRef, useState } from 'preact/hooks';
import { call } from '../api/client';
import type { Part, TaskDetail, Uploaded } from '../api/types';
import { today } from '../live/clock';
import { addDays } from '../i18n/dates';
import { DayField, dayIn } from '../ui/day-field';
import { FileField } from '../ui/file-field';
import { Button, Field } from '../ui/parts';
import { memberOf, type FieldName } from './commands';
import { StepChoice } from './step-choice';
import { UnitChoices } from './unit-choice';
import { taskWords } from './words';

interface Props {
  field: FieldName;
  task: TaskDetail;
  first: boolean;
}

export function CommandField({ field, task, first }: Props) {
  const said = taskWords.value;
  switch (field) {
    case 'plan_document':
      return <Line name={field} label={said.planDocument} hint={said.planHint} first={first} before={task.plan_document} optional />;
    case 'approval_document':
      return <Line name={field} label={said.approvalDocument} hint={said.approvalHint} first={first} optional />;
    case 'report_document':
      return <Line name={field} label={said.reportDocument} hint={said.reportHint} first={first} before={task.report_document} optional />;
    case 'reason':
      return <Words name={field} label={said.reason} first={first} />;
    case 'text':
      return <Words name={field} label={said.text} first={first} />;
    case 'optional_text':
      return <Words name={field} label={said.text} first={first} optional />;
    case 'remark':
      return <Words name={field} label={said.remark} first={first} optional />;
    case 'percent':
      return <Percent task={task} />;
    case 'step':
      return <StepChoice task={task} />;
    case 'asked_due':
      return <Day name={field} label={said.newDue} first={first} after={latest(task.due)} />;
    case 'granted_due':
      return <Day name={field} label={said.newDue} first={first} hint={task.asked ? said.grantHint : undefined}
        optional={task.asked !== null} after={latest(task.due)} />;
    case 'start':
      return <Day name={field} label={said.start} first={first} value={task.start} optional />;
    case 'due':
      return <Day name={field} label={said.due} first={first} value={task.due} />;
    case 'files':
      return (
        <Field label={said.files} hint={said.filesHint}>
          {(given) => <FileField {...given} name={field} autofocus={first} />}
        </Field>
      );
    case 'units':
      return <UnitChoices task={task} />;
  }
}

interface InputProps {
  name: FieldName;
  label: string;
  first: boolean;
  optional?: boolean;
}

/// The number of a document. That of the time before is offered, not filled in: what is handed in again
/// is mostly another document.
function Line({ name, label, hint, first, before = '', optional = false }: InputProps & { hint: string; before?: string }) {
  const input = useRef<HTMLInputElement>(null);
  const said = taskWords.value;
  const takeBefore = () => {
    if (input.current) {
      input.current.value = before;
      input.current.dispatchEvent(new Event('input', { bubbles: true })); // a draft is kept of it
      input.current.focus();
    }
  };
  return (
    <Field label={label} hint={hint} optional={optional}>
      {(given) => (
        <>
          <input {...given} ref={input} name={name} maxLength={200} required={!optional} autofocus={first} />
          {before !== '' && (
            <p class="small">{said.documentBefore(before)} <Button class="small" onClick={takeBefore}>{said.sameDocument}</Button></p>
          )}
        </>
      )}
    </Field>
  );
}

function Words({ name, label, first, optional = false }: InputProps) {
  return (
    <Field label={label} optional={optional}>
      {(given) => <textarea {...given} name={name} maxLength={4000} required={!optional} autofocus={first} rows={3} />}
    </Field>
  );
}

/// What a new due date comes after: the old one, or today where that has gone by.
function latest(due: string | null): string {
  return due !== null && due > today.value ? due : today.value;
}

function Day({ name, label, first, optional = false, hint, value, after }: InputProps & {
  hint?: string | undefined;
  value?: string | null;
  after?: string;
}) {
  return (
    <Field label={label} optional={optional} hint={hint}>
      {(given) => (
        <DayField {...given} name={name} required={!optional} autofocus={first}
          defaultValue={value ?? ''} min={after ? addDays(after, 1) : undefined} />
      )}
    </Field>
  );
}

function Percent({ task }: { task: TaskDetail }) {
  const [percent, set] = useState(task.percent);
  return (
    <Field label={taskWords.value.percent}>
      {(given) => (
        <div class="percent-field">
          <input {...given} name="percent" type="range" min={0} max={100} step={5} value={percent} autofocus
            onInput={(event) => set(event.currentTarget.valueAsNumber)} />
          <output for={given.id}>{percent}%</output>
        </div>
      )}
    </Field>
  );
}

const days: readonly FieldName[] = ['asked_due', 'granted_due', 'start', 'due'];

/// The body of the command. What is optional and empty is left out; files stay files.
export function readFields(form: HTMLFormElement, fields: readonly FieldName[]): Record<string, unknown> {
  const given = new FormData(form);
  const body: Record<string, unknown> = {};
  for (const field of fields) {
    if (field === 'units') {
      body.lead = partsOf(given, 'lead');
      body.coordinating = partsOf(given, 'coordinating');
    } else if (field === 'files') {
      body.files = given.getAll(field);
    } else if (field === 'percent') {
      body.percent = Number(given.get(field));
    } else {
      const text = days.includes(field) ? dayIn(given, field) : String(given.get(field) ?? '').trim();
      if (text !== '') {
        body[memberOf(field)] = text;
      }
    }
  }
  return body;
}

function partsOf(given: FormData, name: string): Part[] {
  return given.getAll(name).map(String).map((unit) => {
    const scope = String(given.get(`${name}-scope-${unit}`) ?? '').trim();
    return scope === '' ? { unit } : { unit, scope };
  });
}

export async function upload(file: File): Promise<{ hash: string; name: string; media_type: string; size: number }> {
  const { body } = await call<Uploaded>('POST', '/api/v1/evidence', { body: file });
  return { hash: body.hash, name: file.name.slice(-255), media_type: file.type || 'application/octet-stream', size: body.size };
}
