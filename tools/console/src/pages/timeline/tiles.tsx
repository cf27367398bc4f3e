import { words } from '../../i18n';
import { Icon, type IconName } from '../../ui/icons';
import { standingName } from '../../ui/time-status';
import { unassigned, type Counts, type Wanted } from './rows';
import { timelineWords } from './words';

type Name = keyof Counts;

/// What is worst stands first.
const tiles: ReadonlyArray<readonly [Name, IconName]> = [
  ['overdue', 'overdue'], ['due_today', 'today'], ['due_soon', 'soon'], ['not_due', 'clock'],
  ['awaiting_acceptance', 'check'], ['done_in_time', 'done'], ['done_late', 'doneLate'], ['done_undated', 'done'], ['no_due_date', 'none'], ['none', 'cross'], ['suspended', 'pause'], ['unassigned', 'person'],
];

const always: ReadonlySet<Name> = new Set(tiles.map(([name]) => name).filter((name) => !['done_undated', 'none', 'suspended', 'unassigned'].includes(name)));

/// How many stand how; each shows only those, or all again.
export function Tiles({ counts, wanted, onWant }: { counts: Counts; wanted: Wanted; onWant: (wanted: Wanted) => void }) {
  const said = timelineWords.value;
  const text = (name: Name) => (name === 'none' ? said.stopped : name === 'suspended' ? said.signs.suspended : name === 'unassigned' ? words.value.common.unassigned : standingName(name));
  const is_on = (name: Name) => (name === 'unassigned' ? wanted.unit === unassigned : wanted.status === name);
  const press = (name: Name) => onWant(name === 'unassigned'
    ? { ...wanted, unit: is_on(name) ? '' : unassigned } : { ...wanted, status: is_on(name) ? '' : name });
  return (
    <div class="tl-tiles" role="group" aria-label={said.counts}>
      {tiles.filter(([name]) => counts[name] > 0 || is_on(name) || always.has(name)).map(([name, icon]) => (
        <button key={name} type="button" class={`tl-tile ${name} ${counts[name] === 0 ? 'zero' : ''}`} aria-pressed={is_on(name)}
          onClick={() => press(name)}>
          <strong>{counts[name]}</strong>
          <span><Icon name={icon} size={15} />{text(name)}</span>
        </button>
      ))}
    </div>
  );
}
