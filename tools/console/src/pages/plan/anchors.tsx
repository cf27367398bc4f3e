import { managesPlans } from '../../api/session';
import type { Campaign } from '../../api/types';
import { longDay } from '../../i18n/dates';
import { address } from '../../router';
import { isAtWork } from './amendments';
import { planWords } from './words';

/// The days that the time of tasks is counted from: those that are known, and those that tasks still
/// wait for.
export function Anchors({ campaign }: { campaign: Campaign }) {
  const said = planWords.value;
  const may_set = managesPlans.value && isAtWork(campaign);
  const all = [...Object.entries(campaign.anchors), ...campaign.awaited_anchors.map((name) => [name, ''] as const)];
  return (
    <section class="card" aria-labelledby="anchors">
      <h2 id="anchors">{said.anchors}</h2>
      <p class="soft small">{said.anchorsNote}</p>
      {all.length === 0 ? <p class="soft after">{said.noAnchors}</p> : (
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
      )}
      {may_set && <p class="after"><a href={address('plan', [campaign.id, 'anchor'])}>{said.anchorTitle}</a></p>}
    </section>
  );
}
