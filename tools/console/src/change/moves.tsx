import { useState } from 'preact/hooks';
import type { Move, PlanDifference } from '../api/types';
import { dayOf, dayText, instantText } from '../i18n/dates';
import { Button } from '../ui/parts';
import { WasIs } from './difference';
import { changeWords } from './words';

const shown_first = 30;
const due = 'due';

/// What the two versions of the plan have as days, where there are two.
type Planned = PlanDifference['days'];

interface MovesProps {
  of: readonly Move[];
  planned: Planned;
}

/// Every deadline and reminder that is at another time afterwards, by task: the deadline at once, what
/// follows from it when asked for.
export function Moves({ of, planned }: MovesProps) {
  const said = changeWords.value;
  const [count, show] = useState(shown_first);
  const tasks = new Map<string, Move[]>();
  for (const move of of) {
    const key = `${move.campaign}/${move.task}`;
    tasks.set(key, [...tasks.get(key) ?? [], move]);
  }
  const rest = tasks.size - count;
  return (
    <section>
      <h3>{said.moves}</h3>
      {of.length === 0 && <p class="soft">{said.noMoves}</p>}
      <ul class="things">
        {[...tasks].slice(0, count).map(([key, moves]) => <OfTask key={key} of={moves} planned={planned} />)}
      </ul>
      {rest > 0 && <Button kind="quiet" onClick={() => show(count + 3 * shown_first)}>{said.movesMore(rest)}</Button>}
    </section>
  );
}

function OfTask({ of, planned }: MovesProps) {
  const first = of.filter((move) => move.rung === due);
  const others = of.filter((move) => move.rung !== due);
  return (
    <li>
      <p>{of[0]?.title}</p>
      <List of={first} planned={planned} />
      {others.length > 0 && (
        <details open={first.length === 0}>
          <summary>{changeWords.value.reminders(others.length)}</summary>
          <List of={others} planned={planned} />
        </details>
      )}
    </li>
  );
}

function List({ of, planned }: MovesProps) {
  return of.length === 0 ? null : (
    <dl class="was-is">
      {of.map((move) => (
        <div key={move.rung}><dt>{move.text}</dt><dd><WasIs {...textsOf(move, planned)} /></dd></div>
      ))}
    </dl>
  );
}

/// As days, with the time of day where only that is another. A due date has passed when its day ends.
function textsOf({ task, rung, before, after }: Move, planned: Planned): { before: string | null; after: string | null } {
  const at = (instant: string | null) => (instant === null ? null : Date.parse(instant) - (rung === due ? 1 : 0));
  const [was, is] = [at(before), at(after)];
  const same_day = was !== null && is !== null && dayOf(was) === dayOf(is);
  const text = (instant: number | null) => (instant === null ? null : same_day ? instantText(instant) : dayText(dayOf(instant)));
  return { before: text(was) ?? pastText(planned.find((day) => day.task === task && day.rung === rung)?.before), after: text(is) };
}

/// What is left of a ladder moves; of what is over the plan says when it was.
function pastText(day: string | null | undefined): string | null {
  return day ? changeWords.value.past(dayText(day)) : null;
}
