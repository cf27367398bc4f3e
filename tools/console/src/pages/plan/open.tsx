import { managesPlans } from '../../api/session';
import type { Campaign, TaskState } from '../../api/types';
import { words } from '../../i18n';
import { address } from '../../router';
import { isAtWork } from './amendments';
import { planWords } from './words';

/// How many tasks are neither accepted nor cancelled, and the way to the end.
export function Open({ campaign }: { campaign: Campaign }) {
  const said = planWords.value;
  return !isAtWork(campaign) ? null : (
    <section class="card" aria-labelledby="open">
      <div class="card-head">
        <h2 id="open">{said.open}</h2>
        {managesPlans.value && <a class="button" href={address('plan', [campaign.id, 'close'])}>{said.close}</a>}
      </div>
      <OpenByState campaign={campaign} />
    </section>
  );
}

/// Each leads to the tasks.
export function OpenByState({ campaign: { id, open } }: { campaign: Campaign }) {
  const said = planWords.value;
  const counts = Object.entries(open.by_state) as Array<[TaskState, number]>;
  return open.tasks === 0 ? <p>{said.noneOpen}</p> : (
    <div>
      <p>{said.openCount(open.tasks)}</p>
      <ul class="by-state">
        {counts.map(([state, count]) => (
          <li key={state}><a href={address('tasks', [], { campaign: id, state })}>{words.value.state[state]} <strong>{count}</strong></a></li>
        ))}
      </ul>
    </div>
  );
}
