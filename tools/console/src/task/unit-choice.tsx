import { useState } from 'preact/hooks';
import type { Part, TaskDetail } from '../api/types';
import { units, unitName } from '../api/units';
import { taskWords } from './words';

type Kind = 'lead' | 'coordinating';

/// Any number of units of either kind, each perhaps with what it is to do. A unit is of one kind.
export function UnitChoices({ task }: { task: TaskDetail }) {
  const said = taskWords.value;
  const [chosen, choose] = useState<Record<Kind, readonly string[]>>({ lead: idsOf(task.lead), coordinating: idsOf(task.coordinating) });
  const list = (name: Kind, label: string, other: Kind) => (
    <Choice name={name} label={label} parts={task[name]} ids={chosen[name]} taken={chosen[other]}
      all={known([...idsOf(task.lead), ...idsOf(task.coordinating)])} onChoose={(ids) => choose((before) => ({ ...before, [name]: ids }))} />
  );
  return (
    <>
      {list('lead', said.leads, 'coordinating')}
      {list('coordinating', said.helpers, 'lead')}
    </>
  );
}

function idsOf(parts: readonly Part[]): string[] {
  return parts.map((part) => part.unit);
}

/// The units of the office, then those outside of it; last what only the task knows.
function known(of_task: readonly string[]): string[] {
  const all = [...units.value.values()];
  const ids = [...all.filter((unit) => !unit.external), ...all.filter((unit) => unit.external)].map((unit) => unit.id);
  return [...new Set([...ids, ...of_task])];
}

interface ChoiceProps {
  name: Kind;
  label: string;
  parts: readonly Part[];
  all: readonly string[];
  ids: readonly string[];
  taken: readonly string[]; // of the other kind
  onChoose: (ids: readonly string[]) => void;
}

function Choice({ name, label, parts, all, ids, taken, onChoose }: ChoiceProps) {
  const said = taskWords.value;
  return (
    <fieldset class="choices">
      <legend class="label">{label}</legend>
      {all.map((id) => (
        <div key={id} class="choice">
          <label class="check">
            <input type="checkbox" name={name} value={id} checked={ids.includes(id)} disabled={taken.includes(id)}
              onChange={(event) => onChoose(event.currentTarget.checked ? [...ids, id] : ids.filter((one) => one !== id))} />
            <span>
              {unitName(id)}
              {taken.includes(id) ? <span class="soft"> ({name === 'lead' ? said.alreadyHelps : said.alreadyLeads})</span>
                : units.value.get(id)?.external && <span class="soft"> ({said.outside})</span>}
            </span>
          </label>
          {ids.includes(id) && (
            <input name={`${name}-scope-${id}`} aria-label={said.scope(unitName(id))} maxLength={1000}
              placeholder={said.scope(unitName(id))} defaultValue={parts.find((part) => part.unit === id)?.scope ?? ''} />
          )}
        </div>
      ))}
    </fieldset>
  );
}
