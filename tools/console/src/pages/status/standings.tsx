import type { Task } from '../../api/types';
import { daysBetween } from '../../i18n/dates';
import { standingOf, TimeStatus } from '../../ui/time-status';
import { statusWords } from './words';

// How tasks stand on a sheet, which is read on other days than its own.

export interface Sheet {
  day: string; // of which it is
  until: string; // what is due until then comes next
}

export function isOpen({ time }: Task): boolean {
  return time.status === 'due_today' || time.status === 'due_soon' || time.status === 'not_due';
}

/// What is due on the day of the sheet, or within the time after it of which it speaks.
export function isNext(task: Task, { until }: Sheet): boolean {
  return isOpen(task) && task.due !== null && task.due <= until;
}

export function SheetTime({ task, sheet }: { task: Task; sheet: Sheet }) {
  const said = statusWords.value;
  const left = task.due === null ? 0 : daysBetween(sheet.day, task.due);
  const text = !isOpen(task) ? undefined : left === 0 ? said.dueThatDay : said.left(left);
  return <TimeStatus status={standingOf(task.time.status, task.state)} days_late={task.time.days_late} text={text} />;
}
