import { useState } from 'preact/hooks';
import { personName } from '../../api/people';
import type { RecordedResult, ResultList, TargetStanding } from '../../api/types';
import { dayText, instantText } from '../../i18n/dates';
import { unbroken } from '../../i18n/numbers';
import { Estimated } from '../../target/standing';
import { targetWords } from '../../target/words';
import { useResource } from '../../ui/resource';
import { Shown } from '../../ui/shown';
import { targetsWords } from './words';

/// Every result and who recorded it: asked for once somebody wants to see it.
export function Results({ target, campaign }: { target: TargetStanding; campaign: string }) {
  const [open, show] = useState(false);
  const place = ['campaigns', campaign, 'targets', target.id, 'results'].map(encodeURIComponent).join('/');
  const read = useResource<ResultList>(open ? `/api/v1/${place}` : '', (happened) => happened.campaign === campaign);
  return (
    <details class="target-results" onToggle={(event) => show(event.currentTarget.open)}>
      <summary>{targetsWords.value.results(target.results?.length ?? 0)}</summary>
      {open && <Shown of={read}>{({ results }) => <Table results={results} title={target.title} />}</Shown>}
    </details>
  );
}

function Table({ results, title }: { results: readonly RecordedResult[]; title: string }) {
  const said = targetsWords.value;
  const shared = targetWords.value;
  return (
    <div class="target-scroll" role="region" aria-label={`${said.results(results.length)}: ${title}`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{said.dayColumn}</th>
            <th scope="col">{shared.result}</th>
            <th scope="col">{shared.document}</th>
            <th scope="col">{said.by}</th>
          </tr>
        </thead>
        <tbody>
          {results.map((one, i) => (
            <tr key={i}>
              <th scope="row">{dayText(one.day)}</th>
              <td>{unbroken(one.text)} {one.estimated && <Estimated />}</td>
              <td>{one.document}</td>
              <td>{whoOf(one)}<br /><span class="soft">{instantText(one.recorded_at)}</span></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function whoOf(one: RecordedResult): string {
  const said = targetsWords.value;
  const who = one.by === null ? said.engine : personName(one.by);
  return one.on_behalf_of === null ? who : `${who}, ${said.onBehalf(one.on_behalf_of)}`;
}
