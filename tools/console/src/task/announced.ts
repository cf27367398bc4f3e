import type { Action, Outcome, TaskDetail } from '../api/types';
import { partNames } from '../api/units';
import { words } from '../i18n';
import { dayText } from '../i18n/dates';
import { sentence } from '../i18n/sentence';
import { taskWords } from './words';

/// To whom the task is given out, and until when.
export function announcedTo({ lead, due }: TaskDetail): string {
  const { common, task } = words.value;
  return taskWords.value.announcedTo(lead.length > 0 ? partNames(lead) : common.unassigned, due === null ? task.noDue : dayText(due));
}

/// What was done, of which task where the page does not say so; of what was given out, also to whom.
export function doneText(task: TaskDetail, action: Action, { events }: Outcome, title = ''): string {
  const done = taskWords.value.done(sentence(events[0]?.text ?? action.text)) + (title && ` – ${title}`);
  return action.command === 'announce' ? `${done}. ${announcedTo(task)}` : done;
}
