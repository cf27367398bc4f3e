import type { ComponentChildren } from 'preact';
import { useUnitNames } from '../../api/units';
import { words } from '../../i18n';
import { dayText } from '../../i18n/dates';
import { Button } from '../../ui/parts';
import { Icon } from '../../ui/icons';
import { unassigned, type Grouping, type Wanted } from './rows';
import { zooms, type Zoom } from './scale';
import { asOf } from './shown-day';
import { timelineWords } from './words';

export type View = 'chart' | 'table';

interface ToolbarProps {
  wanted: Wanted;
  onWant: (wanted: Wanted) => void;
  units: readonly string[];
  by: Grouping;
  onBy: (by: Grouping) => void;
  has_phases: boolean;
  view: View;
  onView: (view: View) => void;
  zoom: Zoom;
  onZoom: (zoom: Zoom) => void;
  onToday: () => void;
  narrow: boolean;
}

export function Toolbar({ wanted, onWant, units, by, onBy, has_phases, view, onView, zoom, onZoom, onToday, narrow }: ToolbarProps) {
  const said = timelineWords.value;
  const names = useUnitNames();
  const at = zooms.indexOf(zoom);
  const is_filtered = wanted.status !== '' || wanted.unit !== '' || wanted.words !== '';
  return (
    <div class="tl-tools" role="search" aria-label={said.filter}>
      <div class="search">
        <Icon name="search" />
        <input type="search" aria-label={said.search} placeholder={said.search} maxLength={200} value={wanted.words}
          onInput={(event) => onWant({ ...wanted, words: event.currentTarget.value })} />
      </div>
      <select aria-label={words.value.task.lead} value={wanted.unit} class={wanted.unit === '' ? '' : 'chosen'}
        onChange={(event) => onWant({ ...wanted, unit: event.currentTarget.value })}>
        <option value="">{said.allUnits}</option>
        {units.map((unit) => <option key={unit} value={unit}>{names.name(unit)}</option>)}
        <option value={unassigned}>{words.value.common.unassigned}</option>
      </select>
      {is_filtered && <Button kind="quiet" icon="cross" onClick={() => onWant({ status: '', unit: '', words: '' })}>{said.clear}</Button>}
      <span class="tl-tools-gap" />
      {has_phases && <Switch label={said.by} value={by} onChange={onBy} options={[['unit', said.byUnit], ['phase', said.byPhase]]} />}
      {!narrow && (
        <>
          <Switch label={said.view} value={view} onChange={onView} options={[['chart', said.asChart], ['table', said.asTable]]} />
          {view === 'chart' && (
            <>
              <div class="tl-zoom">
                <Square label={said.farther} sign="−" off={at <= 0} onClick={() => onZoom(zooms[at - 1] ?? zoom)} />
                <Switch label={said.zoom} value={zoom} onChange={onZoom} options={zooms.map((one) => [one, said.zooms[one]])} />
                <Square label={said.closer} sign="+" off={at >= zooms.length - 1} onClick={() => onZoom(zooms[at + 1] ?? zoom)} />
              </div>
              <Button onClick={onToday}>{asOf.value === '' ? said.toToday : dayText(asOf.value)}</Button>
            </>
          )}
        </>
      )}
      <Button icon="print" class="square" aria-label={said.print} title={said.print} onClick={() => print()} />
    </div>
  );
}

function Switch<T extends string>({ label, value, options, onChange }: {
  label: string;
  value: T;
  options: ReadonlyArray<readonly [T, ComponentChildren]>;
  onChange: (value: T) => void;
}) {
  return (
    <div class="tl-switch" role="group" aria-label={label} title={label}>
      {options.map(([name, text]) => (
        <button key={name} type="button" aria-pressed={name === value} onClick={() => onChange(name)}>{text}</button>
      ))}
    </div>
  );
}

function Square({ label, sign, off, onClick }: { label: string; sign: string; off: boolean; onClick: () => void }) {
  return (
    <button type="button" class="button square" aria-label={label} title={label} aria-disabled={off || undefined}
      onClick={() => !off && onClick()}>{sign}</button>
  );
}
