import { useState } from 'preact/hooks';
import { Problem } from '../../api/problem';
import { administers } from '../../api/session';
import type { Merger, Preview } from '../../api/types';
import { loadUnits, units } from '../../api/units';
import { ChangeForm } from '../../change/form';
import { useChange } from '../../change/use-change';
import { dayText } from '../../i18n/dates';
import { address } from '../../router';
import { dayIn, DayField } from '../../ui/day-field';
import { Icon } from '../../ui/icons';
import { Empty, Field } from '../../ui/parts';
import { TaskChoices, treatedIn } from './treatments';
import { inOrder, isOver } from './units';
import { concerned, type OpenTask } from './open-tasks';
import { officeWords } from './words';

/// Units become one: who, from when, by which document, and what becomes of each open task.
export function Merge() {
  const said = officeWords.value;
  const [told, tell] = useState('');
  const [round, begin] = useState(0); // a new form after each merger
  return (
    <>
      <div role="status">{told && <p class="success"><Icon name="check" />{told}</p>}</div>
      {administers.value ? (
        <MergeForm key={round} onDone={(day) => {
          tell(said.merged(dayText(day)));
          begin(round + 1);
          void loadUnits();
        }} />
      ) : <Empty>{said.onlyAdministrators}</Empty>}
    </>
  );
}

function MergeForm({ onDone }: { onDone: (day: string) => void }) {
  const said = officeWords.value;
  const change = useChange();
  const [day, keep] = useState('');
  const [from, choose] = useState<readonly string[]>([]);
  const [tasks, list] = useState<readonly OpenTask[] | undefined>();
  const living = inOrder([...units.value.values()]).filter((unit) => !isOver(unit));
  const wish = async (form: HTMLFormElement) => {
    const given = new FormData(form);
    const body = bodyOf(given, tasks ?? []);
    keep(body.day);
    if (body.from.length === 0) {
      throw new Problem(0, 'no_unit', said.chooseFrom);
    }
    list(await concerned(body.from));
    return { method: 'POST' as const, path: '/api/v1/mergers', body };
  };
  return (
    <ChangeForm change={change} place="merge" wish={wish} submit={said.submit} grave onDone={() => onDone(day)} comesTo={(preview) => <Summary of={preview} />}>
      <h2>{said.mergeTitle}</h2>
      <fieldset class="choices">
        <legend class="label">{said.from}</legend>
        {living.map(({ id, name }) => (
          <label key={id} class="check">
            <input type="checkbox" name="from" value={id} checked={from.includes(id)} onChange={(event) => {
              choose(event.currentTarget.checked ? [...from, id] : from.filter((one) => one !== id));
              list(undefined);
            }} />
            {name}
          </label>
        ))}
      </fieldset>
      <Field label={said.into}>
        {(given) => (
          <select {...given} name="into" required>
            <option value="">{said.chooseInto}</option>
            {living.filter(({ id }) => !from.includes(id)).map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </select>
        )}
      </Field>
      <p class="small">{said.noInto} <a href={address('office')}>{said.addUnit}</a></p>
      <Field label={said.day} hint={said.dayHint}>{(given) => <DayField {...given} name="day" required />}</Field>
      <Field label={said.document} hint={said.documentHint} optional>{(given) => <input {...given} name="document" maxLength={200} />}</Field>
      <Field label={said.reason} optional>{(given) => <textarea {...given} name="reason" maxLength={4000} rows={2} />}</Field>
      {tasks && <TaskChoices tasks={tasks} />}
    </ChangeForm>
  );
}

function bodyOf(given: FormData, tasks: readonly OpenTask[]): Merger {
  const text = (name: string) => String(given.get(name) ?? '').trim();
  return {
    from: given.getAll('from').map(String), into: text('into'), day: dayIn(given, 'day'), tasks: treatedIn(given, tasks),
    ...(text('document') ? { document: text('document') } : {}), ...(text('reason') ? { reason: text('reason') } : {}),
  };
}

function Summary({ of }: { of: Preview }) {
  const count = (type: string) => of.events.filter((event) => event.type === type && event.task !== null).length;
  return <p>{officeWords.value.mergeSummary(count('transferred'), count('cancelled'))}</p>;
}
