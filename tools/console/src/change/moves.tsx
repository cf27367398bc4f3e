import { useState } from 'preact/hooks';
import type { Move } from '../api/types';
import { dayOf, dayText, instantText } from '../i18n/dates';
import { Button } from '../ui/parts';
import { WasIs } from './difference';
import { changeWords } from './words';

const shown_first = 30;
const due = 'due';

interface MovesProps {
  of: readonly Move[];
  at: string; // when they were worked out
}

/// Every deadline and reminder that is at another time afterwards, by task: the deadline at once, what
/// follows from it when asked for.
export function Moves({ of, at }: MovesProps) {
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
        {[...tasks].slice(0, count).map(([key, moves]) => <OfTask key={key} of={moves} at={at} />)}
      </ul>
      {rest > 0 && <Button kind="quiet" onClick={() => show(count + 3 * shown_first)}>{said.movesMore(rest)}</Button>}
    </section>
  );
}

function OfTask({ of, at }: MovesProps) {
  const first = of.filter((move) => move.rung === due);
  const others = of.filter((move) => move.rung !== due);
  return (
    <li>
      <p>{of[0]?.title}</p>
      <List of={first} at={at} />
      {others.length > 0 && (
        <details open={first.length === 0}>
          <summary>{changeWords.value.reminders(others.length)}</summary>
          <List of={others} at={at} />
        </details>
      )}
    </li>
  );
}

function List({ of, at }: MovesProps) {
  return of.length === 0 ? null : (
    <dl class="was-is">
      {of.map((move) => (
        <div key={move.rung}><dt>{move.text}</dt><dd><WasIs {...textsOf(move, at)} /></dd></div>
      ))}
    </dl>
  );
}

/// As days, with the time of day where only that is another. A due date has passed when its day ends.
function textsOf({ rung, before, after }: Move, at: string): { before: string | null; after: string | null } {
  const instant = (text: string | null) => (text === null ? null : Date.parse(text) - (rung === due ? 1 : 0));
  const [was, is] = [instant(before), instant(after)];
  const same_day = was !== null && is !== null && dayOf(was) === dayOf(is);
  const text = (ms: number) => (same_day ? instantText(ms) : dayText(dayOf(ms)));
  const past = was !== null && was <= Date.parse(at);
  return { before: was === null ? null : past ? changeWords.value.past(text(was)) : text(was), after: is === null ? null : text(is) };
}
