import { useState } from 'preact/hooks';
import { words } from '../../i18n';
import { dayText } from '../../i18n/dates';
import type { DaysOff, PhaseSpan } from './phases';
import { axes, dateOf, dayOfNumber, ticks, weekdayOf, xOf, type Scale, type Span, type Tick, type Unit } from './scale';
import { TodayFlag } from './today';
import { timelineWords } from './words';

export interface AxisProps {
  scale: Scale;
  seen: Span; // the days that are drawn
  lanes: ReadonlyArray<readonly PhaseSpan[]>;
  peak: Span | undefined;
  holidays: readonly DaysOff[];
}

/// Phases, peak, and two rows of dates. The words of a wide piece stay in sight while it is scrolled.
export function Axis({ scale, seen, lanes, peak, holidays }: AxisProps) {
  const [above, below] = axes[scale.zoom];
  const said = timelineWords.value;
  return (
    <>
      {lanes.map((lane, at) => (
        <div key={at} class="tl-phases" role="list" aria-label={said.phases}>
          {lane.map((phase, i) => (
            <div key={phase.id} role="listitem" class={`tl-phase ${phase.active ? 'active' : ''} ${i % 2 === 0 ? 'even' : 'odd'}`}
              title={`${phase.title}: ${dayText(dayOfNumber(phase.first))} – ${dayText(dayOfNumber(phase.last))}`}
              style={{ ...place(scale, phase), paddingLeft: `${spill(scale, lane[i - 1])}px` }}>
              <span>{phase.title}{phase.active && <em class="unseen"> ({said.now})</em>}</span>
            </div>
          ))}
        </div>
      ))}
      {peak && (
        <div class="tl-peak-row">
          <div class="tl-peak-name" style={place(scale, peak)}
            title={`${said.peak}: ${dayText(dayOfNumber(peak.first))} – ${dayText(dayOfNumber(peak.last))}`} />
        </div>
      )}
      <div class="tl-ticks above" aria-hidden="true">
        {ticks(scale, above, seen.first, seen.last).map((tick) => (
          <div key={tick.first} class="tl-tick" style={place(scale, tick)}><span>{text(above, tick, scale, true)}</span></div>
        ))}
      </div>
      <div class="tl-ticks below" aria-hidden="true">
        {ticks(scale, below, seen.first, seen.last).map((tick) => (
          <div key={tick.first} class={`tl-tick ${below} ${below === 'day' && weekdayOf(tick.first) % 6 === 0 ? 'off' : ''}`}
            style={place(scale, tick)}><span>{text(below, tick, scale, false)}</span></div>
        ))}
      </div>
      <TodayFlag scale={scale} />
      <Holidays scale={scale} holidays={holidays} />
    </>
  );
}

/// How far the name of a phase that is under way, which is said in full, reaches over the next one.
function spill(scale: Scale, before: PhaseSpan | undefined): number {
  const room = before === undefined ? 0 : Math.min(before.last, scale.last) - Math.max(before.first, scale.first) + 1;
  return before?.active ? Math.max(7, before.title.length * 8.2 + 16 - room * scale.day_px) : 7;
}

function place(scale: Scale, span: Span) {
  const left = xOf(scale, Math.max(span.first, scale.first));
  return { left: `${left}px`, width: `${xOf(scale, Math.min(span.last, scale.last) + 1) - left}px` };
}

/// What stands in a piece: in full where every piece of its kind has room for that, so that one row
/// speaks one way. Nothing where there is no room for it.
function text(unit: Unit, tick: Tick, scale: Scale, above: boolean): string {
  const [full, short] = namesOf(unit, tick, above);
  const has_full = shortest_days[unit] * scale.day_px > longest(unit, above) * 8 + 10;
  const name = has_full ? full : short;
  return (tick.last - tick.first + 1) * scale.day_px > name.length * 7.6 + 5 ? name : '';
}

/// The name of a piece in full, and a short one.
function namesOf(unit: Unit, tick: Tick, above: boolean): [string, string] {
  const said = timelineWords.value;
  const date = (day: number) => dayText(dayOfNumber(day)).slice(0, 5);
  switch (unit) {
    case 'quarter': {
      const quarter = words.value.dates.quarters[Math.floor(tick.month / 3)] ?? '';
      return [said.quarter(quarter, tick.year), quarter];
    }
    case 'month':
      return [above ? said.month(tick.month, tick.year) : said.monthOnly(tick.month), said.monthShort(tick.month)];
    case 'week':
      return above ? [said.week(date(tick.first), dayText(dayOfNumber(tick.last))), date(tick.first)] : [date(tick.first), date(tick.first)];
    case 'day': {
      const number = String(dateOf(tick.first));
      return [`${said.weekdays[weekdayOf(tick.first)]} ${number}`, number];
    }
  }
}

const shortest_days: Record<Unit, number> = { quarter: 90, month: 28, week: 7, day: 1 };

/// Letters in the longest of the names in full.
function longest(unit: Unit, above: boolean): number {
  const last_of_month = 28; // two figures
  const months = Array.from({ length: 12 }, (_, month) => ({ first: last_of_month, last: last_of_month, month, year: 2000 }));
  return Math.max(...months.map((tick) => namesOf(unit, tick, above)[0].length));
}

/// A mark a run of public holidays, with its name when it is pointed at or focused. One of them is
/// reached by Tab, the others by arrows.
function Holidays({ scale, holidays }: { scale: Scale; holidays: readonly DaysOff[] }) {
  const [current, setCurrent] = useState(0);
  const shown = holidays.filter((one) => one.last >= scale.first && one.first <= scale.last);
  return (
    <div class="tl-holidays" role="group" aria-label={timelineWords.value.holidays}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
        const next = Math.min(Math.max(current + step, 0), shown.length - 1);
        if (step !== 0) {
          event.preventDefault();
          event.stopPropagation();
          setCurrent(next);
          (event.currentTarget.children[next] as HTMLElement | undefined)?.focus();
        }
      }}>
      {shown.map((one, i) => {
        const x = xOf(scale, one.first);
        const width = Math.max(xOf(scale, one.last + 1) - x, 6);
        return (
          <button key={one.first} type="button" class={`tl-holiday ${x > scale.width - 240 ? 'from-end' : ''}`} tabIndex={i === current ? 0 : -1}
            aria-label={`${one.name}: ${days(one)}`} style={{ left: `${x + width / 2 - Math.max(width, 24) / 2}px`, width: `${Math.max(width, 24)}px` }}
            onFocus={() => setCurrent(i)}>
            <svg width={Math.max(width, 24)} height="9" aria-hidden="true">
              <rect x={Math.max((24 - width) / 2, 0)} width={width} height="9" rx="1.5" />
            </svg>
            <span class="tl-holiday-name" aria-hidden="true">{one.name}<br />{days(one)}</span>
          </button>
        );
      })}
    </div>
  );
}

function days(span: Span): string {
  const first = dayText(dayOfNumber(span.first));
  return span.first === span.last ? first : `${first} – ${dayText(dayOfNumber(span.last))}`;
}
