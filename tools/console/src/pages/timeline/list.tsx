import type { Timeline } from '../../api/types';
import { useUnitNames } from '../../api/units';
import { words } from '../../i18n';
import { taskAddress } from '../../router';
import { progressText } from '../../ui/percent';
import type { Bar } from './data';
import { datesText, windowText } from './dates';
import { MiniAxis, MiniBar } from './mini-bar';
import type { GroupRow, Row } from './rows';
import type { Span } from './scale';
import { shownDay } from './shown-day';
import { TaskStanding } from './standing';
import { timelineWords } from './words';
import { Icon } from '../../ui/icons';

interface ListProps {
  timeline: Timeline;
  rows: readonly Row[];
  range: Span;
  steps: ReadonlyMap<string, string>;
}

function groupTitle(row: GroupRow): string {
  return row.title ?? (row.key.startsWith('unit') ? words.value.common.unassigned : timelineWords.value.outside);
}

/// Its state, how far it is, and where its procedure stands.
function stateText(task: Bar, steps: ReadonlyMap<string, string>): string {
  const more = [task.state === 'accepted' ? '' : progressText(task), steps.get(task.id)].filter(Boolean).join('; ');
  return words.value.state[task.state] + (more && (task.percent > 0 ? ` ${more}` : `, ${more}`));
}

/// What a narrow screen has room for: a task below the other, each with its bar.
export function List({ timeline, rows, range, steps, onToggle }: ListProps & { onToggle: (group: string) => void }) {
  const groups = rows.filter((row) => row.kind === 'group');
  return (
    <div class="tl-list">
      {groups.map((group) => (
        <section key={group.key}>
          <h2>
            <button type="button" aria-expanded={!group.closed} onClick={() => onToggle(group.key)}>
              <Icon name={group.closed ? 'right' : 'down'} size={12} />
              <span class={group.title === undefined ? 'missing' : ''}>{groupTitle(group)}</span>
              <span class="soft">{group.count}</span>
              {group.overdue > 0 && <span class="tl-group-late"><Icon name="overdue" size={13} />{timelineWords.value.overdue(group.overdue)}</span>}
            </button>
          </h2>
          {!group.closed && (
            <ul class="cards">
              {rows.map((row) => row.kind === 'task' && row.group === group.key && (
                <li key={row.key}>
                  <a class={`tl-title ${row.task.state}`} href={taskAddress({ campaign: timeline.campaign, id: row.task.id })}>{row.task.title}</a>
                  <p class="tl-list-facts">
                    <TaskStanding task={row.task} />
                    <span class="soft small">{stateText(row.task, steps)}</span>
                  </p>
                  <MiniBar task={row.task} range={range} today={shownDay.value} />
                  <p class="soft small">{datesText(row.task)}</p>
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}

/// On paper: a table whose head stands on each page.
export function Printed({ rows, range, steps }: Omit<ListProps, 'timeline'>) {
  const units = useUnitNames();
  const { task: said, common } = words.value;
  return (
    <table class="tl-print">
      <thead>
        <tr>
          <th>{timelineWords.value.tasks}</th>
          <th>{said.time}</th>
          <th class="tl-print-bar"><MiniAxis range={range} /></th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (row.kind === 'group'
          ? <tr key={row.key} class="group"><th colSpan={3}>{groupTitle(row)} ({row.count})</th></tr>
          : (
            <tr key={row.key}>
              <td>{row.task.title}<br /><span class="soft">{row.task.lead.map(units.name).join(', ') || common.unassigned}; {windowText(row.task)}</span></td>
              <td><TaskStanding task={row.task} /><br />
                <span class="soft">{stateText(row.task, steps)}</span></td>
              <td class="tl-print-bar"><MiniBar task={row.task} range={range} today={shownDay.value} /></td>
            </tr>
          )))}
      </tbody>
    </table>
  );
}
