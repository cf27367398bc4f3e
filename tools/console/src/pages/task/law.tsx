import type { TaskDetail, TaskState } from '../../api/types';
import { words } from '../../i18n';
import { isNarrow, isSmall } from '../../ui/narrow';
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

/// The lifecycle of a task with the state in which it is, from left to right, in as many lines as the
/// room asks for.
export function Law({ task }: { task: TaskDetail }) {
  const line = task.plan_owed ? withPlan : withoutPlan;
  const columns = isSmall() ? 2 : isNarrow() ? 4 : line.length;
  const at = line.indexOf(task.state);
  const [across, down] = [node.width + node.gap, node.height + node.lane];
  const boxes: Box[] = line.map((state, i) => ({
    state,
    x: 1 + (i % columns) * across,
    y: 1 + Math.floor(i / columns) * down,
    kind: i === at ? 'now' : i < at ? 'past' : 'ahead',
  }));
  const rows = Math.ceil(line.length / columns);
  boxes.push(...beside.map((state, i) => ({
    state,
    x: 1 + i * across,
    y: 1 + rows * down,
    kind: state === task.state ? 'now' as const : 'beside' as const,
  })));
  const width = 2 + columns * across - node.gap;
  const height = 2 + rows * down + node.height;
  return (
    <svg class="drawing" viewBox={`0 0 ${width} ${height}`} role="img"
      width={width} height={height} aria-label={pageWords.value.standsAt(words.value.state[task.state])}>
      {boxes.slice(1, line.length).map((box, i) => (
        <Arrow key={box.state} from={boxes[i] as Box} to={box} past={box.kind !== 'ahead'} />
      ))}
      {boxes.map((box) => (
        <g key={box.state} class={`node ${box.kind} ${beside.includes(box.state) ? 'aside' : ''}`}>
          <rect x={box.x} y={box.y} width={node.width} height={node.height} rx="6" />
          <TextLines text={words.value.state[box.state]} x={box.x + node.width / 2} y={box.y + node.height / 2} room={15} />
        </g>
      ))}
    </svg>
  );
}

/// To the box beside, or to the first of the next line.
function Arrow({ from, to, past }: { from: Box; to: Box; past: boolean }) {
  const middle = node.width / 2;
  const path = from.y === to.y
    ? `M${from.x + node.width + 2} ${to.y + node.height / 2}H${to.x - 2}m-5 -4 5 4 -5 4`
    : `M${from.x + middle} ${from.y + node.height + 2}V${to.y - node.lane / 2}H${to.x + middle}V${to.y - 2}m-4 -5 4 5 4 -5`;
  return <path class={`arrow ${past ? 'past' : ''}`} d={path} />;
}
