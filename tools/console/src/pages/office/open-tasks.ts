import { get, query } from '../../api/client';
import type { CampaignList, Task, TaskList } from '../../api/types';

/// A task in which a unit that is merged has a part.
export interface OpenTask {
  task: Task;
  campaign: string; // its title
  leads: boolean;
}

/// What is neither accepted nor cancelled of these units, in campaigns that are still at work.
export async function concerned(of: readonly string[]): Promise<OpenTask[]> {
  const { campaigns } = await get<CampaignList>('/api/v1/campaigns');
  const at_work = new Map(campaigns.filter(({ state }) => state !== 'closed' && state !== 'cancelled').map(({ id, title }) => [id, title]));
  const all = new Map<string, OpenTask>();
  for (const unit of of) {
    for (const task of await tasksOf(unit)) {
      const campaign = at_work.get(task.campaign);
      if (campaign !== undefined && task.state !== 'accepted' && task.state !== 'cancelled') {
        const leads = task.lead.some((part) => of.includes(part.unit));
        all.set(nameOf(task), { task, campaign, leads });
      }
    }
  }
  return [...all.values()].sort((one, other) => Number(other.leads) - Number(one.leads));
}

export function nameOf({ campaign, id }: Task): string {
  return `${campaign}/${id}`;
}

async function tasksOf(unit: string): Promise<Task[]> {
  const tasks: Task[] = [];
  for (let next: string | null = ''; next !== null;) {
    const list: TaskList = await get<TaskList>(`/api/v1/tasks${query({ unit, sort: 'due', limit: '1000', cursor: next })}`);
    tasks.push(...list.tasks);
    next = list.next;
  }
  return tasks;
}
