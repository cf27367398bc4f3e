import type { Signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useUnitNames } from '../../api/units';
import { words } from '../../i18n';
import { progressText } from '../../ui/percent';
import type { Bar } from './data';
import { firstText, windowText } from './dates';
import { TaskStanding } from './standing';
import { timelineWords } from './words';

export interface Told {
  task: Bar;
  x: number; // in the window
  y: number;
}

/// A task in full, beside the pointer or below the row that has the keyboard. The row says the same
/// to who does not see it.
export function Card({ told, steps }: { told: Signal<Told | undefined>; steps: ReadonlyMap<string, string> }) {
  const element = useRef<HTMLDivElement>(null);
  const shown = told.value;
  const units = useUnitNames();
  useLayoutEffect(() => {
    const card = element.current;
    if (card && shown) {
      const { offsetWidth, offsetHeight } = card;
      card.style.left = `${Math.max(Math.min(shown.x, innerWidth - offsetWidth - 12), 8)}px`;
      card.style.top = `${shown.y + offsetHeight > innerHeight - 8 ? Math.max(shown.y - offsetHeight - 40, 8) : shown.y}px`;
    }
  }, [shown]);
  if (!shown) {
    return null;
  }
  const { task } = shown;
  const { common, task: said, state } = words.value;
  const first = firstText(task);
  const progress = [progressText(task), steps.get(task.id)].filter(Boolean).join('; ');
  const facts: Array<[string, string]> = [
    [said.lead, task.lead.length > 0 ? task.lead.map(units.name).join(', ') : common.unassigned],
    [timelineWords.value.window, windowText(task)],
    ...(first ? [[timelineWords.value.first, first] as [string, string]] : []),
    [said.state, `${state[task.state]}${task.extensions > 0 ? `, ${said.extensions(task.extensions)}` : ''}`],
    ...(progress ? [[said.percent, progress] as [string, string]] : []),
  ];
  return (
    <div class="tl-card" ref={element} aria-hidden="true">
      <p class="tl-card-title">{task.title}</p>
      <TaskStanding task={task} />
      <dl>{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
    </div>
  );
}
