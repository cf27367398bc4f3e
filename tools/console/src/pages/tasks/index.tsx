import { useState } from 'preact/hooks';
import { call, query, type Answer } from '../../api/client';
import { seesAll } from '../../api/session';
import type { Task, TaskList } from '../../api/types';
import { partNames, unitShort } from '../../api/units';
import { words } from '../../i18n';
import { dayText } from '../../i18n/dates';
import { taskAddress } from '../../router';
import { Button, Empty } from '../../ui/parts';
import { Progress } from '../../ui/percent';
import { useLoaded } from '../../ui/resource';
import { Shown } from '../../ui/shown';
import { TaskState, TaskTime } from '../../ui/time-status';
import { FilterBar, filterNow, isFiltered, type Filter } from './filter';
import { tasksWords } from './words';
import './tasks.css';

const page_size = 50;

export default function Tasks() {
  const filter = filterNow();
  const key = JSON.stringify(filter);
  const [more, show] = useState({ key, pages: 1 });
  const pages = more.key === key ? more.pages : 1;
  const list = useLoaded(`tasks ${key} ${pages}`, (signal) => load(filter, pages, signal));
  const said = tasksWords.value;
  return (
    <div class="page">
      <div class="page-head">
        <h1>{words.value.pages.tasks}</h1>
        <p class="soft" role="status">{list.value && (seesAll.value ? said.found : said.foundOurs)(list.value.tasks.length, list.value.next !== null)}</p>
      </div>
      <FilterBar filter={filter} />
      <Shown of={list}>
        {({ tasks, next }) => tasks.length === 0 ? <Empty>{isFiltered(filter) ? said.none : said.noneAtAll}</Empty> : (
          <>
            <Table tasks={tasks} />
            {next !== null && (
              <Button busy={list.loading} onClick={() => show({ key, pages: pages + 1 })}>{words.value.common.more}</Button>
            )}
          </>
        )}
      </Shown>
    </div>
  );
}

/// The first pages, one after the other: a cursor is only known from the page before.
async function load(filter: Filter, pages: number, signal: AbortSignal): Promise<Answer<TaskList>> {
  const tasks: Task[] = [];
  let next: string | null = null;
  for (let page = 0; page < pages && (page === 0 || next !== null); ++page) {
    const path: string = `/api/v1/tasks${query({ ...filter, sort: 'urgency', limit: String(page_size), cursor: next ?? '' })}`;
    const { body } = await call<TaskList>('GET', path, { signal });
    tasks.push(...body.tasks);
    next = body.next;
  }
  return { body: { tasks, next }, etag: '' };
}

function Table({ tasks }: { tasks: readonly Task[] }) {
  const { task: said } = words.value;
  return (
    <div class="sheet">
      <table class="tasks">
        <thead>
          <tr>
            <th scope="col">{tasksWords.value.task}</th>
            <th scope="col">{said.lead}</th>
            <th scope="col">{said.due}</th>
            <th scope="col">{said.time}</th>
            <th scope="col">{said.state}</th>
            <th scope="col" class="number">{said.percent}</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => <Row key={`${task.campaign}/${task.id}`} task={task} />)}
        </tbody>
      </table>
    </div>
  );
}

function Row({ task }: { task: Task }) {
  return (
    <tr>
      <th scope="row"><a href={taskAddress(task)}>{task.title}</a></th>
      <td>{task.lead.length > 0 ? partNames(task.lead, unitShort) : <em class="soft">{words.value.common.unassigned}</em>}</td>
      <td class="date">{task.due ? dayText(task.due) : <span class="soft">{words.value.task.noDue}</span>}</td>
      <td><TaskTime task={task} /></td>
      <td><TaskState state={task.state} /></td>
      <td class="number"><Progress task={task} /></td>
    </tr>
  );
}
