import { managesPlans } from '../../api/session';
import type { Campaign, TaskList } from '../../api/types';
import { query } from '../../api/client';
import { longDay } from '../../i18n/dates';
import { address } from '../../router';
import { useResource } from '../../ui/resource';
import { Shown } from '../../ui/shown';
import { isAtWork } from './amendments';
import { planWords } from './words';

/// The days that the time of tasks is counted from: those that are known, and those that tasks still
/// wait for.
export function Anchors({ campaign }: { campaign: Campaign }) {
  const said = planWords.value;
  const tasks = useResource<TaskList>(`/api/v1/tasks${query({ campaign: campaign.id, limit: '1000' })}`,
    (happened) => happened.campaign === campaign.id);
  const may_set = managesPlans.value && isAtWork(campaign);
  return (
    <section class="card" aria-labelledby="anchors">
      <h2 id="anchors">{said.anchors}</h2>
      <p class="soft small">{said.anchorsNote}</p>
      <Shown of={tasks}>
        {(read) => {
          const known = Object.entries(campaign.anchors);
          const waited = awaited(read.tasks).filter((name) => !(name in campaign.anchors)).map((name) => [name, ''] as [string, string]);
          const all = [...known, ...waited];
          return all.length === 0 ? <p class="soft">{said.noAnchors}</p> : (
            <ul class="anchors">
              {all.map(([name, day]) => (
                <li key={name}>
                  <span>{name}</span>
                  {day === '' ? <em class="soft">{said.notKnown}</em> : <strong>{longDay(day)}</strong>}
                  {may_set && (
                    <a class="button small" href={address('plan', [campaign.id, 'anchor'], { name })}
                      aria-label={day === '' ? said.setAnchorOf(name) : said.moveAnchorOf(name)}>
                      {day === '' ? said.setAnchor : said.moveAnchor}
                    </a>
                  )}
                </li>
              ))}
            </ul>
          );
        }}
      </Shown>
      {may_set && <p class="after"><a href={address('plan', [campaign.id, 'anchor'])}>{said.anchorTitle}</a></p>}
    </section>
  );
}

/// The days with names in what is printed of tasks that have no date for that: "trước ngày khai mạc
/// 10 ngày". A proposal, no more: the server says whether anything counts from it.
function awaited(tasks: TaskList['tasks']): string[] {
  const open = tasks.filter(({ due, start, state }) => due === null && start === null && state !== 'accepted' && state !== 'cancelled');
  return [...new Set(open.flatMap(({ phrase }) => /(?:trước|sau|từ|kể từ|tính từ|đến) (ngày \p{L}[\p{L} ]*\p{L})/u.exec(phrase)?.[1] ?? []))];
}
