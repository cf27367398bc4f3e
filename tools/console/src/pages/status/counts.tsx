import type { Task } from '../../api/types';
import { dayText } from '../../i18n/dates';
import { words } from '../../i18n';
import { standingName, standingOf, TimeStatus, type Standing } from '../../ui/time-status';
import { isNext, isOpen, type Sheet } from './standings';
import { statusWords } from './words';

/// How many tasks there are of each standing; each is counted once, and of them all what rests.
export function Counts({ tasks, sheet }: { tasks: readonly Task[]; sheet: Sheet }) {
  const said = statusWords.value;
  const of = (standing: Standing) => tasks.filter((task) => standingOf(task.time.status, task.state) === standing).length;
  const undated = of('done_undated');
  const { status: names } = words.value;
  const kinds: ReadonlyArray<[Standing, string, number]> = [
    ['overdue', names.overdue, of('overdue')],
    ['due_soon', said.withinTwoWeeks, tasks.filter((task) => isNext(task, sheet)).length],
    ['not_due', said.after(dayText(sheet.until)), tasks.filter((task) => isOpen(task) && !isNext(task, sheet)).length],
    ['no_due_date', names.no_due_date, of('no_due_date')],
    ['awaiting_acceptance', names.awaiting_acceptance, of('awaiting_acceptance')],
    ['done_in_time', names.done_in_time, of('done_in_time')],
    ['done_late', names.done_late, of('done_late')],
    ...(undated > 0 ? [['done_undated', standingName('done_undated'), undated] as [Standing, string, number]] : []),
  ];
  const stopped = (['cancelled', 'suspended'] as const)
    .map((state) => [state, tasks.filter((task) => task.state === state).length] as const)
    .filter(([, count]) => count > 0);
  return (
    <dl class="counts">
      <div class="all"><dt>{said.inAll}</dt><dd>{tasks.length}</dd></div>
      {kinds.map(([status, text, count]) => (
        <div key={status} class={count === 0 ? 'zero' : ''}>
          <dt><TimeStatus status={status} text={text} /></dt>
          <dd>{count}</dd>
        </div>
      ))}
      {stopped.map(([state, count]) => <div key={state}><dt>{said[state]}</dt><dd>{count}</dd></div>)}
    </dl>
  );
}
