import type { Chart } from './chart-layout';

type State = Chart['states'][number];

/// The states through which the procedure has certainly gone. It is known where it stands and not which
/// way it came: they are those without which there is no way from the beginning to there. It begins with
/// what is declared first.
export function passedStates(chart: Chart): ReadonlySet<string> {
  const parents = new Map(chart.states.map((state) => [state.id, state.parent]));
  const childrenOf = (parent: string | null) => chart.states.filter((state) => state.parent === parent && state.kind !== 'history');
  const passed = new Set<string>();

  /// The child of `parent` in which `id` lies.
  const childHolding = (parent: string | null, id: string): string | undefined => {
    for (let at: string | null | undefined = id; at; at = parents.get(at)) {
      if (parents.get(at) === parent) {
        return at;
      }
    }
    return undefined;
  };

  /// Those inside `parent` that have to be gone through before `ends` are all reached; with them.
  const onTheWay = (parent: string | null, ends: readonly string[]): State[] => {
    const inside = childrenOf(parent);
    const links = chart.arrows.map(({ from, to }) => [childHolding(parent, from), childHolding(parent, to)] as const);
    const reached = (without: string) => {
      const seen = new Set(inside[0] === undefined || inside[0].id === without ? [] : [inside[0].id]);
      for (const at of seen) { // grows while it is walked
        links.filter(([from, to]) => from === at && to !== undefined && to !== without).forEach(([, to]) => seen.add(to as string));
      }
      return seen;
    };
    return inside.filter((state) => ends.includes(state.id) || ends.every((end) => !reached(state.id).has(end)));
  };

  /// A state that was left: itself, and what is on every way through it. Where it can be left as a whole
  /// for more than one reason, nothing is known of what is inside.
  const leave = (state: State): void => {
    passed.add(state.id);
    const inside = childrenOf(state.id);
    const left_from = chart.arrows.filter(({ from, to }) => childHolding(state.id, from) !== undefined && childHolding(state.id, to) === undefined)
      .map(({ from }) => childHolding(state.id, from) as string);
    if (new Set(chart.arrows.filter(({ from }) => from === state.id).map(({ to }) => to)).size > 1) {
      return;
    }
    if (state.kind === 'parallel') {
      inside.filter(() => left_from.length === 0).forEach(leave);
    } else if (inside.length > 0) {
      const ends = [...new Set([...inside.filter((one) => one.kind === 'final').map((one) => one.id), ...left_from])];
      const certain = ends.map((end) => onTheWay(state.id, [end]).map((one) => one.id));
      inside.filter((one) => certain.length > 0 && certain.every((ids) => ids.includes(one.id))).forEach(leave);
    }
  };

  /// Down to where it stands, in every part that runs at the same time.
  const follow = (parent: string | null, isParallel: boolean): void => {
    const active = childrenOf(parent).filter((state) => state.active);
    if (!isParallel) {
      active.flatMap((state) => onTheWay(parent, [state.id])).filter((state) => !state.active).forEach(leave);
    }
    active.forEach((state) => follow(state.id, state.kind === 'parallel'));
  };
  follow(null, false);
  return passed;
}
