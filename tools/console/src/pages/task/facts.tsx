import type { TaskDetail } from '../../api/types';
import { unitName } from '../../api/units';
import { words } from '../../i18n';
import { dayText, longDay, periodText } from '../../i18n/dates';
import { Progress } from '../../ui/percent';
import { Fact } from './fact';
import { Relations } from './relations';
import { pageWords } from './words';

/// What the plan and the record say of it.
export function Facts({ task }: { task: TaskDetail }) {
  const said = pageWords.value;
  const { task: names, certainty } = words.value;
  const moved = task.first_due !== null && task.first_due !== task.due;
  return (
    <dl class="facts">
      <Fact name={names.lead}><Units parts={task.lead} /></Fact>
      {task.coordinating.length > 0 && <Fact name={names.coordinating}><Units parts={task.coordinating} /></Fact>}
      <Fact name={said.printed}>
        {task.phrase ? <q>{task.phrase}</q> : <span class="soft">{words.value.common.none}</span>}
        {task.certainty !== 'firm' && !says(task.phrase, certainty[task.certainty]) && <span class="soft"> ({certainty[task.certainty]})</span>}
      </Fact>
      {task.due !== null && (task.dates_fixed || !says(task.phrase, periodText(task.start, task.due))) && (
        <Fact name={task.dates_fixed ? said.fixed : said.resolved}>{periodText(task.start, task.due)}</Fact>
      )}
      <Fact name={names.due}>
        {task.due === null ? names.noDue : <strong>{longDay(task.due)}</strong>}
        {moved && (
          <div class="small soft">
            {names.firstDue}: <s>{dayText(task.first_due!)}</s>{task.extensions > 0 && `, ${names.extensions(task.extensions)}`}
          </div>
        )}
      </Fact>
      {task.asked && <Fact name={said.asked}><strong>{dayText(task.asked.due)}</strong>: {task.asked.reason}</Fact>}
      <Relations task={task} />
      {(task.plan_owed || task.plan_document) && (
        <Fact name={said.planDocument}>{task.plan_document || <span class="soft">{said.planOwed}</span>}</Fact>
      )}
      {task.report_document && <Fact name={said.reportDocument}>{task.report_document}</Fact>}
      <Fact name={names.percent}>
        <Progress task={task} />
        {task.progress && <div class="small">{task.progress}</div>}
      </Fact>
      {task.source && <Fact name={said.source}>{task.source}</Fact>}
    </dl>
  );
}

/// Whether the plan has printed those words itself: they are not said once more.
function says(phrase: string, words: string): boolean {
  return phrase.toLocaleLowerCase().includes(words.toLocaleLowerCase());
}

function Units({ parts }: { parts: TaskDetail['lead'] }) {
  if (parts.length === 0) {
    return <em class="soft">{words.value.common.unassigned}</em>;
  }
  return (
    <ul>
      {parts.map((part) => <li key={part.unit}>{unitName(part.unit)}{part.scope && <span class="soft"> – {part.scope}</span>}</li>)}
    </ul>
  );
}
