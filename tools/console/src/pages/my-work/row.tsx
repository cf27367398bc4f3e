import { useRef } from 'preact/hooks';
import { taskPath } from '../../api/task-path';
import type { Task, TaskDetail } from '../../api/types';
import { partNames } from '../../api/units';
import { words } from '../../i18n';
import { dayText } from '../../i18n/dates';
import { taskAddress } from '../../router';
import { nextAction } from '../../task/commands';
import { NextAction, type Opened } from '../../task/next-action';
import { isBegun, useResource } from '../../ui/resource';
import { TaskState, TaskTime, timeClass } from '../../ui/time-status';
import { useTurn } from '../../ui/turn';
import { Returned, Submitted } from './submitted';
import { myWords } from './words';

export function Row({ task, onOpen }: { task: Task; onOpen: (opened: Opened) => void }) {
  const row = useRef<HTMLLIElement>(null);
  const { value, etag } = useResource<TaskDetail>(useTurn(row, isBegun(taskPath(task))) ? taskPath(task) : '',
    (happened) => happened.campaign === task.campaign && happened.task === task.id);
  const next = value && nextAction(value)?.command;
  return (
    <li ref={row} class={`work-row ${timeClass(task.time.status, task.time.days_late)}`}>
      <div class="work-what">
        <a href={taskAddress(task)}>{task.title}</a>
        <p class="small soft">
          {task.lead.length > 0 ? partNames(task.lead) : <em>{words.value.common.unassigned}</em>}
          {' · '}<TaskState state={task.state} />
          {task.asked && <> · {myWords.value.extension}: {dayText(task.asked.due)}</>}
        </p>
        {value && (next === 'approve-plan' || next === 'accept') && <Submitted task={value} />}
        <Returned task={task} />
      </div>
      <div class="work-when">
        <TaskTime task={task} />
        {task.due && <span class="small soft">{dayText(task.due)}</span>}
      </div>
      <div class="work-do">{value && <NextAction task={value} etag={etag} onOpen={onOpen} />}</div>
    </li>
  );
}
