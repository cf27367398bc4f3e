import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useCampaigns } from '../../api/campaigns';
import { managesPlans } from '../../api/session';
import type { Campaign } from '../../api/types';
import { CampaignChoice, campaignOf, campaignText } from '../../campaign/choice';
import { words } from '../../i18n';
import { address, route } from '../../router';
import { Empty } from '../../ui/parts';
import { Shown } from '../../ui/shown';
import { Amend } from './amend';
import { Amendments } from './amendments';
import { Anchor } from './anchor';
import { Anchors } from './anchors';
import { Close } from './close';
import { Open } from './open';
import { Report } from './report';
import { Told, told } from './told';
import { planWords } from './words';
import './plan.css';

/// What is done to a campaign as a whole, each at an address of its own: #/plan/CAMPAIGN/amend.
const acts: Record<string, (props: { campaign: Campaign }) => JSX.Element> = { amend: Amend, anchor: Anchor, close: Close };

export default function PlanPage() {
  const campaigns = useCampaigns();
  const [id, what = ''] = route.value.parts;
  return (
    <div class="page plan-page">
      <Shown of={campaigns}>
        {({ campaigns: all }) => {
          const shown = campaignOf(all);
          const Act = acts[what];
          return !shown ? <><h1>{words.value.pages.plan}</h1><Empty>{planWords.value.noCampaign}</Empty></>
            : id !== undefined && id !== shown.id ? <Empty>{planWords.value.notThere}</Empty>
              : Act ? <Within campaign={shown}><Act campaign={shown} /></Within> : <Of campaign={shown} all={all} />;
        }}
      </Shown>
    </div>
  );
}

function Within({ campaign, children }: { campaign: Campaign; children: ComponentChildren }) {
  return (
    <>
      <p class="small"><a href={address('plan', [campaign.id])}>{campaign.title} ({campaign.document})</a></p>
      {managesPlans.value ? children : <Empty>{planWords.value.noRight}</Empty>}
    </>
  );
}

function Of({ campaign, all }: { campaign: Campaign; all: readonly Campaign[] }) {
  const [done, say] = useState('');
  useEffect(() => say(told(campaign.id)), []); // after the page, so that it is read out
  return (
    <>
      <div class="page-head">
        <div>
          <h1>{campaign.title}</h1>
          <p class="soft">{campaignText(campaign, ...campaign.phases)}</p>
        </div>
        <CampaignChoice page="plan" chosen={campaign.id} all={all} />
      </div>
      <Told text={done} />
      <Amendments campaign={campaign} />
      <Anchors campaign={campaign} />
      <Open campaign={campaign} />
      <Report campaign={campaign} />
    </>
  );
}
