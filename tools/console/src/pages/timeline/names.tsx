import type { Signal } from '@preact/signals';
import type { TaskState as State } from '../../api/types';
import { useUnitNames } from '../../api/units';
import { language, words } from '../../i18n';
import { taskAddress } from '../../router';
import { Icon } from '../../ui/icons';
import { Still } from '../../ui/still';
import { TaskStanding } from './standing';
import { datesText } from './dates';
import type { Bar } from './data';
import { heights, type GroupRow, type Row } from './rows';
import { timelineWords } from './words';

interface NamesProps {
  rows: ReadonlyArray<{ row: Row; index: number }>;
  tops: readonly number[];
  count: number;
  width: number;
  campaign: string;
  title: string;
  active: string;
  lit: Signal<number>;
  onToggle: (group: string) => void;
  onFocus: (row: Row, box: DOMRect | undefined) => void;
  onBlur: () => void;
}

/// The column that stays: what a task is called and how it stands. It says all that the bars show.
export function Names({ rows, tops, count, width, campaign, title, active, lit, onToggle, onFocus, onBlur }: NamesProps) {
  const units = useUnitNames();
  return (
    <div class="tl-names" role="treegrid" aria-label={timelineWords.value.chart(title)} aria-rowcount={count}
      aria-description={timelineWords.value.keys} style={{ width: `${width}px` }}>
      {rows.map(({ row, index }) => (
        <div key={row.key} role="row" aria-level={row.kind === 'group' ? 1 : 2} aria-rowindex={index + 1}
          {...(row.kind === 'group' ? { 'aria-expanded': !row.closed } : {})}
          class={`tl-row ${row.kind} ${lit.value === index ? 'lit' : ''}`} tabIndex={row.key === active ? 0 : -1}
          style={{ top: `${tops[index] ?? 0}px`, height: `${heights[row.kind]}px` }}
          onFocus={(event) => {
            const element = event.currentTarget;
            onFocus(row, element.matches(':focus-visible') ? element.getBoundingClientRect() : undefined);
          }}
          onBlur={onBlur}
          onClick={row.kind === 'group' ? () => onToggle(row.key) : undefined}>
          <Still by={[row, campaign, language.value, units]}
            draw={() => (row.kind === 'group' ? <Group row={row} /> : <Task task={row.task} campaign={campaign} />)} />
        </div>
      ))}
    </div>
  );
}

function Group({ row }: { row: GroupRow }) {
  const said = timelineWords.value;
  const title = row.title ?? (row.key.startsWith('unit') ? words.value.common.unassigned : said.outside);
  return (
    <div role="gridcell" class="tl-group-name">
      <Icon name={row.closed ? 'right' : 'down'} size={12} />
      <strong class={row.title === undefined ? 'missing' : ''} title={title}>{title}</strong>
      <span class="soft">{row.count}</span>
      {row.overdue > 0 && <span class="tl-group-late"><Icon name="overdue" size={13} />{said.overdue(row.overdue)}</span>}
    </div>
  );
}

function Task({ task, campaign }: { task: Bar; campaign: string }) {
  const { state, common } = words.value;
  const units = useUnitNames();
  const lead = task.lead.length === 0 ? <em class="missing">{common.unassigned}</em> : task.lead.map(units.short).join(', ');
  return (
    <>
      <div role="gridcell" class={`tl-title ${task.state}`}>
        <a href={taskAddress({ campaign, id: task.id })} tabIndex={-1}>{task.title}</a>
      </div>
      <div role="gridcell" class="tl-standing">
        <TaskStanding task={task} />
        <span class="tl-state" title={task.lead.map(units.name).join(', ')}>
          {state[task.state as State]}{task.percent > 0 && task.state !== 'accepted' && ` ${task.percent}%`} · {lead}
        </span>
        <span class="unseen">{datesText(task)}</span>
      </div>
    </>
  );
}
