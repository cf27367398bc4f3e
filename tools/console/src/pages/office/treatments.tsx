import { useState } from 'preact/hooks';
import type { Merger, Treatment } from '../../api/types';
import { taskAddress } from '../../router';
import { TaskState } from '../../ui/time-status';
import { nameOf, type OpenTask } from './open-tasks';
import { officeWords } from './words';

const treatments: readonly Treatment[] = ['transfer', 'supersede', 'cancel'];

/// What becomes of each task, and why where it does not simply go over.
export function TaskChoices({ tasks }: { tasks: readonly OpenTask[] }) {
  const said = officeWords.value;
  return (
    <fieldset class="treatments">
      <legend class="label">{said.tasks(tasks.length)}</legend>
      <p class="hint">{tasks.length === 0 ? said.noTasks : said.tasksHint}</p>
      <ul class="cards">{tasks.map((one) => <Row key={nameOf(one.task)} of={one} />)}</ul>
    </fieldset>
  );
}

function Row({ of: { task, campaign, leads } }: { of: OpenTask }) {
  const said = officeWords.value;
  const [chosen, choose] = useState<Treatment>('transfer');
  const name = nameOf(task);
  return (
    <li class="treatment">
      <div>
        <a href={taskAddress(task)}>{task.title}</a>
        <p class="small soft">{campaign} · {leads ? said.leads : said.helps} · <TaskState state={task.state} /></p>
      </div>
      <select name={`treatment ${name}`} aria-label={said.treatment(task.title)} value={chosen}
        onInput={(event) => choose(event.currentTarget.value as Treatment)}>
        {treatments.map((one) => <option key={one} value={one}>{said.treatments[one]}</option>)}
      </select>
      {chosen !== 'transfer' && (
        <input name={`reason ${name}`} required maxLength={4000} aria-label={said.why(task.title)} placeholder={said.whyShort} />
      )}
    </li>
  );
}

/// What was chosen, of those that do not simply go over.
export function treatedIn(given: FormData, tasks: readonly OpenTask[]): NonNullable<Merger['tasks']> {
  return tasks.flatMap(({ task }) => {
    const treatment = given.get(`treatment ${nameOf(task)}`) as Treatment | null;
    return treatment === null || treatment === 'transfer' ? []
      : [{ campaign: task.campaign, task: task.id, treatment, reason: String(given.get(`reason ${nameOf(task)}`) ?? '').trim() }];
  });
}
