import type { TaskDetail } from '../api/types';
import { taskWords } from './words';

type Step = TaskDetail['steps'][number];
type Chart = NonNullable<TaskDetail['chart']>;

/// What the procedure waits for. Where there is a choice nobody has made it beforehand: a step cannot
/// be taken back.
export function StepChoice({ task }: { task: TaskDetail }) {
  const isOne = task.steps.length === 1;
  return (
    <fieldset class="choices">
      <legend class="label">{taskWords.value.step}</legend>
      {task.steps.map((step, i) => (
        <label key={step.step} class="check">
          <input type="radio" name="step" value={step.step} required defaultChecked={isOne} autofocus={i === 0} />
          <StepText step={step} chart={task.chart} />
        </label>
      ))}
    </fieldset>
  );
}

function StepText({ step, chart }: { step: Step; chart: Chart | null }) {
  const said = taskWords.value;
  const from = titleOf(step.from, chart);
  const branch = branchOf(step.from, chart);
  const to = step.leads_to || step.step;
  return (
    <span>
      {branch && <strong>{branch}: </strong>}
      {step.to === null ? said.stepEnds(from, step.step) : isBack(step, chart) ? said.stepBack(from, to) : said.stepOn(from, to)}
    </span>
  );
}

function titleOf(id: string, chart: Chart | null): string {
  return chart?.states.find((state) => state.id === id)?.title ?? id;
}

/// To a state that stands before, in the order in which the procedure was written.
function isBack(step: Step, chart: Chart | null): boolean {
  const place = (id: string | null) => chart?.states.findIndex((state) => state.id === id) ?? -1;
  return place(step.to) >= 0 && place(step.to) < place(step.from);
}

/// Of what runs at the same time, the part in which a state lies; else nothing.
function branchOf(id: string, chart: Chart | null): string | undefined {
  const stateOf = (of: string | null) => chart?.states.find((state) => state.id === of);
  for (let at = stateOf(id); at; at = stateOf(at.parent)) {
    if (stateOf(at.parent)?.kind === 'parallel') {
      return at.title;
    }
  }
  return undefined;
}
