import { useId } from 'preact/hooks';
import type { TargetStanding } from '../api/types';
import { isLimit } from './standing';

const scale_end = 200; // percent of the plan at the end of the bar: of all bars the same

/// Where so many percent lie.
function at(percent: number): string {
  return `${(100 * Math.min(Math.max(percent, 0), scale_end)) / scale_end}%`;
}

/// What was reached against what was planned, which lies in the middle, and below it the time that has
/// passed. All of it is said beside it.
export function TargetBar({ target }: { target: TargetStanding }) {
  const id = useId();
  const percent = target.latest?.percent ?? 0;
  const beyond = Math.min(percent, scale_end) - 100;
  return (
    <svg class={`target-bar ${isLimit(target) ? 'limit' : ''}`} width="100%" height="22" aria-hidden="true">
      <defs>
        <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="over-ground" width="6" height="6" />
          <rect class="over-line" width="3" height="6" />
        </pattern>
      </defs>
      <rect class="whole" y="4" width="100%" height="10" rx="2" />
      <rect class="part" y="4" width={at(Math.min(percent, 100))} height="10" rx="2" />
      {beyond > 0 && <rect y="4" x="50%" width={at(beyond)} height="10" fill={`url(#${id})`} />}
      {percent > scale_end && <svg x="100%" class="goes-on"><path d="M-15 2l4 14M-9 2l4 14" /></svg>}
      <line class="plan" x1="50%" x2="50%" y1="0" y2="18" />
      <svg x={at(target.time.percent_passed)} class="passed"><path d="M0 14.5 4.5 21.5h-9z" /></svg>
    </svg>
  );
}
