import { taskPath } from '../../api/task-path';
import type { Action, TaskDetail } from '../../api/types';
import { language } from '../../i18n';
import { isOpen } from '../../task/commands';
import { Icon } from '../../ui/icons';
import { Button } from '../../ui/parts';
import { pageWords } from './words';

export function Evidence({ task, onOpen }: { task: TaskDetail; onOpen: (action: Action) => void }) {
  const said = pageWords.value;
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
          {task.evidence.map((file) => (
            <li key={file.hash + file.name}>
              <Icon name="file" />
              <a href={`${taskPath(task)}/evidence/${file.hash}`} download={file.name}>{file.name}</a>
              <span class="soft small">{sizeText(file.size)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
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
