import { inBoth } from '../../i18n';

const vi = {
  filter: 'Lọc nhiệm vụ',
  search: 'Tìm trong tên, đơn vị, thời gian',
  searchHint: 'có dấu hay không dấu đều được',
  clear: 'Bỏ lọc',
  found: (count: number, more: boolean) => `${count}${more ? '+' : ''} nhiệm vụ`,
  foundOurs: (count: number, more: boolean) => `${count}${more ? '+' : ''} nhiệm vụ của đơn vị`,
  none: 'Không có nhiệm vụ nào như vậy.',
  noneAtAll: 'Chưa có nhiệm vụ nào.',
  task: 'Nhiệm vụ',
  allStates: 'Mọi trạng thái',
  allTimes: 'Mọi thời hạn',
  allUnits: 'Mọi đơn vị',
  allCampaigns: 'Mọi kế hoạch',
};

const en: typeof vi = {
  filter: 'Filter tasks',
  search: 'Search titles, units, periods',
  searchHint: 'with or without marks',
  clear: 'Clear the filter',
  found: (count, more) => `${count}${more ? '+' : ''} ${count === 1 && !more ? 'task' : 'tasks'}`,
  foundOurs: (count, more) => `${count}${more ? '+' : ''} ${count === 1 && !more ? 'task' : 'tasks'} of your unit`,
  none: 'There is no such task.',
  noneAtAll: 'There are no tasks yet.',
  task: 'Task',
  allStates: 'Any state',
  allTimes: 'Any time status',
  allUnits: 'Any unit',
  allCampaigns: 'Any plan',
};

export const tasksWords = inBoth(vi, en);
