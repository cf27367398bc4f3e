import type { TargetStanding } from '../api/types';
import { unbroken } from '../i18n/numbers';
import { Icon } from '../ui/icons';
import { targetWords } from './words';

/// Of what may not be too much.
export function isLimit(target: TargetStanding): boolean {
  return target.comparison === 'at_most' || target.comparison === 'less_than';
}

/// "115 % kế hoạch", nothing where there is no percentage.
export function percentOf(target: TargetStanding): string {
  const percent = target.latest?.percent_text;
  const said = targetWords.value;
  return percent ? unbroken(isLimit(target) ? said.ofLimit(percent) : said.ofPlan(percent)) : '';
}

/// Whether the plan is met: icon, text and colour.
export function Met({ target }: { target: TargetStanding }) {
  const { latest } = target;
  if (!latest || latest.met === null) {
    return <span class="time-status no_due_date"><Icon name="none" />{targetWords.value.none}</span>;
  }
  const [look, icon] = latest.met ? ['done_in_time', 'done'] as const
    : isLimit(target) ? ['overdue', 'overdue'] as const : ['not_due', 'clock'] as const;
  return <span class={`time-status ${look}`}><Icon name={icon} />{latest.met_text}</span>;
}

export function Estimated() {
  return <span class="target-estimated">{targetWords.value.estimated}</span>;
}
