import { taskPath } from '../api/task-path';
import type { History, TaskDetail } from '../api/types';
import { useResource, type Resource } from '../ui/resource';
import { taskWords } from './words';

/// The record of the task; nothing is read where it is not wanted.
export function useHistory(task: { campaign: string; id: string }, is_wanted = true): Resource<History> {
  return useResource<History>(is_wanted ? `${taskPath(task)}/history` : '',
    (happened) => happened.campaign === task.campaign && happened.task === task.id);
}

/// When a file was attached: before there was work, or since.
export type Stage = 'before' | 'work';

const begins: Record<string, Stage> = {
  plan_begun: 'before', plan_submitted: 'before', plan_returned: 'before', plan_approved: 'work', started: 'work', reported: 'work',
};

/// Of each file that was attached, by its hash.
export function stagesOf({ history }: History): ReadonlyMap<string, Stage> {
  const stages = new Map<string, Stage>();
  let stage: Stage = 'before';
  for (const { type, file } of history) {
    stage = begins[type] ?? stage;
    if (file !== null) {
      stages.set(file, stage);
    }
  }
  return stages;
}

/// What the file belongs to, by when it was attached.
export function stageText(stage: Stage, { plan_owed, plan_document }: TaskDetail): string {
  const { ofPlan, ofTask, ofWork } = taskWords.value;
  return stage === 'work' ? ofWork : plan_owed || plan_document ? ofPlan : ofTask;
}
