import { Problem } from '../../api/problem';
import type { PlanFile } from '../../api/types';
import { planWords } from './words';

/// The files that were chosen, under the names by which the plan calls them: browsers give a name
/// without its folder. The plan comes first.
export async function filesOf(chosen: readonly File[]): Promise<PlanFile[]> {
  const read = await Promise.all(chosen.map(async (file) => ({ name: file.name, text: await file.text() })));
  const plans = read.filter(({ text }) => schemaOf(text) === 'plan');
  const plan = plans[0] ?? read[0];
  if (plan === undefined || plans.length > 1) {
    throw new Problem(0, 'not_one_plan', planWords.value.onePlan);
  }
  return [plan, ...read.filter((file) => file !== plan).map((file) => ({ ...file, name: nameIn(plan.text, file) }))];
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
