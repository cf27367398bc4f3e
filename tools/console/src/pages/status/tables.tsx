import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Campaign, ResultStanding, Task, TimeStatus as Status } from '../../api/types';
import { partNames } from '../../api/units';
import { words } from '../../i18n';
import { dayText } from '../../i18n/dates';
import { unbroken } from '../../i18n/numbers';
import { taskAddress } from '../../router';
import { Met } from '../../target/standing';
import { Icon } from '../../ui/icons';
import { progressText } from '../../ui/percent';
import { TaskState, TaskTime, TimeStatus } from '../../ui/time-status';
import { statusWords } from './words';

const order: readonly Status[] = ['overdue', 'due_today', 'due_soon', 'not_due', 'no_due_date', 'awaiting_acceptance', 'done_in_time',
  'done_late'];

/// How many tasks there are of each time status.
export function Counts({ campaign }: { campaign: Campaign }) {
  const said = statusWords.value;
  const cancelled = campaign.by_time.cancelled ?? 0;
  return (
    <dl class="counts">
      <div class="all"><dt>{said.inAll}</dt><dd>{campaign.tasks}</dd></div>
      {order.map((status) => (
        <div key={status} class={(campaign.by_time[status] ?? 0) === 0 ? 'zero' : ''}>
          <dt><TimeStatus status={status === 'overdue' ? null : status} />{status === 'overdue' && <OverdueName />}</dt>
          <dd>{campaign.by_time[status] ?? 0}</dd>
        </div>
      ))}
      {cancelled > 0 && <div><dt>{said.cancelled}</dt><dd>{cancelled}</dd></div>}
    </dl>
  );
}

/// Of many, that are late by different numbers of days.
function OverdueName() {
  return <span class="time-status overdue"><Icon name="overdue" />{words.value.status.overdue}</span>;
}

export function Part({ title, empty, children }: { title: string; empty: string | undefined; children: ComponentChildren }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {empty === undefined ? children : <p>{empty}</p>}
    </section>
  );
}

export function Overdue({ tasks, steps }: { tasks: readonly Task[]; steps: ReadonlyMap<string, string> }) {
  const said = statusWords.value;
  return (
    <Part title={said.overdue} empty={tasks.length === 0 ? said.noOverdue : undefined}>
      <TaskTable tasks={tasks} steps={steps} last={said.late} show={(task) => <strong class="late">{task.time.days_late}</strong>} />
    </Part>
  );
}

export function Next({ tasks, until }: { tasks: readonly Task[]; until: string }) {
  const said = statusWords.value;
  return (
    <Part title={said.next(dayText(until))} empty={tasks.length === 0 ? said.noNext : undefined}>
      <TaskTable tasks={tasks} last={said.time} show={(task) => <TaskTime time={task.time} />} />
    </Part>
  );
}

/// Nothing where nothing waits.
export function Reported({ tasks }: { tasks: readonly Task[] }) {
  const said = statusWords.value;
  return tasks.length === 0 ? null : (
    <Part title={said.reported} empty={undefined}>
      <TaskTable tasks={tasks} last={said.time} show={(task) => <TaskTime time={task.time} />} />
    </Part>
  );
}

export function Extended({ tasks }: { tasks: readonly Task[] }) {
  const said = statusWords.value;
  return tasks.length === 0 ? null : (
    <Part title={said.extended} empty={undefined}>
      <TaskTable tasks={tasks} last={said.firstDue} show={(task) => <>{task.first_due && dayText(task.first_due)}
        <div class="soft">{said.times(task.extensions)}</div></>} />
    </Part>
  );
}

function TaskTable({ tasks, steps, last, show }: {
  tasks: readonly Task[];
  steps?: ReadonlyMap<string, string>;
  last: string;
  show: (task: Task) => ComponentChildren;
}) {
  const said = statusWords.value;
  return (
    <div class="scroll">
      <table class="ruled">
        <thead>
          <tr>
            <th scope="col">{said.number}</th>
            <th scope="col">{said.task}</th>
            <th scope="col">{said.lead}</th>
            <th scope="col">{said.due}</th>
            <th scope="col">{said.state}</th>
            <th scope="col">{last}</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task, i) => (
            <tr key={`${task.campaign}/${task.id}`}>
              <td class="middle">{i + 1}</td>
              <th scope="row"><a href={taskAddress(task)}>{task.title}</a></th>
              <td>{task.lead.length > 0 ? partNames(task.lead) : <em>{words.value.common.unassigned}</em>}</td>
              <td class="middle">{task.due && dayText(task.due)}</td>
              <td><TaskState state={task.state} /> {task.state !== 'reported' && progressText(task)}{steps?.has(task.id) && <div class="soft">{steps.get(task.id)}</div>}</td>
              <td class="middle">{show(task)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/// Where they stand, and on what the percentage of each rests.
export function Targets({ campaign }: { campaign: Campaign }) {
  const said = statusWords.value;
  return (
    <Part title={said.targets} empty={undefined}>
      <div class="scroll">
        <table class="ruled">
          <thead>
            <tr>
              <th scope="col">{said.number}</th>
              <th scope="col">{said.target}</th>
              <th scope="col">{said.plan}</th>
              <th scope="col">{said.result}</th>
              <th scope="col">{said.against}</th>
            </tr>
          </thead>
          <tbody>
            {campaign.targets.map((target, i) => (
              <tr key={target.id}>
                <td class="middle">{i + 1}</td>
                <th scope="row">{target.title}</th>
                <td>{unbroken(target.plan_text)}</td>
                <td>{target.latest ? <Reached latest={target.latest} /> : '–'}</td>
                <td>
                  {target.latest && <p>{unbroken(target.latest.text)}</p>}
                  <Met target={target} />
                  <p class="soft">{unbroken(target.time.text)}</p>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Part>
  );
}

/// Until when, and by which document.
function Reached({ latest }: { latest: ResultStanding }) {
  return (
    <>
      <p>{unbroken(latest.value_text)}</p>
      <p class="soft">{statusWords.value.until(dayText(latest.day))}</p>
      {latest.document && <p class="soft">{latest.document}</p>}
    </>
  );
}
