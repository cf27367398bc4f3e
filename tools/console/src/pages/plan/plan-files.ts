import { Problem } from '../../api/problem';
import type { PlanFile } from '../../api/types';
import { planWords } from './words';

/// The files that were chosen, under the names by which the plan calls them: browsers give a name
/// without its folder. The plan comes first; what was not chosen stays as it is in force.
export async function filesOf(chosen: readonly File[], in_force: readonly PlanFile[]): Promise<PlanFile[]> {
  return completed(await Promise.all(chosen.map(async (file) => ({ name: file.name, text: await file.text() }))), in_force);
}

export function completed(read: readonly PlanFile[], in_force: readonly PlanFile[]): PlanFile[] {
  const plans = read.filter(({ text }) => (schemaOf(text) ?? 'plan') === 'plan'); // what says nothing may be meant as one
  const plan = plans[0] ?? in_force[0] ?? read[0];
  if (plan === undefined || plans.length > 1) {
    throw new Problem(0, 'not_one_plan', planWords.value.onePlan);
  }
  const others = read.filter((file) => file !== plan).map((file) => ({ ...file, name: nameIn(plan.text, file) }));
  return [plan, ...others, ...in_force.slice(1).filter(({ name }) => others.every((other) => other.name !== name))];
}

function nameIn(plan: string, { name, text }: PlanFile): string {
  switch (schemaOf(text)) {
    case 'organisation':
      return /^organisation:\s*["']?([^\s"'#]+)/m.exec(plan)?.[1] ?? name;
    case 'kind':
      return `kinds/${/^id:\s*["']?([\w-]+)/m.exec(text)?.[1] ?? name.replace(/\.yaml$/, '')}.yaml`;
    default:
      return name;
  }
}

/// "plan" of a file that says tiendo/plan/1.
function schemaOf(text: string): string | undefined {
  return /^schema:\s*["']?tiendo\/([a-z]+)\/\d/m.exec(text)?.[1];
}
