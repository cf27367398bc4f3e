import type { Task } from '../api/types';
import { words } from '../i18n';

/// How far it is, as a bar and a figure.
export function PercentBar({ percent }: { percent: number }) {
  return (
    <span class="percent">
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect class="whole" width="100" height="8" />
        <rect class="part" width={Math.min(Math.max(percent, 0), 100)} height="8" />
      </svg>
      <span>{percent}%</span>
    </span>
  );
}

type Reported = Pick<Task, 'percent' | 'state'>;

/// How far it is, or that nobody has said so. Nothing before there is anything to say.
export function progressText({ percent, state }: Reported): string {
  return percent > 0 ? `${percent}%` : state === 'in_progress' ? words.value.task.notReported : '';
}

export function Progress({ task }: { task: Reported }) {
  return task.percent > 0 ? <PercentBar percent={task.percent} /> : <span class="soft small">{progressText(task) || '–'}</span>;
}
