import { useState } from 'preact/hooks';
import { call } from '../../api/client';
import { Problem } from '../../api/problem';
import type { Unit } from '../../api/types';
import { units } from '../../api/units';
import { dayIn, DayField } from '../../ui/day-field';
import { Dialog } from '../../ui/dialog';
import { Field } from '../../ui/parts';
import { SendForm } from '../../ui/sending';
import { idOf } from './unit-id';
import { officeWords } from './words';

interface DialogProps {
  onClose: () => void;
  onDone: (name: string) => void;
}

export function NewUnit({ onClose, onDone }: DialogProps) {
  const said = officeWords.value;
  const send = async (form: HTMLFormElement) => {
    const wanted = wantedIn(form);
    const id = idOf(wanted.short || wanted.name);
    const known = units.value.get(id) ?? [...units.value.values()].find((unit) => unit.name.toLowerCase() === wanted.name.toLowerCase());
    if (known) {
      throw new Problem(0, 'exists', said.exists(known.name)); // it would be changed, not added
    }
    await put(id, wanted);
    onDone(wanted.name);
  };
  return (
    <Dialog title={said.addUnit} onClose={onClose}>
      <p class="soft dialog-subject">{said.addNote}</p>
      <SendForm submit={said.addUnit} onSend={send}><Fields /></SendForm>
    </Dialog>
  );
}

/// What came after it stays as it is: that is for mergers.
export function EditUnit({ unit, onClose, onDone }: DialogProps & { unit: Unit }) {
  const said = officeWords.value;
  const send = async (form: HTMLFormElement) => {
    const wanted = wantedIn(form);
    await put(unit.id, wanted, unit.successors);
    onDone(wanted.name);
  };
  return (
    <Dialog title={said.editUnit} onClose={onClose}>
      <p class="soft dialog-subject">{said.editNote}</p>
      <SendForm submit={said.saveUnit} onSend={send}><Fields unit={unit} /></SendForm>
    </Dialog>
  );
}

function Fields({ unit }: { unit?: Unit }) {
  const said = officeWords.value;
  const [from, begin] = useState(unit?.from ?? '');
  return (
    <>
      <Field label={said.unitName}>{(given) => <input {...given} name="name" required maxLength={300} autofocus defaultValue={unit?.name} />}</Field>
      <Field label={said.unitShort} optional>
        {(given) => <input {...given} name="short" maxLength={100} defaultValue={unit && unit.short !== unit.name ? unit.short : ''} />}
      </Field>
      <Field label={said.unitFrom} optional>
        {(given) => <DayField {...given} name="from" defaultValue={unit?.from ?? ''} onChange={begin} />}
      </Field>
      {unit && (
        <Field label={said.unitUntil} hint={said.unitUntilHint} optional>
          {(given) => <DayField {...given} name="until" defaultValue={unit.until ?? ''} min={from || undefined} />}
        </Field>
      )}
      <label class="check"><input type="checkbox" name="external" defaultChecked={unit?.external ?? false} />{said.unitOutside}</label>
    </>
  );
}

interface Wanted {
  name: string;
  short: string;
  from: string;
  until: string;
  external: boolean;
}

function wantedIn(form: HTMLFormElement): Wanted {
  const given = new FormData(form);
  const text = (name: string) => String(given.get(name) ?? '').trim();
  return { name: text('name'), short: text('short'), from: dayIn(given, 'from'), until: dayIn(given, 'until'), external: given.has('external') };
}

async function put(id: string, { name, short, from, until, external }: Wanted, successors: readonly string[] = []): Promise<void> {
  const body = { name, external, successors, ...(short && { short }), ...(from && { from }), ...(until && { until }) };
  await call('PUT', `/api/v1/units/${encodeURIComponent(id)}`, { body });
}
