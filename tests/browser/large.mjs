// A campaign of many tasks, for what only many show.

/// The answer of a campaign, with so many tasks all over the year in place of its own.
export function enlarged(tasks, timeline) {
  const day = (number) => new Date(Date.UTC(2025, 0, 1 + number)).toISOString().slice(0, 10);
  const states = ['announced', 'in_progress', 'accepted', 'reported', 'suspended'];
  const statuses = ['not_due', 'overdue', 'due_soon', 'done_late', 'no_due_date'];
  timeline.tasks = Array.from({ length: tasks }, (_, i) => {
    const known = timeline.tasks[i % timeline.tasks.length];
    const start = (i * 37) % 330;
    const due = day(start + 5 + (i * 13) % 30);
    return { ...known, id: `viec-${i}`, start: day(start), planned_start: day(start), due, first_due: i % 5 === 0 ? day(start + 4) : due,
      extensions: i % 5 === 0 ? 1 : 0, state: states[i % states.length], status: i % 5 === 4 ? null : statuses[i % statuses.length],
      days_late: i % 9, percent: (i * 7) % 100, certainty: i % 3 === 0 ? 'tentative' : 'firm' };
  });
  return timeline;
}
