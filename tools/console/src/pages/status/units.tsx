import type { Task } from '../../api/types';
import { useUnitNames } from '../../api/units';
import { words } from '../../i18n';
import { sentence } from '../../i18n/sentence';
import { isNext, type Sheet } from './standings';
import { Part } from './tables';
import { statusWords } from './words';

type Figure = 'total' | 'overdueShort' | 'withinTwoWeeks' | 'waits' | 'done';

const figures: ReadonlyArray<readonly [Figure, (task: Task, sheet: Sheet) => boolean]> = [
  ['total', () => true],
  ['overdueShort', (task) => task.time.status === 'overdue'],
  ['withinTwoWeeks', isNext],
  ['waits', (task) => task.state === 'reported'],
  ['done', (task) => task.state === 'accepted'],
];

/// How the tasks of each lead unit stand; last those that nobody leads.
export function Units({ tasks, sheet }: { tasks: readonly Task[]; sheet: Sheet }) {
  const said = statusWords.value;
  const names = useUnitNames();
  const ids = [...new Set(tasks.flatMap((task) => task.lead.map((part) => part.unit)))];
  const rows: Array<[string | undefined, Task[]]> = ids.map((id) => [id, tasks.filter((task) => task.lead.some((part) => part.unit === id))]);
  rows.sort(([, one], [, other]) => other.length - one.length);
  rows.push([undefined, tasks.filter((task) => task.lead.length === 0)]);
  return (
    <Part title={said.byUnit} empty={undefined}>
      <div class="scroll">
        <table class="ruled units">
          <thead>
            <tr>
              <th scope="col">{said.lead}</th>
              {figures.map(([name]) => <th key={name} scope="col">{sentence(said[name])}</th>)}
            </tr>
          </thead>
          <tbody>
            {rows.filter(([, theirs]) => theirs.length > 0).map(([id, theirs]) => (
              <tr key={id ?? ''}>
                <th scope="row">{id === undefined ? <em>{words.value.common.unassigned}</em> : names.name(id)}</th>
                {figures.map(([name, counts]) => <td key={name} class="number">{theirs.filter((task) => counts(task, sheet)).length}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {tasks.some((task) => task.lead.length > 1) && <p class="soft small">{said.shared}</p>}
    </Part>
  );
}
