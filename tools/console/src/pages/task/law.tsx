import type { TaskDetail, TaskState } from '../../api/types';
import { words } from '../../i18n';
import { isNarrow } from '../../ui/narrow';
import { TextLines } from '../../ui/text-lines';
import { pageWords } from './words';

const withPlan: readonly TaskState[] = ['planned', 'announced', 'planning', 'plan_submitted', 'ready', 'in_progress', 'reported', 'accepted'];
const withoutPlan: readonly TaskState[] = ['planned', 'ready', 'in_progress', 'reported', 'accepted'];
const beside: readonly TaskState[] = ['suspended', 'cancelled'];

const node = { width: 128, height: 44, gap: 20, lane: 26 };

interface Box {
  state: TaskState;
  x: number;
  y: number;
  kind: 'past' | 'now' | 'ahead' | 'beside';
}

/// The lifecycle of a task with the state in which it is, from left to right, or from top to bottom
/// where there is no room.
export function Law({ task }: { task: TaskDetail }) {
  const narrow = isNarrow();
  const line = task.plan_owed ? withPlan : withoutPlan;
  const at = line.indexOf(task.state);
  const step = narrow ? node.height + node.gap : node.width + node.gap;
  const boxes: Box[] = line.map((state, i) => ({
    state,
    x: narrow ? 1 : 1 + i * step,
    y: narrow ? 1 + i * step : 1,
    kind: i === at ? 'now' : i < at ? 'past' : 'ahead',
  }));
  const row = narrow ? line.length * step + 6 : node.height + node.lane;
  boxes.push(...beside.map((state, i) => ({
    state,
    x: 1 + i * (node.width + node.gap),
    y: row + 1,
    kind: state === task.state ? 'now' as const : 'beside' as const,
  })));
  const width = 2 + (narrow ? 2 * node.width + node.gap : line.length * step - node.gap);
  const height = row + node.height + 2;
  return (
    <svg class="drawing" viewBox={`0 0 ${width} ${height}`} role="img"
      width={width} height={height} aria-label={pageWords.value.standsAt(words.value.state[task.state])}>
      {boxes.slice(1, line.length).map((box) => <Arrow key={box.state} to={box} narrow={narrow} past={box.kind !== 'ahead'} />)}
      {boxes.map((box) => (
        <g key={box.state} class={`node ${box.kind} ${beside.includes(box.state) ? 'aside' : ''}`}>
          <rect x={box.x} y={box.y} width={node.width} height={node.height} rx="6" />
          <TextLines text={words.value.state[box.state]} x={box.x + node.width / 2} y={box.y + node.height / 2} room={15} />
        </g>
      ))}
    </svg>
  );
}

function Arrow({ to, narrow, past }: { to: Box; narrow: boolean; past: boolean }) {
  const [x, y] = narrow ? [to.x + node.width / 2, to.y] : [to.x, to.y + node.height / 2];
  const path = narrow
    ? `M${x} ${y - node.gap + 2}V${y - 2}m-4 -5 4 5 4 -5`
    : `M${x - node.gap + 2} ${y}H${x - 2}m-5 -4 5 4 -5 4`;
  return <path class={`arrow ${past ? 'past' : ''}`} d={path} />;
}
