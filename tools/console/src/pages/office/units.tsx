import { useState } from 'preact/hooks';
import type { Unit, UnitList } from '../../api/types';
import { loadUnits, unitName } from '../../api/units';
import { dayText } from '../../i18n/dates';
import { today } from '../../live/clock';
import { Icon } from '../../ui/icons';
import { Lines } from '../../ui/lines';
import { Button } from '../../ui/parts';
import { useResource } from '../../ui/resource';
import { Shown } from '../../ui/shown';
import { EditUnit, NewUnit } from './unit-dialog';
import { officeWords } from './words';

export function Units() {
  const said = officeWords.value;
  const list = useResource<UnitList>('/api/v1/units', (happened) => happened.campaign === null || happened.task === null);
  const [adding, add] = useState(false);
  const [edited, edit] = useState<Unit | undefined>();
  const [told, tell] = useState('');
  const done = (text: string) => {
    add(false);
    edit(undefined);
    tell(text);
    list.reload();
    void loadUnits();
  };
  return (
    <>
      <div role="status">{told && <p class="success"><Icon name="check" />{told}</p>}</div>
      <Shown of={list}>{({ units: all }) => <Table of={all} onEdit={edit} />}</Shown>
      <Button aria-haspopup="dialog" onClick={() => add(true)}>{said.addUnit}</Button>
      {adding && <NewUnit onClose={() => add(false)} onDone={(name) => done(said.added(name))} />}
      {edited && <EditUnit unit={edited} onClose={() => edit(undefined)} onDone={(name) => done(said.edited(name))} />}
    </>
  );
}

function Table({ of, onEdit }: { of: readonly Unit[]; onEdit: (unit: Unit) => void }) {
  const said = officeWords.value;
  return (
    <Lines heads={[said.name, said.short, said.valid, said.successors]} lines={inOrder(of).map((unit) => ({
      key: unit.id,
      head: (
        <span class="unit-name">
          <span>{unit.name}{unit.external && <span class="soft"> ({said.outside})</span>}</span>
          <Button kind="quiet" class="small" aria-haspopup="dialog" aria-label={said.editOf(unit.name)} onClick={() => onEdit(unit)}>{said.edit}</Button>
        </span>
      ),
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
