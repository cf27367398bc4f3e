import type { Campaign } from '../api/types';
import { dayText } from '../i18n/dates';
import { words } from '../i18n';
import { address, goTo, route } from '../router';

/// The campaign of the address; where it names none, the first that is at work.
export function campaignOf(all: readonly Campaign[], fits: (campaign: Campaign) => boolean = () => true): Campaign | undefined {
  return all.find((one) => one.id === route.value.parts[0]) ?? all.find((one) => one.state === 'running' && fits(one)) ?? all[0];
}

/// "Tháng hành động vì Hợp tác xã năm 2025 (345/KH-LMHTX)"; a plan may have no number.
export function choiceText({ title, document }: Campaign): string {
  return document ? `${title} (${document})` : title;
}

/// Which campaign a page is about. Nothing where there is only one.
export function CampaignChoice({ page, chosen, all }: { page: string; chosen: string; all: readonly Campaign[] }) {
  return all.length < 2 ? null : (
    <select class="campaign-choice" aria-label={words.value.common.campaign} value={chosen}
      onChange={(event) => goTo(address(page, [event.currentTarget.value]))}>
      {all.map((one) => <option key={one.id} value={one.id}>{choiceText(one)}</option>)}
    </select>
  );
}

/// "345/KH-LMHTX · đang thực hiện · 01/01/2025 – 31/12/2025"
export function campaignText({ document, state_text, period }: Campaign, ...more: Array<string | undefined>): string {
  return [document, state_text, `${dayText(period.start)} – ${dayText(period.due)}`, ...more].filter(Boolean).join(' · ');
}
