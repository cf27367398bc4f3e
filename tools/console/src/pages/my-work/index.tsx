import { useState } from 'preact/hooks';
import { isLeader, me, myUnits, posts } from '../../api/session';
import { unitName } from '../../api/units';
import { words } from '../../i18n';
import { longDay } from '../../i18n/dates';
import { today } from '../../live/clock';
import { CommandDialog, sentence } from '../../task/command-dialog';
import type { Opened } from '../../task/next-action';
import { taskWords } from '../../task/words';
import { Icon } from '../../ui/icons';
import { Button, Empty } from '../../ui/parts';
import { useLoaded } from '../../ui/resource';
import { Shown } from '../../ui/shown';
import { load, type Group } from './groups';
import { Row } from './row';
import { myWords } from './words';
import './my-work.css';

const shown_first = 12;

export default function MyWork() {
  const units = myUnits.value;
  const groups = useLoaded(posts.value.length > 0 ? `my-work ${units.join(' ')} ${isLeader.value}` : '',
    (signal) => load(units, isLeader.value, signal));
  const said = myWords.value;
  const [opened, open] = useState<Opened | undefined>();
  const [told, tell] = useState<{ what: string; of: string } | undefined>();
  return (
    <div class="page">
      <div class="page-head">
        <h1>{words.value.pages['my-work']}</h1>
        <p class="soft">{longDay(today.value)} · {units.length > 0 ? units.map(unitName).join(', ') : said.ofOffice}</p>
      </div>
      <div role="status">
        {told && <p class="success"><Icon name="check" /><span>{taskWords.value.done(told.what)} – {told.of}</span></p>}
      </div>
      {me.value && posts.value.length === 0 ? <Empty>{said.noPost}</Empty> : (
        <Shown of={groups}>
          {(all) => all.length > 0 ? all.map((group) => <Section key={group.name} group={group} onOpen={open} />) : (
            <div class="nothing">
              <p>{said.nothing}</p>
              <p class="soft">{said.nothingHint}</p>
            </div>
          )}
        </Shown>
      )}
      {opened && (
        <CommandDialog {...opened} onClose={() => open(undefined)}
          onDone={(outcome) => {
            open(undefined);
            tell({ what: sentence(outcome.events[0]?.text ?? opened.action.text), of: opened.task.title });
            groups.reload();
          }} />
      )}
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
