import type { Task, TimeStatus as Status } from '../api/types';
import { words } from '../i18n';
import { Icon, type IconName } from './icons';

/// How a task stands in time, for people: what never had a due date and is finished is finished.
export type Standing = Status | 'done_undated';

const icons: Record<Standing, IconName> = {
  not_due: 'clock',
  due_soon: 'soon',
  due_today: 'today',
  overdue: 'overdue',
  awaiting_acceptance: 'check',
  done_in_time: 'done',
  done_late: 'doneLate',
  done_undated: 'done',
  no_due_date: 'none',
};

export function standingOf(status: string | null, state: Task['state']): Standing | null {
  return status === 'no_due_date' && state === 'accepted' ? 'done_undated' : status as Status | null;
}

export function standingName(standing: Standing): string {
  return standing === 'done_undated' ? words.value.doneUndated : words.value.status[standing];
}

export function statusText(status: Standing, days_late: number): string {
  const { daysLate, justLate } = words.value;
  if (status !== 'overdue') {
    return standingName(status);
  }
  return days_late > 0 ? daysLate(days_late) : justLate;
}

/// The colours of a time status, as a class.
export function timeClass(status: string | null, days_late: number): string {
  return isLateReport(status, days_late) ? `${status} late` : status ?? '';
}

/// What waits for acceptance and was reported after it was due: waiting is not the whole of it.
function isLateReport(status: string | null, days_late: number): boolean {
  return status === 'awaiting_acceptance' && days_late > 0;
}

/// Always icon, text and colour. Nothing for a task without one: cancelled, suspended. `text`: in other words.
export function TimeStatus({ status, days_late = 0, text }: { status: string | null; days_late?: number; text?: string | undefined }) {
  if (status === null) {
    return null;
  }
  const known = status as Standing;
  return (
    <span class={`time-status ${timeClass(status, days_late)}`}>
      <Icon name={icons[known]} />
      {isLateReport(status, days_late) ? (
        <span>
          <span class="late-what">{statusText(known, 0)}<span class="unseen">, </span></span>
          <span class="late-by">{words.value.reportedLate(days_late)}</span>
        </span>
      ) : text ?? statusText(known, days_late)}
    </span>
  );
}

export function TaskTime({ task: { time, state } }: { task: Pick<Task, 'time' | 'state'> }) {
  return <TimeStatus status={standingOf(time.status, state)} days_late={time.days_late} />;
}

export function TaskState({ state }: { state: Task['state'] }) {
  return <span class={`state ${state}`}>{words.value.state[state]}</span>;
}
