import { timelineWords } from './words';
import { spanOf, statusOf } from './rows';
import { numberOf, ticks, xOf, type Scale, type Span } from './scale';
import type { Bar } from './data';

const whole = 1000; // as wide as there is room, in parts

function scaleOf(range: Span): Scale {
  return { ...range, zoom: 'year', width: whole, day_px: whole / (range.last - range.first + 1) };
}

/// One bar over the whole time of the plan.
export function MiniBar({ task, range, today }: { task: Bar; range: Span; today: string }) {
  const scale = scaleOf(range);
  const span = spanOf(task);
  const begin = span ? xOf(scale, span.first) : 0;
  const end = task.due === null ? whole : xOf(scale, (span?.last ?? range.last) + 1);
  const width = Math.max(end - begin, 8);
  const part = task.state === 'accepted' ? width : width * Math.min(task.percent, 100) / 100;
  const status = statusOf(task);
  const now = xOf(scale, numberOf(today) + 0.5);
  const moved = task.first_due !== null && task.first_due !== task.due;
  return (
    <svg class={`tl-mini tl-bar ${status} ${task.state}`} viewBox={`0 0 ${whole} 20`} preserveAspectRatio="none" aria-hidden="true">
      <path class="tl-line" d={ticks(range, 'month', range.first, range.last).map((tick) => `M${xOf(scale, tick.first)} 0v20`).join('')} />
      <rect class={task.due === null ? 'whole open' : 'whole'} x={begin} y="4" width={width} height="9" />
      {part > 0 && <rect class="part" x={begin} y="4" width={part} height="9" />}
      {task.due !== null && <rect class={task.certainty === 'firm' ? 'edge' : 'edge unsure'} x={begin} y="4" width={width} height="9" />}
      {status === 'done_late' && <rect class="red" x={begin + width - 6} y="2" width="6" height="13" />}
      {status === 'overdue' && now > begin + width && <path class="late" d={`M${begin + width} 8.5H${now}`} />}
      {moved && <path class="baseline" d={`M${xOf(scale, numberOf(task.planned_start ?? task.start ?? task.first_due as string))} 17H${xOf(scale, numberOf(task.first_due as string) + 1)}`} />}
      {now >= 0 && now <= whole && <path class="now" d={`M${now} 0v20`} />}
    </svg>
  );
}

export function MiniAxis({ range }: { range: Span }) {
  const months = ticks(range, 'month', range.first, range.last);
  const step = Math.ceil(months.length / 14);
  return (
    <div class="tl-mini-axis" aria-hidden="true">
      {months.map((tick, i) => (
        <span key={tick.first} style={{ flexGrow: tick.last - tick.first + 1 }}>{i % step === 0 ? timelineWords.value.monthShort(tick.month) : ''}</span>
      ))}
    </div>
  );
}
