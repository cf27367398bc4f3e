import type { TaskDetail } from '../../api/types';
import { TextLines } from '../../ui/text-lines';
import { layOut, text_room, type Chart } from './chart-layout';
import { passedStates } from './passed';
import { pageWords } from './words';

const width = 320;

/// The procedure of the kind, with the states in which it is and those that it has gone through.
export function Procedure({ chart, at }: { chart: Chart; at: TaskDetail['procedure'] }) {
  const drawing = layOut(chart, width);
  const passed = passedStates(chart);
  return (
    <svg class="drawing" viewBox={`0 0 ${drawing.width} ${drawing.height}`} width={drawing.width} height={drawing.height}
      role="img" aria-label={pageWords.value.procedureAt(at.join('; '))}>
      {drawing.boxes.map((box) => (
        <g key={box.state.id} class={`node ${kindOf(box.state, passed)} ${box.isLeaf ? '' : 'outer'}`}>
          <rect x={box.x} y={box.y} width={box.width} height={box.height} rx={box.state.kind === 'final' ? 20 : 6} />
          {box.isLeaf
            ? <TextLines text={box.state.title} x={box.x + box.width / 2} y={box.y + box.height / 2} room={Math.floor(box.width * text_room.per_px) - 1} />
            : <TextLines text={box.state.title} x={box.x + 10} y={box.y + 14} room={60} anchor="start" />}
        </g>
      ))}
      {drawing.arrows.map(({ line, head, isBack }) => (
        <g key={line} class={`arrow ${isBack ? 'back' : ''}`}><path class="line" d={line} /><path d={head} /></g>
      ))}
    </svg>
  );
}

function kindOf(state: Chart['states'][number], passed: ReadonlySet<string>): string {
  return `${state.active ? 'now' : passed.has(state.id) ? 'past' : 'ahead'} ${state.kind}`;
}
