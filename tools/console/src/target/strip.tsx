import type { Campaign } from '../api/types';
import { dayText } from '../i18n/dates';
import { unbroken } from '../i18n/numbers';
import { address } from '../router';
import { TargetBar } from './bar';
import { Estimated, Met } from './standing';
import { targetWords } from './words';
import './target.css';

/// How the targets of a campaign stand, in short: for the head of a page.
export function TargetStrip({ campaign }: { campaign: Campaign }) {
  const said = targetWords.value;
  return campaign.targets.length === 0 ? null : (
    <section class="target-strip" aria-label={said.all}>
      <div class="target-strip-head">
        <h2>{said.all}</h2>
        <a href={address('targets', [campaign.id])}>{said.details}</a>
      </div>
      <ul>
        {campaign.targets.map((target) => (
          <li key={target.id}>
            <p class="target-short"><strong>{target.title}</strong><Met target={target} /></p>
            <TargetBar target={target} />
            <p class="small target-figures">
              {target.latest ? (
                <>
                  <span>{unbroken(target.latest.text)} {target.latest.estimated && <Estimated />}</span>
                  <span class="soft">{said.until(dayText(target.latest.day))}</span>
                </>
              ) : <span>{said.plan}: {unbroken(target.plan_text)}</span>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
