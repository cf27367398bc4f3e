import { address, goTo } from '../../router';
import { Icon } from '../../ui/icons';

// What was just done at a page of its own, to be said once at the page that it leads back to.
let last: { campaign: string; text: string } | undefined;

export function tellAndGoBack(campaign: string, text: string): void {
  last = { campaign, text };
  goTo(address('plan', [campaign]));
}

export function told(campaign: string): string {
  const text = last?.campaign === campaign ? last.text : '';
  last = undefined;
  return text;
}

export function Told({ text }: { text: string }) {
  return <div role="status">{text && <p class="success"><Icon name="check" />{text}</p>}</div>;
}
