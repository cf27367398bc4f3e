import { useEffect, useRef } from 'preact/hooks';
import { useCampaigns } from '../../api/campaigns';
import type { TaskState, TimeStatus } from '../../api/types';
import { units } from '../../api/units';
import { words } from '../../i18n';
import { address, goTo, route } from '../../router';
import { Button } from '../../ui/parts';
import { Icon } from '../../ui/icons';
import { tasksWords } from './words';

export const names = ['q', 'campaign', 'unit', 'status', 'state'] as const;
export type FilterName = (typeof names)[number];
export type Filter = Record<FilterName, string>;

const calm_ms = 300; // of typing, before it is searched

/// What is asked for stands in the address: it can be kept, sent, and gone back to.
export function filterNow(): Filter {
  const { query } = route.value;
  return Object.fromEntries(names.map((name) => [name, query.get(name) ?? ''])) as Filter;
}

export function isFiltered(filter: Filter): boolean {
  return names.some((name) => filter[name] !== '');
}

function set(name: FilterName, value: string): void {
  goTo(address('tasks', [], { ...filterNow(), [name]: value }), true);
}

export function FilterBar({ filter }: { filter: Filter }) {
  const said = tasksWords.value;
  const { state, status, task, common } = words.value;
  const campaigns = useCampaigns().value?.campaigns ?? [];
  const options = <Name extends string>(of: Record<Name, string>) => Object.entries(of) as Array<[Name, string]>;
  return (
    <form class="filter" role="search" aria-label={said.filter} onSubmit={(event) => event.preventDefault()}>
      <SearchField value={filter.q} />
      {campaigns.length > 1 && (
        <Choice name="campaign" label={common.campaign} all={said.allCampaigns} value={filter.campaign}
          options={campaigns.map((campaign) => [campaign.id, campaign.title])} />
      )}
      <Choice name="unit" label={common.unit} all={said.allUnits} value={filter.unit}
        options={[...units.value.values()].map((unit) => [unit.id, unit.name])} />
      <Choice name="status" label={task.time} all={said.allTimes} value={filter.status} options={options<TimeStatus>(status)} />
      <Choice name="state" label={task.state} all={said.allStates} value={filter.state} options={options<TaskState>(state)} />
      {isFiltered(filter) && <Button kind="quiet" icon="cross" onClick={() => goTo(address('tasks'), true)}>{said.clear}</Button>}
    </form>
  );
}

function SearchField({ value }: { value: string }) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    // Cleared, or gone back to; not while it is typed.
    if (input.current && document.activeElement !== input.current) {
      input.current.value = value;
    }
  }, [value]);
  return (
    <div class="search">
      <Icon name="search" />
      <input ref={input} type="search" aria-label={tasksWords.value.search} title={tasksWords.value.searchHint}
        placeholder={tasksWords.value.search} maxLength={200} defaultValue={value}
        onInput={(event) => {
          const typed = event.currentTarget.value.trim();
          clearTimeout(timer.current);
          timer.current = setTimeout(() => set('q', typed), calm_ms);
        }} />
    </div>
  );
}

interface ChoiceProps {
  name: FilterName;
  label: string;
  all: string;
  value: string;
  options: ReadonlyArray<readonly [string, string]>;
}

function Choice({ name, label, all, value, options }: ChoiceProps) {
  return (
    <select aria-label={label} value={value} class={value === '' ? '' : 'chosen'}
      onChange={(event) => set(name, event.currentTarget.value)}>
      <option value="">{all}</option>
      {options.map(([id, text]) => <option key={id} value={id}>{text}</option>)}
    </select>
  );
}
