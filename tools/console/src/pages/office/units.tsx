import { useState } from 'preact/hooks';
import { call } from '../../api/client';
import { Problem } from '../../api/problem';
import type { Unit, UnitList } from '../../api/types';
import { loadUnits, unitName, units } from '../../api/units';
import { dayText } from '../../i18n/dates';
import { today } from '../../live/clock';
import { dayIn, DayField } from '../../ui/day-field';
import { Dialog } from '../../ui/dialog';
import { Icon } from '../../ui/icons';
import { Lines } from '../../ui/lines';
import { Button, Field } from '../../ui/parts';
import { useResource } from '../../ui/resource';
import { SendForm } from '../../ui/sending';
import { Shown } from '../../ui/shown';
import { idOf } from './unit-id';
import { officeWords } from './words';

export function Units() {
  const said = officeWords.value;
  const list = useResource<UnitList>('/api/v1/units', (happened) => happened.campaign === null || happened.task === null);
  const [adding, add] = useState(false);
  const [told, tell] = useState('');
  return (
    <>
      <div role="status">{told && <p class="success"><Icon name="check" />{told}</p>}</div>
      <Shown of={list}>{({ units: all }) => <Table of={all} />}</Shown>
      <Button aria-haspopup="dialog" onClick={() => add(true)}>{said.addUnit}</Button>
      {adding && (
        <NewUnit onClose={() => add(false)} onDone={(name) => {
          add(false);
          tell(said.added(name));
          list.reload();
        }} />
      )}
    </>
  );
}

function Table({ of }: { of: readonly Unit[] }) {
  const said = officeWords.value;
  return (
    <Lines heads={[said.name, said.short, said.valid, said.successors]} lines={inOrder(of).map((unit) => ({
      key: unit.id,
      head: <>{unit.name}{unit.external && <span class="soft"> ({said.outside})</span>}</>,
      cells: [unit.short === unit.name ? '' : unit.short, <Validity of={unit} />, unit.successors.map(unitName).join(', ')],
    }))} />
  );
}

function Validity({ of }: { of: Unit }) {
  const said = officeWords.value;
  const text = [of.from && said.since(dayText(of.from)), of.until && said.until(dayText(of.until))].filter(Boolean).join(', ');
  return <>{text || <span class="soft">{said.standing}</span>}{isOver(of) && <strong> ({said.ended})</strong>}</>;
}

/// Those of the office, then others, last those that are no more.
export function inOrder(all: readonly Unit[]): Unit[] {
  const rank = (unit: Unit) => (isOver(unit) ? 2 : unit.external ? 1 : 0);
  return [...all].sort((one, other) => rank(one) - rank(other));
}

export function isOver({ until }: Unit): boolean {
  return until !== null && until < today.value;
}

function NewUnit({ onClose, onDone }: { onClose: () => void; onDone: (name: string) => void }) {
  const said = officeWords.value;
  const send = async (form: HTMLFormElement) => {
    const given = new FormData(form);
    const name = String(given.get('name')).trim();
    const short = String(given.get('short')).trim();
    const from = dayIn(given, 'from');
    const id = idOf(short || name);
    const known = units.value.get(id);
    if (known) {
      throw new Problem(0, 'exists', said.exists(known.name)); // it would be changed, not added
    }
    await call('PUT', `/api/v1/units/${id}`, { body: { name, ...(short ? { short } : {}), ...(from ? { from } : {}) } });
    await loadUnits();
    onDone(name);
  };
  return (
    <Dialog title={said.addUnit} onClose={onClose}>
      <p class="soft dialog-subject">{said.addNote}</p>
      <SendForm submit={said.addUnit} onSend={send}>
        <Field label={said.unitName}>{(given) => <input {...given} name="name" required maxLength={300} autofocus />}</Field>
        <Field label={said.unitShort} optional>{(given) => <input {...given} name="short" maxLength={100} />}</Field>
        <Field label={said.unitFrom} optional>{(given) => <DayField {...given} name="from" />}</Field>
      </SendForm>
    </Dialog>
  );
}
