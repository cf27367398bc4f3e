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
  const { status: names, daysLate, justLate, reportedLate } = words.value;
  if (status === 'awaiting_acceptance' && days_late > 0) {
    return reportedLate(days_late);
  }
  if (status !== 'overdue') {
    return names[status];
  }
  return days_late > 0 ? daysLate(days_late) : justLate;
}

/// Always icon, text and colour. Nothing for a task without one: cancelled, suspended.
export function TimeStatus({ status, days_late = 0 }: { status: string | null; days_late?: number }) {
  if (status === null) {
    return null;
  }
  const known = status as Status;
  return (
    <span class={`time-status ${known}`}>
      <Icon name={icons[known]} />
      {statusText(known, days_late)}
    </span>
  );
}

export function TaskTime({ time }: { time: Task['time'] }) {
  return <TimeStatus status={time.status} days_late={time.days_late} />;
}

export function TaskState({ state }: { state: Task['state'] }) {
  return <span class={`state ${state}`}>{words.value.state[state]}</span>;
}
