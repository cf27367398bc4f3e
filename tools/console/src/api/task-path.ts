/// Where a task stands in the interface.
export function taskPath(task: { campaign: string; id: string }): string {
  return `/api/v1/campaigns/${encodeURIComponent(task.campaign)}/tasks/${encodeURIComponent(task.id)}`;
}
