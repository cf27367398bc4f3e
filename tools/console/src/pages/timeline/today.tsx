import { dayText } from '../../i18n/dates';
import { xOf, type Scale } from './scale';
import { asOf, shownDay, shownUntil } from './shown-day';
import { timelineWords } from './words';

/// Where it is now, or at the end of the day that is shown; nothing where that is not on the chart.
function xNow(scale: Scale): number | undefined {
  const x = xOf(scale, shownUntil.value);
  return x < 0 || x > scale.width ? undefined : x;
}

export function TodayFlag({ scale }: { scale: Scale }) {
  const x = xNow(scale);
  const side = x === undefined ? '' : x < 90 ? 'from-start' : x > scale.width - 90 ? 'from-end' : '';
  return (
    <div class="tl-flag-row">
      {x !== undefined && (
        <>
          <span class={`tl-flag ${side}`} style={{ left: `${x}px` }}>{asOf.value === '' && timelineWords.value.toToday} {dayText(shownDay.value)}</span>
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
