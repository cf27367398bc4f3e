import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Campaign, ResultStanding, Task } from '../../api/types';
import { partNames, useUnitNames } from '../../api/units';
import { words } from '../../i18n';
import { dayText } from '../../i18n/dates';
import { unbroken } from '../../i18n/numbers';
import { taskAddress } from '../../router';
import { Met } from '../../target/standing';
import { progressText } from '../../ui/percent';
import { TaskState } from '../../ui/time-status';
import { SheetTime, type Sheet } from './standings';
import { statusWords } from './words';

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

export function Next({ tasks, sheet }: { tasks: readonly Task[]; sheet: Sheet }) {
  const said = statusWords.value;
  return (
    <Part title={said.next(dayText(sheet.until))} empty={tasks.length === 0 ? said.noNext : undefined}>
      <TaskTable tasks={tasks} last={said.time} show={(task) => <SheetTime task={task} sheet={sheet} />} />
    </Part>
  );
}

/// What waits for a leader; nothing where nothing waits.
export function Waiting({ title, tasks, sheet }: { title: string; tasks: readonly Task[]; sheet: Sheet }) {
  return tasks.length === 0 ? null : (
    <Part title={title} empty={undefined}>
      <TaskTable tasks={tasks} last={statusWords.value.time} show={(task) => <SheetTime task={task} sheet={sheet} />} />
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
  const units = useUnitNames();
  return (
    <div class="scroll">
      <table class="ruled stacks">
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
              <td data-head={said.lead}>{task.lead.length > 0 ? partNames(task.lead, units.name) : <em>{words.value.common.unassigned}</em>}</td>
              <td class="middle" data-head={said.due}>{task.due ? dayText(task.due) : words.value.task.noDue}</td>
              <td data-head={said.state}><TaskState state={task.state} />{task.percent > 0 ? ` ${task.percent}%` : progressText(task) && `, ${progressText(task)}`}{steps?.has(task.id) && <div class="soft">{steps.get(task.id)}</div>}</td>
              <td class="middle" data-head={last}>{show(task)}</td>
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
        <table class="ruled stacks">
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
                <td data-head={said.plan}>{unbroken(target.plan_text)}</td>
                <td data-head={said.result}>{target.latest ? <Reached latest={target.latest} /> : '–'}</td>
                <td data-head={said.against}>
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
