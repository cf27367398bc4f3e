import { holidaysOf, type DaysOff } from './phases';
import { axes, ticks, weekdayOf, xOf, type Scale, type Span } from './scale';

export interface ShadeProps {
  scale: Scale;
  seen: Span;
  height: number;
  peak: Span | undefined;
  off: readonly DaysOff[];
  works: ReturnType<typeof holidaysOf>['works'];
}

const weekend_px_min = 4; // a day narrower than this: weekends would be a haze

/// Behind the bars: peak, weekends, public holidays, and lines where the pieces of the axis meet.
export function Shade({ scale, seen, height, peak, off, works }: ShadeProps) {
  const band = (span: Span) => `M${xOf(scale, span.first)} 0h${(span.last - span.first + 1) * scale.day_px}v${height}H${xOf(scale, span.first)}z`;
  const line = (day: number) => `M${Math.round(xOf(scale, day)) + 0.5} 0v${height}`;
  const [above, below] = axes[scale.zoom];
  const lines = (unit: typeof above) => ticks(scale, unit, seen.first, seen.last).map((tick) => line(tick.first)).join('');
  return (
    <svg class="tl-shade" width={scale.width} height={height} aria-hidden="true">
      {peak && <path class="tl-peak" d={band(peak)} />}
      {scale.day_px >= weekend_px_min && <path class="tl-weekend" d={weekends(seen, works).map(band).join('')} />}
      <path class="tl-off" d={off.map(band).join('')} />
      {scale.day_px >= 3 || below !== 'day' ? <path class="tl-line" d={lines(below)} /> : null}
      <path class="tl-line strong" d={lines(above)} />
    </svg>
  );
}

function weekends(seen: Span, works: ReadonlySet<number>): Span[] {
  const all: Span[] = [];
  for (let day = seen.first; day <= seen.last; ++day) {
    const weekday = weekdayOf(day);
    if (weekday === 6 && !works.has(day)) {
      all.push({ first: day, last: day + 1 });
    } else if (weekday === 0 && (works.has(day - 1) || day === seen.first)) {
      all.push({ first: day, last: day });
    }
  }
  return all;
}
