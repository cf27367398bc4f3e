import { useEffect, useState } from 'preact/hooks';
import { call, get } from '../../api/client';
import type { Problem } from '../../api/problem';
import type { Plan, PlanFile, Timeline } from '../../api/types';
import { planWords } from './words';

interface Phase {
  id: string;
  title: string;
}

export interface Question {
  gone: readonly Phase[]; // under way, and not in the new plan
  phases: readonly Phase[]; // of the new plan
  files: readonly PlanFile[]; // of the new plan
}

const name = 'renamed-';

/// What has to be asked where it was refused for phases that are under way. The answer is of these
/// files: others have other phases.
export function useRenamed(campaign: string, files: readonly PlanFile[], refusal: Problem | undefined): Question | undefined {
  const [question, ask] = useState<Question | undefined>();
  useEffect(() => {
    if (refusal?.code === 'state_vanished' && refusal.task === undefined) {
      load(campaign, files, refusal.states).then(ask, () => undefined); // the refusal says it as well
    }
  }, [refusal, files]);
  return question && isOf(question, files) ? question : undefined;
}

export function isOf(question: Question, files: readonly PlanFile[]): boolean {
  return files.length === question.files.length
    && files.every((file, i) => file.name === question.files[i]?.name && file.text === question.files[i]?.text);
}

/// Which phase of the new plan is the one that is under way.
export function Renamed({ question }: { question: Question }) {
  const said = planWords.value;
  return (
    <fieldset class="choices">
      <legend class="label">{said.renamed}</legend>
      {question.gone.map((phase) => (
        <label key={phase.id}>
          {said.renamedOne(phase.title)}
          <select name={name + phase.id} required>
            <option value="">{said.choose}</option>
            {question.phases.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}
          </select>
        </label>
      ))}
    </fieldset>
  );
}

/// What was answered: old ids and new ones.
export function renamedIn(given: FormData): Record<string, string> {
  return Object.fromEntries([...given].filter(([key, value]) => key.startsWith(name) && value !== '')
    .map(([key, value]) => [key.slice(name.length), String(value)]));
}

async function load(campaign: string, files: readonly PlanFile[], gone: readonly string[]): Promise<Question> {
  const [timeline, plan] = await Promise.all([
    get<Timeline>(`/api/v1/campaigns/${encodeURIComponent(campaign)}/timeline`),
    call<Plan>('POST', '/api/v1/plans/show', { body: { files } }),
  ]);
  const title = (id: string) => timeline.phases.find((phase) => phase.id === id)?.title ?? id;
  return { gone: gone.map((id) => ({ id, title: title(id) })), phases: plan.body.phases, files };
}
