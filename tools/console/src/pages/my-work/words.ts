import { inBoth } from '../../i18n';

const vi = {
  groups: {
    decide: 'Chờ duyệt',
    overdue: 'Quá hạn',
    due_today: 'Hạn hôm nay',
    due_soon: 'Sắp đến hạn',
    coordinating: 'Phối hợp',
    later: 'Chưa đến hạn, không hạn',
  },
  nothing: 'Không có việc nào đang chờ bạn.',
  nothingHint: 'Nhiệm vụ mới sẽ hiện ở đây ngay khi được giao.',
  noPost: 'Bạn chưa có chức vụ trong cơ quan, nên chưa có việc nào. Hãy báo quản trị viên.',
  ofOffice: 'Toàn cơ quan',
  more: (count: number) => `Xem thêm ${count} việc`,
  extension: 'xin gia hạn',
  plan: 'Kế hoạch trình',
  report: 'Báo cáo',
  noNumber: 'không ghi số hiệu',
  returned: 'Bị trả lại:',
};

const en: typeof vi = {
  groups: {
    decide: 'Awaiting decision',
    overdue: 'Overdue',
    due_today: 'Due today',
    due_soon: 'Due soon',
    coordinating: 'Coordinating',
    later: 'Not due yet, no due date',
  },
  nothing: 'Nothing is waiting for you.',
  nothingHint: 'New tasks appear here as soon as they are announced.',
  noPost: 'You hold no post in the office, and so have no work here. Tell an administrator.',
  ofOffice: 'The whole office',
  more: (count) => `Show ${count} more`,
  extension: 'asks for an extension',
  plan: 'Plan submitted',
  report: 'Report',
  noNumber: 'without a number',
  returned: 'Came back:',
};

export const myWords = inBoth(vi, en);
