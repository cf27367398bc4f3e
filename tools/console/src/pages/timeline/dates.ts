import { words } from '../../i18n';
import { dayText, periodText } from '../../i18n/dates';
import type { Bar } from './data';
import { timelineWords } from './words';

/// "01/01/2025 – 31/03/2025 (dự kiến)", or from when on, or that there is no due date.
export function windowText(task: Bar): string {
  const { certainty, task: said } = words.value;
  const sure = task.certainty === 'firm' ? '' : ` (${certainty[task.certainty]})`;
  const period = task.due === null ? `${task.start === null ? '' : `${timelineWords.value.start.toLowerCase()} ${dayText(task.start)}, `}${said.noDue}`
    : periodText(task.start, task.due);
  return `${period}${sure}`;
}

/// The dates of the first plan where they are others; empty where they are not.
export function firstText(task: Bar): string {
  return task.first_due === null || (task.first_due === task.due && task.planned_start === task.start)
    ? '' : periodText(task.planned_start, task.first_due);
}

/// All of it in a sentence.
export function datesText(task: Bar): string {
  const { first, extended } = timelineWords.value;
  const before = firstText(task);
  return [windowText(task), before && `${first}: ${before}`, task.extensions > 0 && extended(task.extensions)]
    .filter(Boolean).join('; ');
}
