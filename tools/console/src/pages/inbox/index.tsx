import { useEffect, useState } from 'preact/hooks';
import type { Notice } from '../../api/types';
import { unitShort } from '../../api/units';
import { language, words } from '../../i18n';
import { dayOf, instantText, longDay } from '../../i18n/dates';
import { address } from '../../router';
import { Icon, type IconName } from '../../ui/icons';
import { Button, Empty, Failure, Loading } from '../../ui/parts';
import { Switch } from '../letters/switch';
import { failure, isRead, loadInbox, markRead, notices, unread } from './store';
import { inboxWords } from './words';
import './inbox.css';

const shown_first = 100;

export default function InboxPage() {
  const said = inboxWords.value;
  const [only, filter] = useState(false);
  const [count, show] = useState(shown_first);
  useEffect(() => void loadInbox(), [language.value]);
  const all = notices.value;
  const wanted = (all ?? []).filter((notice) => !only || !isRead(notice));
  return (
    <div class="page inbox">
      <div class="page-head">
        <h1>{words.value.pages.inbox}</h1>
        <Switch />
      </div>
      <p class="soft" role="status">{all && said.unread(unread.value)}</p>
      <Failure error={failure.value} />
      {all === undefined ? failure.value === undefined && <Loading /> : all.length === 0 ? <Empty>{said.none}</Empty> : (
        <>
          <div class="buttons">
            <label class="check"><input type="checkbox" checked={only} onChange={(event) => filter(event.currentTarget.checked)} />{said.onlyUnread}</label>
            {unread.value > 0 && <Button kind="quiet" icon="check" onClick={() => markRead(all)}>{said.allRead}</Button>}
          </div>
          {wanted.length === 0 && <Empty>{said.nothingNew}</Empty>}
          <Days of={wanted.slice(0, count)} />
          {wanted.length > count && <Button onClick={() => show(count + shown_first)}>{words.value.common.more}</Button>}
        </>
      )}
    </div>
  );
}

function Days({ of }: { of: readonly Notice[] }) {
  const days = new Map<string, Notice[]>();
  for (const notice of of) {
    const day = dayOf(notice.at);
    days.set(day, [...(days.get(day) ?? []), notice]);
  }
  return (
    <>
      {[...days].map(([day, some]) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`}>{longDay(day)}</h2>
          <ul class="cards">{some.map((notice) => <Row key={`${notice.campaign} ${notice.key}`} notice={notice} />)}</ul>
        </section>
      ))}
    </>
  );
}

function Row({ notice }: { notice: Notice }) {
  const said = inboxWords.value;
  const isNew = !isRead(notice);
  return (
    <li class={isNew ? 'notice new' : 'notice'}>
      <Icon name={iconOf(notice.subject)} />
      <div>
        <a href={aboutOf(notice)} onClick={() => markRead([notice])}>{notice.text}</a>
        <p class="small soft">
          <time dateTime={notice.at}>{instantText(notice.at).slice(0, 5)}</time> · {said.to(addressee(notice.to))}
        </p>
      </div>
      {isNew && <span class="dot"><span class="unseen">{said.isNew}</span></span>}
    </li>
  );
}

/// The task, or the campaign as a whole.
function aboutOf({ campaign, task }: Notice): string {
  return task === null ? address('plan', [campaign]) : address('tasks', [campaign, task]);
}

function iconOf(subject: string): IconName {
  const icons: Record<string, IconName> = {
    rung: 'clock', late_to_start: 'overdue', accepted: 'done', plan_approved: 'check', announced: 'person', assigned: 'person',
  };
  return icons[subject] ?? 'mail';
}

function addressee(to: string): string {
  const said = inboxWords.value;
  const [unit = '', head] = to.split(':');
  if (head !== undefined) {
    return said.head(unitShort(unit));
  }
  return to === 'leaders' ? said.leaders : to === 'office' ? said.office : unitShort(unit);
}
