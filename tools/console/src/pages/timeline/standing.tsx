import { TimeStatus } from '../../ui/time-status';
import { words } from '../../i18n';
import type { Bar } from './data';
import { statusOf } from './rows';

/// The time status as a pill; of a task that has none, what its state is.
export function TaskStanding({ task }: { task: Bar }) {
  return task.status === null
    ? <span class="time-status stopped">{words.value.state[task.state]}</span>
    : <TimeStatus status={statusOf(task)} days_late={task.days_late} />;
}
