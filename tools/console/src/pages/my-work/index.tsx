import { useState } from 'preact/hooks';
import { call } from '../../api/client';
import { isLeader, isOffice, me, myUnits, onKnown, posts } from '../../api/session';
import { taskPath } from '../../api/task-path';
import type { TaskDetail } from '../../api/types';
import { unitName } from '../../api/units';
import { words } from '../../i18n';
import { longDay } from '../../i18n/dates';
import { today } from '../../live/clock';
import { route } from '../../router';
import { doneText } from '../../task/announced';
import { CommandDialog } from '../../task/command-dialog';
import type { Opened } from '../../task/next-action';
import { Button, Empty } from '../../ui/parts';
import { readAhead, useLoaded } from '../../ui/resource';
import { Shown } from '../../ui/shown';
import { tell } from '../../ui/toast';
import { groupsOf, load, workOf, type Group, type Who } from './groups';
import { Row } from './row';
import { myWords } from './words';
import './my-work.css';

const shown_first = 12;
const ahead_max = 3; // rows whose buttons are there as soon as they are

const who = (): Who => ({ units: myUnits.value, leads: isLeader.value, assigns: isOffice.value });

onKnown.push(() => {
  if (route.value.page !== 'my-work' || posts.value.length === 0) {
    return undefined;
  }
  const whose = who();
  return readAhead(workOf(whose), (signal) => load(whose, signal)).then(({ body }) => {
    const first = groupsOf(body, whose.units).flatMap((group) => group.tasks).slice(0, ahead_max);
    return Promise.all(first.map((task) => readAhead(taskPath(task), (signal) => call<TaskDetail>('GET', taskPath(task), { signal }))));
  });
});

export default function MyWork() {
  const whose = who();
  const { units } = whose;
  const work = useLoaded(posts.value.length > 0 ? workOf(whose) : '', (signal) => load(whose, signal));
  const said = myWords.value;
  const [opened, open] = useState<Opened | undefined>();
  return (
    <div class="page">
      <div class="page-head">
        <h1>{words.value.pages['my-work']}</h1>
        <p class="soft">{longDay(today.value)} · {units.length > 0 ? units.map(unitName).join(', ') : said.ofOffice}</p>
      </div>
      {me.value && posts.value.length === 0 ? <Empty>{said.noPost}</Empty> : (
        <Shown of={work}>
          {(read) => {
            const groups = groupsOf(read, units);
            return groups.length > 0 ? groups.map((group) => <Section key={group.name} group={group} onOpen={open} />)
              : <Nothing isAbove={units.length === 0} />;
          }}
        </Shown>
      )}
      {opened && (
        <CommandDialog {...opened} onClose={() => open(undefined)}
          onDone={(outcome) => {
            open(undefined);
            tell(doneText(opened.task, opened.action, outcome, opened.task.title), opened.task);
            work.reload();
          }} />
      )}
    </div>
  );
}

function Nothing({ isAbove }: { isAbove: boolean }) {
  const said = myWords.value;
  return (
    <div class="nothing">
      <p>{isAbove ? said.nothingAbove : said.nothing}</p>
      <p class="soft">{isAbove ? said.nothingAboveHint : said.nothingHint}</p>
    </div>
  );
}

function Section({ group, onOpen }: { group: Group; onOpen: (opened: Opened) => void }) {
  const [count, show] = useState(shown_first);
  const rest = group.tasks.length - count;
  return (
    <section class={`work ${group.name}`} aria-labelledby={`work-${group.name}`}>
      <h2 id={`work-${group.name}`}>{myWords.value.groups[group.name]} <span class="soft">{group.tasks.length}</span></h2>
      <ul class="cards">
        {group.tasks.slice(0, count).map((task) => <Row key={`${task.campaign}/${task.id}`} task={task} onOpen={onOpen} />)}
      </ul>
      {rest > 0 && <Button kind="quiet" onClick={() => show(count + 3 * shown_first)}>{myWords.value.more(rest)}</Button>}
    </section>
  );
}
