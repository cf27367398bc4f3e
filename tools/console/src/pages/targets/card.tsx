import { useId } from 'preact/hooks';
import type { TargetStanding } from '../../api/types';
import { unitName } from '../../api/units';
import { dayText, periodText } from '../../i18n/dates';
import { unbroken } from '../../i18n/numbers';
import { sentence } from '../../i18n/sentence';
import { TargetBar } from '../../target/bar';
import { Estimated, Met, percentOf } from '../../target/standing';
import { Trend } from '../../target/trend';
import { targetWords } from '../../target/words';
import { Button } from '../../ui/parts';
import { Results } from './results';
import { targetsWords } from './words';

export function TargetCard({ target, campaign, onRecord }: { target: TargetStanding; campaign: string; onRecord: () => void }) {
  const id = useId();
  const { latest } = target;
  return (
    <article class="target-card" aria-labelledby={id}>
      <header>
        <h2 id={id}>{target.title}</h2>
        <Met target={target} />
      </header>
      <p class="target-said">
        {latest ? <strong>{sentence(unbroken(latest.text))}</strong> : <span class="soft">{sentence(targetWords.value.none)}</span>}
        {latest?.estimated && <Estimated />}
      </p>
      <div class="target-measure">
        <TargetBar target={target} />
        <p class="small target-figures"><span>{percentOf(target)}</span><span class="soft">{unbroken(target.time.text)}</span></p>
      </div>
      <Facts target={target} />
      {(target.results?.length ?? 0) > 1 && <Trend target={target} />}
      {(target.results?.length ?? 0) > 0 && <Results target={target} campaign={campaign} />}
      {target.may_record && (
        <Button onClick={onRecord} aria-label={targetsWords.value.recordOf(target.title)}>{targetsWords.value.record}</Button>
      )}
    </article>
  );
}

function Facts({ target }: { target: TargetStanding }) {
  const said = targetWords.value;
  const { latest } = target;
  const facts: Array<[string, string | null | undefined]> = [
    [said.plan, unbroken(target.plan_text) + (target.phrase ? `, ${said.printed(target.phrase)}` : '')],
    [said.result, latest && `${unbroken(latest.value_text)}, ${said.until(dayText(latest.day))}`],
    [said.base, latest?.base_text],
    [said.document, latest?.document],
    [said.lead, target.lead && unitName(target.lead)],
    [said.period, target.period ?? periodText(target.time.start, target.time.due)],
  ];
  return (
    <dl>
      {facts.filter(([, text]) => text).map(([name, text]) => <div key={name}><dt>{name}</dt><dd>{text}</dd></div>)}
    </dl>
  );
}

