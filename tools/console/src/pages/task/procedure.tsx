import type { TaskDetail } from '../../api/types';
import { TextLines } from '../../ui/text-lines';
import { layOut, text_room, type Chart } from './chart-layout';
import { pageWords } from './words';

const width = 320;

/// The procedure of the kind, with the states in which it is.
export function Procedure({ chart, at }: { chart: Chart; at: TaskDetail['procedure'] }) {
  const drawing = layOut(chart, width);
  return (
    <svg class="drawing" viewBox={`0 0 ${drawing.width} ${drawing.height}`} width={drawing.width} height={drawing.height}
      role="img" aria-label={pageWords.value.procedureAt(at.join('; '))}>
      {drawing.boxes.map((box) => (
        <g key={box.state.id} class={`node ${kindOf(box.state)} ${box.isLeaf ? '' : 'outer'}`}>
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

function kindOf(state: Chart['states'][number]): string {
  return `${state.active ? 'now' : 'ahead'} ${state.kind}`;
}
