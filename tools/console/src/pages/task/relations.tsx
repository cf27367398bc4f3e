import { useCampaigns } from '../../api/campaigns';
import type { TaskDetail } from '../../api/types';
import { periodText } from '../../i18n/dates';
import { address, taskAddress } from '../../router';
import { Fact } from './fact';
import { pageWords } from './words';

/// How it belongs to other tasks, and to other campaigns.
export function Relations({ task }: { task: TaskDetail }) {
  const said = pageWords.value;
  const { whole, parts, occurrence, waits_for, due_after, after_elsewhere, fulfilled_by } = task;
  return (
    <>
      {whole && <Fact name={said.whole}><Within campaign={task.campaign} of={[whole]} /></Fact>}
      {parts.length > 0 && <Fact name={said.parts}><Within campaign={task.campaign} of={parts} /></Fact>}
      {occurrence && <Fact name={said.occurrence}>{periodText(occurrence.start, occurrence.end)}</Fact>}
      {waits_for.length > 0 && <Fact name={said.waitsFor}><Within campaign={task.campaign} of={waits_for} /></Fact>}
      {due_after && (
        <Fact name={said.dueAfter(due_after.days, due_after.working_days)}><Within campaign={task.campaign} of={due_after.tasks} /></Fact>
      )}
      {after_elsewhere.length > 0 && <Fact name={said.afterElsewhere}><Elsewhere of={after_elsewhere} /></Fact>}
      {fulfilled_by.length > 0 && <Fact name={said.fulfilledBy}><Campaigns of={fulfilled_by} /></Fact>}
    </>
  );
}

function Within({ campaign, of }: { campaign: string; of: TaskDetail['parts'] }) {
  return <ul>{of.map(({ id, title }) => <li key={id}><a href={taskAddress({ campaign, id })}>{title}</a></li>)}</ul>;
}

/// What somebody may not see, or is not there yet, is called by its id.
function Elsewhere({ of }: { of: TaskDetail['after_elsewhere'] }) {
  const said = pageWords.value;
  const campaigns = useCampaigns().value?.campaigns ?? [];
  return (
    <ul>
      {of.map(({ campaign, task, title, awaited }) => (
        <li key={`${campaign}/${task}`}>
          {title === null ? task : <a href={taskAddress({ campaign, id: task })}>{title}</a>}
          <span class="soft"> – {campaigns.find((one) => one.id === campaign)?.title ?? campaign}, {awaited ? said.awaited : said.notAwaited}</span>
        </li>
      ))}
    </ul>
  );
}

function Campaigns({ of }: { of: TaskDetail['fulfilled_by'] }) {
  const campaigns = useCampaigns().value?.campaigns ?? [];
  return (
    <ul>
      {of.map(({ campaign, title }) => {
        const state = campaigns.find((one) => one.id === campaign)?.state_text;
        return <li key={campaign}><a href={address('timeline', [campaign])}>{title}</a>{state && <span class="soft"> – {state}</span>}</li>;
      })}
    </ul>
  );
}
