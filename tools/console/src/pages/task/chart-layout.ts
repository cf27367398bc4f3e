import type { TaskDetail } from '../../api/types';

export type Chart = NonNullable<TaskDetail['chart']>;
type State = Chart['states'][number];

/// A state where it is drawn.
export interface Box {
  state: State;
  x: number;
  y: number;
  width: number;
  height: number;
  isLeaf: boolean;
}

/// From one box to another: the next one (straight), or around the others.
export interface Arrow {
  line: string;
  head: string;
  isBack: boolean;
}

export interface Layout {
  boxes: Box[];
  arrows: Arrow[];
  width: number;
  height: number;
}

export const text_room = { per_px: 1 / 7.1 };
const leaf_height = 40;
const gap = 22;
const pad = 10;
const title_height = 26;
const lane = 13; // between two arrows that go around

/// One below the other, in the order of the declaration; what runs at the same time is one box below
/// the other in a dashed one, two states of it side by side.
export function layOut(chart: Chart, width: number): Layout {
  const children = (parent: string | null) =>
    chart.states.filter((state) => state.parent === parent && state.kind !== 'history');
  const boxes = new Map<string, Box>();
  const arrows: Arrow[] = [];

  const around = (ids: readonly string[]) => chart.arrows
    .map(({ from, to }) => ({ from: ids.find((id) => holds(id, from)), to: ids.find((id) => holds(id, to)) }))
    .filter((one): one is { from: string; to: string } => one.from !== undefined && one.to !== undefined && one.from !== one.to);
  const parents = new Map(chart.states.map((state) => [state.id, state.parent]));
  const holds = (outer: string, inner: string): boolean => {
    for (let at: string | null | undefined = inner; at; at = parents.get(at)) {
      if (at === outer) {
        return true;
      }
    }
    return false;
  };

  /// The states inside `parent`, from (x, y) on. Answers with the height.
  const stack = (parent: string | null, x: number, y: number, room: number, isParallel: boolean): number => {
    const inside = children(parent);
    const ids = inside.map((state) => state.id);
    const links = isParallel ? [] : around(ids);
    const span = ({ from, to }: { from: string; to: string }) => Math.abs(ids.indexOf(to) - ids.indexOf(from));
    const far = unique(links.filter(({ from, to }) => ids.indexOf(to) !== ids.indexOf(from) + 1)).sort((a, b) => span(a) - span(b));
    const body = room - (far.length > 0 ? far.length * lane + 8 : 0);
    let at = y;
    for (const state of inside) {
      at += place(state, x, at, body) + (isParallel ? pad : gap);
    }
    for (const { from, to } of unique(links.filter((link) => !far.includes(link) && ids.indexOf(link.to) === ids.indexOf(link.from) + 1))) {
      const [upper, lower] = [boxes.get(from)!, boxes.get(to)!];
      const middle = Math.min(upper.x + upper.width / 2, lower.x + lower.width / 2);
      arrows.push({ line: `M${middle} ${upper.y + upper.height}V${lower.y - 2}`, head: `M${middle - 4} ${lower.y - 7}l4 5 4 -5`, isBack: false });
    }
    far.forEach(({ from, to }, i) => arrows.push(detour(boxes.get(from)!, boxes.get(to)!, x + body + 8 + i * lane, i)));
    return at - y - (isParallel ? pad : gap);
  };

  /// Two states that follow each other, side by side.
  const pair = (first: State, second: State, x: number, y: number, room: number): number => {
    const half = (room - gap) / 2;
    const height = Math.max(place(first, x, y, half), place(second, x + half + gap, y, half));
    const middle = y + height / 2;
    arrows.push({ line: `M${x + half} ${middle}h${gap - 2}`, head: `M${x + half + gap - 7} ${middle - 4}l5 4 -5 4`, isBack: false });
    return height;
  };

  const place = (state: State, x: number, y: number, room: number): number => {
    const inside = children(state.id);
    let height = leaf_height;
    if (inside.length > 0) {
      const [first, second] = inside;
      const isPair = inside.length === 2 && first && second && state.kind === 'compound' && !children(first.id).length
        && !children(second.id).length && around([first.id, second.id]).length === 1;
      const [left, top, body] = [x + pad, y + title_height, room - 2 * pad];
      height = title_height + pad + (isPair ? pair(first, second, left, top, body)
        : stack(state.id, left, top, body, state.kind === 'parallel'));
    }
    boxes.set(state.id, { state, x, y, width: room, height, isLeaf: inside.length === 0 });
    return height;
  };

  const height = stack(null, 1, 1, width - 2, false);
  // Outer boxes first: what is inside is drawn on them.
  const drawn = chart.states.map((state) => boxes.get(state.id)).filter((box): box is Box => box !== undefined);
  return { boxes: drawn, arrows, width, height: height + 2 };
}

function unique(links: ReadonlyArray<{ from: string; to: string }>): Array<{ from: string; to: string }> {
  return links.filter((link, i) => links.findIndex((one) => one.from === link.from && one.to === link.to) === i);
}

/// Out to the right, along a lane of its own, and back in. Several at one box stand apart.
function detour(from: Box, to: Box, x: number, i: number): Arrow {
  const apart = ((i % 4) - 1.5) * 6;
  const [y0, y1] = [from.y + from.height / 2 + apart, to.y + to.height / 2 + apart];
  const turn = y1 > y0 ? 5 : -5;
  const end = to.x + to.width + 2;
  return {
    line: `M${from.x + from.width} ${y0}H${x - 5}q5 0 5 ${turn}V${y1 - turn}q0 ${turn} -5 ${turn}H${end}`,
    head: `M${end + 5} ${y1 - 4}l-5 4 5 4`,
    isBack: y1 < y0,
  };
}
