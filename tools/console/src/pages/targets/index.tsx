import { useState } from 'preact/hooks';
import { useCampaigns } from '../../api/campaigns';
import type { Campaign, TargetStanding } from '../../api/types';
import { words } from '../../i18n';
import { dayText } from '../../i18n/dates';
import { address, goTo, route } from '../../router';
import { Empty } from '../../ui/parts';
import { useResource } from '../../ui/resource';
import { Shown } from '../../ui/shown';
import { targetWords } from '../../target/words';
import { TargetCard } from './card';
import { RecordDialog } from './record';
import { targetsWords } from './words';
import '../../target/target.css';
import './targets.css';

export default function TargetsPage() {
  const campaigns = useCampaigns();
  return (
    <div class="page targets-page">
      <Shown of={campaigns}>
        {({ campaigns: all }) => {
          const shown = all.find((one) => one.id === route.value.parts[0])
            ?? all.find((one) => one.state === 'running' && one.targets.length > 0) ?? all[0];
          return shown ? <Of key={shown.id} campaign={shown} all={all} />
            : <><h1>{words.value.pages.targets}</h1><Empty>{targetsWords.value.noCampaign}</Empty></>;
        }}
      </Shown>
    </div>
  );
}

function Of({ campaign, all }: { campaign: Campaign; all: readonly Campaign[] }) {
  const said = targetsWords.value;
  const path = `/api/v1/campaigns/${encodeURIComponent(campaign.id)}`;
  const read = useResource<Campaign>(path, (happened) => happened.campaign === campaign.id);
  const [recording, record] = useState<string | undefined>();
  const [told, tell] = useState('');
  return (
    <>
      <div class="page-head">
        <div>
          <h1>{words.value.pages.targets}</h1>
          <p>{campaign.title}</p>
          <p class="soft">
            {[campaign.document, campaign.state_text, `${dayText(campaign.period.start)} – ${dayText(campaign.period.due)}`]
              .filter(Boolean).join(' · ')}
          </p>
        </div>
        {all.length > 1 && (
          <select aria-label={said.choose} value={campaign.id} onChange={(event) => goTo(address('targets', [event.currentTarget.value]))}>
            {all.map((one) => <option key={one.id} value={one.id}>{one.title} ({one.document})</option>)}
          </select>
        )}
      </div>
      <p class={told ? 'success' : 'unseen'} role="status">{told}</p>
      <Shown of={read}>
        {({ targets }) => (
          <>
            {targets.length === 0 ? <Empty>{said.noTargets}</Empty> : <Targets targets={targets} campaign={campaign.id} onRecord={record} />}
            {targets.filter((target) => target.id === recording).map((target) => (
              <RecordDialog key={target.id} campaign={campaign.id} target={target} onClose={() => record(undefined)} onDone={() => {
                record(undefined);
                tell(said.recorded(target.title));
                read.reload();
              }} />
            ))}
          </>
        )}
      </Shown>
    </>
  );
}

function Targets({ targets, campaign, onRecord }: {
  targets: readonly TargetStanding[];
  campaign: string;
  onRecord: (target: string) => void;
}) {
  const met = targets.filter((target) => target.latest?.met === true).length;
  const none = targets.filter((target) => !target.latest).length;
  return (
    <>
      <p>{targetsWords.value.summary(targets.length, met, targets.length - met - none, none)}</p>
      <ul class="target-cards">
        {targets.map((target) => (
          <li key={target.id}><TargetCard target={target} campaign={campaign} onRecord={() => onRecord(target.id)} /></li>
        ))}
      </ul>
      <p class="soft small">{targetWords.value.signs}</p>
    </>
  );
}
