import { useState } from 'preact/hooks';
import { useCampaigns } from '../../api/campaigns';
import type { Campaign, TargetStanding } from '../../api/types';
import { CampaignChoice, campaignOf, campaignText } from '../../campaign/choice';
import { words } from '../../i18n';
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
          const shown = campaignOf(all, (one) => one.targets.length > 0);
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
          <p class="soft">{campaignText(campaign)}</p>
        </div>
        <CampaignChoice page="targets" chosen={campaign.id} all={all} />
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
