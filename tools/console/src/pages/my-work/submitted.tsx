import { personName } from '../../api/people';
import { taskPath } from '../../api/task-path';
import type { History, HistoryEntry, Task, TaskDetail } from '../../api/types';
import { words } from '../../i18n';
import { instantText } from '../../i18n/dates';
import { Icon } from '../../ui/icons';
import { useResource } from '../../ui/resource';
import { cameBack } from './told';
import { myWords } from './words';

interface Last {
  entry: HistoryEntry | undefined;
  loading: boolean;
}

/// The last entry of a type in the record of the task; nothing is read where none is wanted.
function useLast(task: { campaign: string; id: string }, type: string): Last {
  const { value, loading } = useResource<History>(type === '' ? '' : `${taskPath(task)}/history`,
    (happened) => happened.campaign === task.campaign && happened.task === task.id);
  return { entry: value?.history.filter((entry) => entry.type === type).at(-1), loading };
}

/// What a leader is asked to decide on: its number, whose it is, and the files.
export function Submitted({ task }: { task: TaskDetail }) {
  const said = myWords.value;
  const isPlan = task.state === 'plan_submitted';
  const { entry, loading } = useLast(task, isPlan ? 'plan_submitted' : 'reported');
  const number = isPlan ? task.plan_document : task.report_document;
  return (
    <>
      <p class="small">
        {isPlan ? said.plan : said.report}: <strong>{number || said.noNumber}</strong>
        {loading && entry === undefined && <span class="soft"> · {words.value.common.loading}</span>}
        {entry?.actor && <span class="soft"> · {personName(entry.actor)}, {instantText(entry.at)}</span>}
      </p>
      {task.evidence.length > 0 && (
        <p class="small work-files">
          {task.evidence.map((file) => (
            <a key={file.hash + file.name} href={`${taskPath(task)}/evidence/${file.hash}`} download={file.name}><Icon name="file" size={13} />{file.name}</a>
          ))}
        </p>
      )}
    </>
  );
}

/// That a plan or a report came back, or what was accepted was opened again, and why: the unit was told
/// so, and the task is as that left it.
export function Returned({ task }: { task: Task }) {
  const said = myWords.value;
  const { entry } = useLast(task, cameBack(task));
  return entry === undefined ? null : (
    <p class="small work-returned"><Icon name="reload" size={13} /><strong>{entry.type === 'reopened' ? said.reopened : said.returned}</strong>
      <span>{entry.text.slice(entry.text.indexOf(': ') + 2)}</span></p>
  );
}
