import { useState } from 'preact/hooks';
import { useCampaigns } from '../../api/campaigns';
import { Problem } from '../../api/problem';
import { taskPath } from '../../api/task-path';
import type { Action, TaskDetail } from '../../api/types';
import { words } from '../../i18n';
import { address, route } from '../../router';
import { doneText } from '../../task/announced';
import { CommandDialog } from '../../task/command-dialog';
import { useHistory } from '../../task/history';
import { Empty } from '../../ui/parts';
import { useResource } from '../../ui/resource';
import { Shown } from '../../ui/shown';
import { TaskState, TaskTime } from '../../ui/time-status';
import { tell } from '../../ui/toast';
import { Actions } from './actions';
import { Evidence } from './evidence';
import { Facts } from './facts';
import { Record } from './history';
import { Law } from './law';
import { Procedure } from './procedure';
import { pageWords } from './words';
import './task.css';

export default function TaskPage() {
  const [campaign = '', id = ''] = route.value.parts;
  // A task may wait for others: whatever happens in its campaign may concern it.
  const task = useResource<TaskDetail>(taskPath({ campaign, id }), (happened) => happened.campaign === campaign);
  const missing = task.error instanceof Problem && task.error.status === 404;
  return (
    <div class="page task-page">
      {missing ? <Empty>{pageWords.value.notThere}</Empty> : (
        <Shown of={task}>
          {(value) => <Content task={value} etag={task.etag} reload={task.reload} />}
        </Shown>
      )}
    </div>
  );
}

function Content({ task, etag, reload }: { task: TaskDetail; etag: string; reload: () => void }) {
  const said = pageWords.value;
  const [opened, open] = useState<Action | undefined>();
  const history = useHistory(task);
  const campaign = useCampaigns().value?.campaigns.find((one) => one.id === task.campaign);
  return (
    <>
      <header>
        <p class="small"><a href={address('tasks', [], { campaign: task.campaign })}>{campaign?.title ?? words.value.pages.tasks}</a></p>
        <h1>{task.title}</h1>
        <p class="chips"><TaskTime task={task} /><TaskState state={task.state} /></p>
      </header>
      <section class="card law" aria-label={said.stands}><Law task={task} /></section>
      <div class="columns">
        <div class="column">
          <section class="card" aria-labelledby="facts">
            <h2 id="facts">{said.facts}</h2>
            <Facts task={task} />
          </section>
          <Evidence task={task} history={history.value} onOpen={open} />
          <Record task={task} history={history} />
        </div>
        <div class="column">
          <Actions task={task} onOpen={open} />
          {task.chart && (
            <section class="card" aria-labelledby="procedure">
              <h2 id="procedure">{said.procedure}</h2>
              <Procedure chart={task.chart} at={task.procedure} />
            </section>
          )}
        </div>
      </div>
      {opened && (
        <CommandDialog task={task} etag={etag} action={opened} onClose={() => open(undefined)}
          onDone={(outcome) => {
            open(undefined);
            tell(doneText(task, opened, outcome), task);
            reload();
          }} />
      )}
    </>
  );
}
