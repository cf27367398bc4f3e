import type { Timeline } from '../../api/types';
import { useUnitNames } from '../../api/units';
import { words } from '../../i18n';
import { dayText } from '../../i18n/dates';
import { taskAddress } from '../../router';
import { Progress } from '../../ui/percent';
import { firstText } from './dates';
import type { Row } from './rows';
import { TaskStanding } from './standing';
import { timelineWords } from './words';

/// The same without a picture.
export function Table({ timeline, rows, steps }: { timeline: Timeline; rows: readonly Row[]; steps: ReadonlyMap<string, string> }) {
  const said = timelineWords.value;
  const units = useUnitNames();
  const { task: names, certainty, state, common } = words.value;
  const columns = [said.tasks, names.lead, said.start, said.due, said.first, names.time, names.state, names.percent];
  return (
    <div class="tl-sheet" tabIndex={0} role="region" aria-label={said.chart(timeline.title)}>
      <table>
        <thead><tr>{columns.map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
        <tbody>
          {rows.map((row) => row.kind === 'task' && (
            <tr key={row.key}>
              <th scope="row"><a class={`tl-title ${row.task.state}`} href={taskAddress({ campaign: timeline.campaign, id: row.task.id })}>{row.task.title}</a></th>
              <td>{row.task.lead.length > 0 ? row.task.lead.map(units.name).join(', ') : <em class="missing">{common.unassigned}</em>}</td>
              <td class="date">{row.task.start && dayText(row.task.start)}</td>
              <td class="date">{row.task.due ? dayText(row.task.due) : names.noDue}
                {row.task.certainty !== 'firm' && <span class="soft small"> ({certainty[row.task.certainty]})</span>}</td>
              <td>{firstText(row.task)}{row.task.extensions > 0 && <span class="soft small"> ({said.extended(row.task.extensions)})</span>}</td>
              <td><TaskStanding task={row.task} /></td>
              <td>{state[row.task.state]}</td>
              <td><Progress task={row.task} />{steps.get(row.task.id) && <p class="soft small">{steps.get(row.task.id)}</p>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
