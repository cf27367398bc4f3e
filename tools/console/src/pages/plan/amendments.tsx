import { managesPlans } from '../../api/session';
import type { Campaign } from '../../api/types';
import { dayOf, dayText, instantText } from '../../i18n/dates';
import { address } from '../../router';
import { Lines } from '../../ui/lines';
import { planWords } from './words';

/// The versions of the plan, the latest first, and by which documents they came about.
export function Amendments({ campaign }: { campaign: Campaign }) {
  const said = planWords.value;
  const { amendments, issued_at } = campaign;
  const issued = { version: 1, document: campaign.document, date: null, reason: said.first, at: issued_at };
  return (
    <section class="card" aria-labelledby="amendments">
      <div class="card-head">
        <h2 id="amendments">{said.amendments}</h2>
        {managesPlans.value && isAtWork(campaign) && (
          <a class="button" href={address('plan', [campaign.id, 'amend'])}>{said.amend}</a>
        )}
      </div>
      {amendments.length === 0 ? <p class="soft">{said.asIssued(dayText(dayOf(issued_at)))}</p> : (
        <Lines heads={[said.document, said.version, said.date, said.reason, said.recorded]}
          lines={[...amendments].reverse().concat(issued).map(({ version, document, date, reason, at }) => ({
            key: String(version),
            head: document,
            cells: [version, date === null ? '' : dayText(date), reason, instantText(at)],
          }))} />
      )}
    </section>
  );
}

/// Whether anything can still be changed about it.
export function isAtWork({ state }: Campaign): boolean {
  return state !== 'closed' && state !== 'cancelled';
}
