import { now_ms, today } from '../../live/clock';
import { dayText } from '../../i18n/dates';
import { numberOf, xOf, type Scale } from './scale';
import { timelineWords } from './words';

const zone_ms = 7 * 3_600_000;
const day_ms = 86_400_000;

/// Where it is now; nothing where that is not on the chart.
function xNow(scale: Scale): number | undefined {
  const x = xOf(scale, numberOf(today.value) + ((now_ms.value + zone_ms) % day_ms) / day_ms);
  return x < 0 || x > scale.width ? undefined : x;
}

export function TodayFlag({ scale }: { scale: Scale }) {
  const x = xNow(scale);
  const side = x === undefined ? '' : x < 90 ? 'from-start' : x > scale.width - 90 ? 'from-end' : '';
  return (
    <div class="tl-flag-row">
      {x !== undefined && (
        <>
          <span class={`tl-flag ${side}`} style={{ left: `${x}px` }}>{timelineWords.value.toToday} {dayText(today.value)}</span>
          <i class="tl-stem" style={{ left: `${x - 1}px` }} />
        </>
      )}
    </div>
  );
}

export function TodayLine({ scale, height }: { scale: Scale; height: number }) {
  const x = xNow(scale);
  return x === undefined ? null : <i class="tl-today" style={{ left: `${x - 1}px`, height: `${height}px` }} />;
}
