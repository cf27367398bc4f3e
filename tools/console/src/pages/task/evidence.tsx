import { taskPath } from '../../api/task-path';
import type { Action, History, TaskDetail } from '../../api/types';
import { language } from '../../i18n';
import { isOpen } from '../../task/commands';
import { stagesOf, stageText, type Stage } from '../../task/history';
import { Icon } from '../../ui/icons';
import { Button } from '../../ui/parts';
import { pageWords } from './words';

export function Evidence({ task, history, onOpen }: { task: TaskDetail; history: History | undefined; onOpen: (action: Action) => void }) {
  const said = pageWords.value;
  const stages = history && stagesOf(history);
  const attach = task.actions.find((action) => action.command === 'attach');
  return (
    <section class="card" aria-labelledby="evidence">
      <div class="card-head">
        <h2 id="evidence">{said.evidence}</h2>
        {attach && isOpen(attach) && (
          <Button class="small" icon="file" aria-haspopup="dialog" onClick={() => onOpen(attach)}>{said.attach}</Button>
        )}
      </div>
      {task.evidence.length === 0 ? <p class="soft">{said.noEvidence}</p> : (
        <ul class="files">
          {task.evidence.map((file) => <File key={file.hash + file.name} file={file} task={task} stage={stages?.get(file.hash)} />)}
        </ul>
      )}
    </section>
  );
}

function File({ file: { hash, name, size }, task, stage }: { file: TaskDetail['evidence'][number]; task: TaskDetail; stage: Stage | undefined }) {
  return (
    <li>
      <Icon name="file" />
      <a href={`${taskPath(task)}/evidence/${hash}`} download={name}>{name}</a>
      <span class="soft small">{stage && `${stageText(stage, task)} · `}{sizeText(size)}</span>
    </li>
  );
}

function sizeText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    ++unit;
  }
  return `${size.toLocaleString(language.value, { maximumFractionDigits: size < 10 && unit > 0 ? 1 : 0 })} ${units[unit]}`;
}
