import { personName } from '../../api/people';
import { taskPath } from '../../api/task-path';
import type { History, HistoryEntry, Task, TaskDetail } from '../../api/types';
import { words } from '../../i18n';
import { instantText } from '../../i18n/dates';
import { stagesOf, stageText, useHistory, type Stage } from '../../task/history';
import { Icon } from '../../ui/icons';
import { cameBack } from './told';
import { myWords } from './words';

/// What a leader is asked to decide on: its number, whose it is, and the files, first those of it.
export function Submitted({ task }: { task: TaskDetail }) {
  const said = myWords.value;
  const isPlan = task.state === 'plan_submitted';
  const { value, loading } = useHistory(task);
  const entry = value && lastOf(value, isPlan ? 'plan_submitted' : 'reported');
  const number = isPlan ? task.plan_document : task.report_document;
  return (
    <>
      <p class="small">
        {isPlan ? said.plan : said.report}: <strong>{number || said.noNumber}</strong>
        {loading && entry === undefined && <span class="soft"> · {words.value.common.loading}</span>}
        {entry?.actor && <span class="soft"> · {personName(entry.actor)}, {instantText(entry.at)}</span>}
      </p>
      {value && (isPlan ? ['before', 'work'] as const : ['work', 'before'] as const).map((stage) => <Files key={stage} stage={stage} task={task} history={value} />)}
    </>
  );
}

/// The files of one stage, under what they belong to.
function Files({ stage, task, history }: { stage: Stage; task: TaskDetail; history: History }) {
  const stages = stagesOf(history);
  const files = task.evidence.filter((file) => stages.get(file.hash) === stage);
  return files.length === 0 ? null : (
    <p class="small work-files">
      <span class="soft">{stageText(stage, task)}:</span>
      {files.map((file) => (
        <a key={file.hash + file.name} href={`${taskPath(task)}/evidence/${file.hash}`} download={file.name}><Icon name="file" size={13} />{file.name}</a>
      ))}
    </p>
  );
}

function lastOf({ history }: History, type: string): HistoryEntry | undefined {
  return history.filter((entry) => entry.type === type).at(-1);
}

/// That a plan or a report came back, or what was accepted was opened again, and why: the unit was told
/// so, and the task is as that left it.
export function Returned({ task }: { task: Task }) {
  const said = myWords.value;
  const type = cameBack(task);
  const { value } = useHistory(task, type !== '');
  const entry = value && lastOf(value, type);
  return entry === undefined ? null : (
    <p class="small work-returned"><Icon name="reload" size={13} /><strong>{entry.type === 'reopened' ? said.reopened : said.returned}</strong>
      <span>{entry.text.slice(entry.text.indexOf(': ') + 2)}</span></p>
  );
}
