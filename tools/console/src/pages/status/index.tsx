import { useCampaigns } from '../../api/campaigns';
import { get, query, type Answer } from '../../api/client';
import { me, myUnits, seesAll } from '../../api/session';
import { UnitsThen, useUnitNames } from '../../api/units';
import type { Campaign, HeadList, Task, TaskList } from '../../api/types';
import { asOfWords, refusalOf, useUnitsAsOf } from '../../campaign/as-of';
import { campaignOf, choiceText } from '../../campaign/choice';
import { words } from '../../i18n';
import { addDays, dateInWords, dayText, instantText } from '../../i18n/dates';
import { now_ms, rehearsal, today } from '../../live/clock';
import { address, goTo, route } from '../../router';
import { DayField } from '../../ui/day-field';
import { Button, Empty, Field } from '../../ui/parts';
import { useLoaded } from '../../ui/resource';
import { Shown } from '../../ui/shown';
import { loadSteps, silent } from '../../task/steps';
import { Heads } from './heads';
import { Counts } from './counts';
import { isNext } from './standings';
import { Extended, Next, Overdue, Targets, Waiting } from './tables';
import { Units } from './units';
import { statusWords } from './words';
import './status.css';

export default function StatusPage() {
  const as_of = route.value.query.get('as_of') ?? '';
  const campaigns = useCampaigns();
  return (
    <div class="page status-page">
      <Shown of={campaigns}>
        {({ campaigns: all }) => {
          const chosen = campaignOf(all);
          const refused = chosen && refusalOf(as_of, chosen);
          return chosen ? (
            <>
              <Choice all={all} chosen={chosen} as_of={as_of} refused={refused} />
              {refused === undefined && <Sheet id={chosen.id} as_of={as_of} />}
            </>
          ) : <><h1>{words.value.pages.status}</h1><Empty>{statusWords.value.none}</Empty></>;
        }}
      </Shown>
    </div>
  );
}

function Choice({ all, chosen, as_of, refused }: {
  all: readonly Campaign[];
  chosen: Campaign;
  as_of: string;
  refused: string | undefined;
}) {
  const said = statusWords.value;
  const go = (id: string, day: string) => goTo(address('status', [id], { as_of: day }), true);
  return (
    <form class="choice-bar" onSubmit={(event) => event.preventDefault()}>
      <Field label={said.choose}>
        {(given) => (
          <select {...given} value={chosen.id} onChange={(event) => go(event.currentTarget.value, as_of)}>
            {all.map((one) => <option key={one.id} value={one.id}>{choiceText(one)}</option>)}
          </select>
        )}
      </Field>
      <Field label={asOfWords.value.day} error={refused}>
        {(given) => (
          <DayField {...given} value={as_of} onChange={(day) => go(chosen.id, day)} />
        )}
      </Field>
      <Button kind="primary" icon="print" disabled={refused !== undefined} onClick={() => print()}>{said.print}</Button>
    </form>
  );
}

interface Stand {
  campaign: Campaign;
  tasks: readonly Task[];
  steps: ReadonlyMap<string, string>; // of late tasks that nobody has reported on
  heads: HeadList['heads']; // none for whom they are not
  read_at: string; // when they were
  at: string; // as people read it
  day: string;
}

async function load(id: string, as_of: string, signal: AbortSignal): Promise<Answer<Stand>> {
  const path = `/api/v1/campaigns/${encodeURIComponent(id)}${query({ as_of })}`;
  const [campaign, tasks] = await Promise.all([get<Campaign>(path, signal), loadTasks(id, as_of, signal)]);
  const late = tasks.map((task) => ({ ...task, status: task.time.status, days_late: task.time.days_late }));
  const steps = await loadSteps(silent(late), signal, as_of);
  // After what they vouch for.
  const heads = seesAll.peek() ? (await get<HeadList>('/api/v1/journal/heads', signal)).heads : [];
  const read_at = instantText(now_ms.peek());
  const at = as_of === '' ? read_at : asOfWords.value.endOf(dayText(as_of));
  return { body: { campaign, tasks, steps, heads, read_at, at, day: as_of || today.peek() }, etag: '' };
}

async function loadTasks(id: string, as_of: string, signal: AbortSignal): Promise<Task[]> {
  const tasks: Task[] = [];
  let next: string | null = '';
  while (next !== null) {
    const path: string = `/api/v1/tasks${query({ campaign: id, as_of, sort: 'due', limit: '1000', cursor: next })}`;
    const list: TaskList = await get<TaskList>(path, signal);
    tasks.push(...list.tasks);
    next = list.next;
  }
  return tasks;
}

function Sheet({ id, as_of }: { id: string; as_of: string }) {
  return <UnitsThen.Provider value={useUnitsAsOf(as_of)}><Paper id={id} as_of={as_of} /></UnitsThen.Provider>;
}

function Paper({ id, as_of }: { id: string; as_of: string }) {
  const units = useUnitNames();
  const stand = useLoaded(`status ${id} ${as_of}`, (signal) => load(id, as_of, signal), (happened) => happened.campaign === id);
  const said = statusWords.value;
  return (
    <Shown of={stand}>
      {({ campaign, tasks, steps, at, day, heads, read_at }) => {
        const sheet = { day, until: addDays(day, 14) };
        const inState = (state: Task['state']) => tasks.filter((task) => task.state === state);
        return (
          <article class="paper">
            <header>
              <p class="office">{me.value?.office}</p>
              {rehearsal.value && <p class="not-real">{words.value.shell.notReal}</p>}
              <h1>{said.title}</h1>
              {!seesAll.value && <p><strong>{said.onlyOurs(myUnits.value.map(units.name).join(', '))}</strong></p>}
              <p class="plan">{campaign.title}</p>
              <p class="soft">{campaign.document && `${said.document(campaign.document)} · `}{said.asOf(at)}</p>
              {campaign.phases.length > 0 && <p class="soft">{said.phases}: {campaign.phases.join('; ')}</p>}
            </header>
            <Counts tasks={tasks} sheet={sheet} />
            <Units tasks={tasks} sheet={sheet} />
            <Overdue steps={steps} tasks={tasks.filter((task) => task.time.status === 'overdue').sort((a, b) => b.time.days_late - a.time.days_late)} />
            <Next sheet={sheet} tasks={tasks.filter((task) => isNext(task, sheet))} />
            <Waiting title={said.planSubmitted} tasks={inState('plan_submitted')} sheet={sheet} />
            <Waiting title={said.reported} tasks={inState('reported')} sheet={sheet} />
            <Extended tasks={tasks.filter((task) => task.extensions > 0)} />
            {campaign.targets.length > 0 && <Targets campaign={campaign} />}
            <Signatures />
            <footer class="soft small">
              <p>{said.made} {said.asOf(at)}.</p>
              <Heads of={heads.filter(({ stream }) => stream === campaign.id || stream === 'office')} document={campaign.document || campaign.id} at={read_at} />
            </footer>
          </article>
        );
      }}
    </Shown>
  );
}

/// Whose sheet it is, once it is signed; of a unit that prints its own, the head of that.
function Signatures() {
  const said = statusWords.value;
  return (
    <div class="signatures">
      <div>
        <p><strong>{said.madeBy}</strong></p>
        <p class="soft small">{said.sign}</p>
      </div>
      <div>
        <p class="small">{said.printedOn(dateInWords(today.value))}</p>
        <p><strong>{seesAll.value ? said.headOfficer : said.headOfUnit}</strong></p>
        <p class="soft small">{said.sign}</p>
      </div>
    </div>
  );
}
