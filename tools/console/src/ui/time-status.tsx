import type { Task, TimeStatus as Status } from '../api/types';
import { words } from '../i18n';
import { Icon, type IconName } from './icons';

const icons: Record<Status, IconName> = {
  not_due: 'clock',
  due_soon: 'soon',
  due_today: 'today',
  overdue: 'overdue',
  awaiting_acceptance: 'check',
  done_in_time: 'done',
  done_late: 'doneLate',
  no_due_date: 'none',
};

export function statusText(status: Status, days_late: number): string {
  const { status: names, daysLate, justLate } = words.value;
  if (status !== 'overdue') {
    return names[status];
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
  const known = status as Status;
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

export function TaskTime({ time }: { time: Task['time'] }) {
  return <TimeStatus status={time.status} days_late={time.days_late} />;
}

export function TaskState({ state }: { state: Task['state'] }) {
  return <span class={`state ${state}`}>{words.value.state[state]}</span>;
}
