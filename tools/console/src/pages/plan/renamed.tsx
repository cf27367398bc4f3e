import { useEffect, useState } from 'preact/hooks';
import { call, get } from '../../api/client';
import type { Plan, PlanFile, Timeline } from '../../api/types';
import { planWords } from './words';

interface Phase {
  id: string;
  title: string;
}

export interface Question {
  gone: readonly Phase[]; // under way, and not in the new plan
  phases: readonly Phase[]; // of the new plan
}

const name = 'renamed-';

/// What has to be asked where it was refused for the phase that is under way.
export function useRenamed(campaign: string, files: readonly PlanFile[], is_refused: boolean): Question | undefined {
  const [question, ask] = useState<Question | undefined>();
  useEffect(() => {
    if (is_refused && files.length > 0) {
      load(campaign, files).then(ask, () => undefined); // the refusal says it as well
    }
  }, [is_refused, files]);
  return question && question.gone.length > 0 ? question : undefined;
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

async function load(campaign: string, files: readonly PlanFile[]): Promise<Question> {
  const [timeline, plan] = await Promise.all([
    get<Timeline>(`/api/v1/campaigns/${encodeURIComponent(campaign)}/timeline`),
    call<Plan>('POST', '/api/v1/plans/show', { body: { files } }),
  ]);
  const { phases } = plan.body;
  const active = timeline.phases.filter((phase) => phase.active)
    .flatMap(({ id, title, within }) => [...(within === null ? [] : [{ id: within, title: within }]), { id, title }]);
  const gone = new Map(active.filter(({ id }) => !phases.some((phase) => phase.id === id)).map((phase) => [phase.id, phase]));
  return { gone: [...gone.values()], phases };
}
