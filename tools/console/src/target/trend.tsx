import type { ResultStanding, TargetStanding } from '../api/types';
import { dayText, daysBetween } from '../i18n/dates';
import { unbroken } from '../i18n/numbers';
import { today } from '../live/clock';
import { targetWords } from './words';

const height = 84; // px
const above = 24; // px, in which there is room for what a point says
const below = 8;

interface Point {
  x: number; // percent of the width
  y: number; // px
  result: ResultStanding;
}

/// The results over the period in percent of the plan, which is the broken line. Who does not see it is
/// told all of it.
export function Trend({ target }: { target: TargetStanding }) {
  const said = targetWords.value;
  const results = (target.results ?? []).filter((one) => one.percent !== null);
  const last_result = results[results.length - 1];
  if (!last_result) {
    return null;
  }
  const first = [target.time.start, ...results.map((one) => one.day)].reduce((a, b) => (a < b ? a : b));
  const last = [target.time.due, ...results.map((one) => one.day)].reduce((a, b) => (a > b ? a : b));
  const x = (day: string) => (100 * daysBetween(first, day)) / Math.max(daysBetween(first, last), 1);
  const most = Math.max(100, ...results.map((one) => one.percent ?? 0));
  const y = (percent: number) => height - below - ((height - above - below) * percent) / most;
  const points: Point[] = results.map((result) => ({ x: x(result.day), y: y(result.percent ?? 0), result }));
  const told = results.map((one) => said.onDay(dayText(one.day), one.value_text, one.percent_text ?? '')).join('; ');
  return (
    <figure class="target-trend">
      <svg width="100%" height={height} role="img" aria-label={unbroken(`${said.trend}: ${told}`)}>
        <line class="plan" x1="0" x2="100%" y1={y(100)} y2={y(100)} />
        <text class="label" x="0" y={y(100) - 5}>{said.planLine}</text>
        {today.value > first && today.value < last && (
          <line class="today" x1={`${x(today.value)}%`} x2={`${x(today.value)}%`} y1="0" y2={height} />
        )}
        <svg viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" width="100%" height={height}>
          <polyline points={points.map((point) => `${point.x},${point.y}`).join(' ')} />
        </svg>
        {points.map((point, i) => (
          <circle key={i} class={point.result.estimated ? 'estimated' : ''} cx={`${point.x}%`} cy={point.y} r="4" />
        ))}
        <Label point={points[points.length - 1]} text={last_result.percent_text ?? ''} />
      </svg>
      <figcaption class="soft small"><span>{dayText(first)}</span><span>{dayText(last)}</span></figcaption>
    </figure>
  );
}

/// Above the last point, on the side where there is room.
function Label({ point, text }: { point: Point | undefined; text: string }) {
  if (!point) {
    return null;
  }
  return (
    <text class="label strong" x={`${point.x}%`} y={point.y - 10} text-anchor={point.x > 50 ? 'end' : 'start'}>
      {unbroken(text)}
    </text>
  );
}
