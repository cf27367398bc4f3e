import type { Bar as Task } from './data';
import { numberOf, xOf, type Scale, type Span } from './scale';
import { spanOf, statusOf } from './rows';
import { timelineWords } from './words';

// A task as it is drawn: from the start to the due day, filled as far as it is done. What is not
// certain is hatched; what has no due date fades away.

const thick = 16;
const arrow = 5;

export interface BarProps {
  task: Task;
  scale: Scale;
  now: number; // today
  height: number; // of the row
}

export function BarShape({ task, scale, now, height }: BarProps) {
  const y = (height - thick) / 2 - 2;
  const status = statusOf(task);
  const moved = baselineOf(task);
  return (
    <g class={`tl-bar ${status} ${task.state}`}>
      {task.due === null ? <OpenBar task={task} scale={scale} y={y} /> : <ClosedBar task={task} scale={scale} y={y} />}
      {status === 'overdue' && task.due !== null && <Late from={xOf(scale, numberOf(task.due) + 1)} to={xOf(scale, now)} y={y + thick / 2} />}
      {moved && <Baseline scale={scale} span={moved} y={y + thick + 5} />}
      <Note task={task} scale={scale} y={y + thick / 2} moved={moved} now={now} />
    </g>
  );
}

function ClosedBar({ task, scale, y }: { task: Task; scale: Scale; y: number }) {
  const span = spanOf(task) as Span;
  const x = xOf(scale, span.first);
  const width = Math.max(xOf(scale, span.last + 1) - x, 5);
  const is_done = task.state === 'accepted';
  const part = is_done ? width : width * Math.min(Math.max(task.percent, 0), 100) / 100;
  const status = statusOf(task);
  const is_late = status === 'done_late' || (status === 'awaiting_acceptance' && task.days_late > 0);
  const is_hatched = task.certainty !== 'firm' && !is_done;
  const is_alive = task.state !== 'cancelled' && task.state !== 'suspended';
  return (
    <>
      <rect class="whole" x={x} y={y} width={width} height={thick} rx={3} />
      {is_hatched && is_alive && <rect x={x} y={y} width={width} height={thick} rx={3} fill={`url(#tl-hatch-${status})`} />}
      {part > 0 && is_alive && <rect class="part" x={x} y={y} width={part} height={thick} rx={3} />}
      <rect class="edge" x={x + 0.5} y={y + 0.5} width={width - 1} height={thick - 1} rx={2.5} />
      {is_late && <path class="red" d={`M${x + width - 3} ${y - 3}h3v${thick + 6}h-3z`} />}
      {task.state === 'suspended' && <Pause x={x + width / 2} y={y} />}
      {task.state === 'cancelled' && <path class="strike" d={`M${x - 3} ${y + thick / 2}h${width + 6}`} />}
    </>
  );
}

function OpenBar({ task, scale, y }: { task: Task; scale: Scale; y: number }) {
  const x = task.start === null ? 0 : xOf(scale, numberOf(task.start));
  const width = Math.max(scale.width - x - arrow - 2, 24);
  const part = task.state === 'accepted' ? width : width * Math.min(Math.max(task.percent, 0), 100) / 100;
  const end = x + width;
  return (
    <>
      <rect x={x} y={y + 2} width={width} height={thick - 4} rx={2} fill="url(#tl-open)" />
      {part > 0 && <rect class="part" x={x} y={y + 2} width={part} height={thick - 4} rx={2} />}
      <path class="edge" d={`M${end - arrow} ${y + 3}l${arrow} ${thick / 2 - 3}l${-arrow} ${thick / 2 - 3}`} />
      {task.start !== null && <path class="edge" d={`M${x + 1} ${y}v${thick}`} />}
      {task.state === 'suspended' && <Pause x={x + 30} y={y} />}
      {task.state === 'cancelled' && <path class="strike" d={`M${x} ${y + thick / 2}h${width}`} />}
    </>
  );
}

function Pause({ x, y }: { x: number; y: number }) {
  return <path class="pause" d={`M${x - 3} ${y + 4}v${thick - 8}M${x + 3} ${y + 4}v${thick - 8}`} />;
}

function Late({ from, to, y }: { from: number; to: number; y: number }) {
  return to - from < 3 ? null : <path class="late" d={`M${from} ${y}H${to}`} />;
}

/// Where the dates are not those of the first plan, that plan.
function baselineOf(task: Task): Span | undefined {
  if ((task.first_due === task.due && task.planned_start === task.start) || task.first_due === null) {
    return undefined;
  }
  return { first: numberOf(task.planned_start ?? task.start ?? task.first_due), last: numberOf(task.first_due) };
}

function Baseline({ scale, span, y }: { scale: Scale; span: Span; y: number }) {
  const x = xOf(scale, span.first);
  const end = Math.max(xOf(scale, span.last + 1), x + 5);
  return <path class="baseline" d={`M${x + 1} ${y - 3}v6M${x + 1} ${y}H${end - 1}M${end - 1} ${y - 3}v6`} />;
}

/// How often it was extended, where there is room for the words.
function Note({ task, scale, y, moved, now }: { task: Task; scale: Scale; y: number; moved: Span | undefined; now: number }) {
  const span = spanOf(task);
  if (task.extensions === 0 || span === undefined || task.due === null) {
    return null;
  }
  const text = timelineWords.value.extended(task.extensions);
  const room = text.length * 6.6 + 12;
  const late_until = task.status === 'overdue' ? now : 0;
  const end = xOf(scale, Math.max(span.last, moved?.last ?? 0, late_until - 1) + 1);
  if (end + room <= scale.width) {
    return <text class="note" x={end + 7} y={y} dominant-baseline="central">{text}</text>;
  }
  const begin = xOf(scale, Math.min(span.first, moved?.first ?? span.first));
  return begin < room ? null : <text class="note" x={begin - 7} y={y} dominant-baseline="central" text-anchor="end">{text}</text>;
}

/// From the first task of a group to its last.
export function GroupShape({ span, scale, height }: { span: Span; scale: Scale; height: number }) {
  const x = xOf(scale, span.first);
  const end = Math.max(xOf(scale, span.last + 1), x + 8);
  const y = height / 2;
  return <path class="tl-group" d={`M${x + 1.5} ${y + 5}v-5H${end - 1.5}v5`} />;
}

/// What bars are filled with.
export function Patterns() {
  const statuses = ['overdue', 'due_today', 'due_soon', 'not_due', 'awaiting_acceptance', 'no_due_date', 'none'] as const;
  return (
    <defs>
      {statuses.map((status) => (
        <pattern key={status} id={`tl-hatch-${status}`} class={`tl-hatch ${status}`} width="7" height="7"
          patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M1.5 0v7" />
        </pattern>
      ))}
      <linearGradient id="tl-open">
        <stop class="tl-open-begin" offset="0" />
        <stop class="tl-open-end" offset="1" />
      </linearGradient>
    </defs>
  );
}
