import { inBoth } from '../../i18n';

const vi = {
  groups: {
    decide: 'Chờ duyệt',
    returned: 'Bị trả lại',
    overdue: 'Quá hạn',
    due_today: 'Hạn hôm nay',
    due_soon: 'Sắp đến hạn',
    announced: 'Mới giao',
    waiting: 'Đang chờ lãnh đạo',
    unassigned: 'Chưa phân công',
    coordinating: 'Phối hợp',
    later: 'Chưa đến hạn, chưa có hạn',
  },
  nothing: 'Không có việc nào đang chờ bạn.',
  nothingHint: 'Nhiệm vụ mới sẽ hiện ở đây ngay khi được giao.',
  nothingAbove: 'Không có gì chờ bạn duyệt; không có nhiệm vụ nào quá hạn hay sắp đến hạn.',
  nothingAboveHint: 'Kế hoạch, báo cáo và đề nghị gia hạn sẽ hiện ở đây ngay khi được gửi lên.',
  noPost: 'Bạn chưa có chức vụ trong cơ quan, nên chưa có việc nào. Hãy báo quản trị viên.',
  ofOffice: 'Toàn cơ quan',
  more: (count: number) => `Xem thêm ${count} việc`,
  extension: 'xin gia hạn',
  plan: 'Kế hoạch trình',
  report: 'Báo cáo',
  noNumber: 'không ghi số hiệu',
  returned: 'Bị trả lại:',
  reopened: 'Mở lại:',
};

const en: typeof vi = {
  groups: {
    decide: 'Awaiting decision',
    returned: 'Came back',
    overdue: 'Overdue',
    due_today: 'Due today',
    due_soon: 'Due soon',
    announced: 'Newly assigned',
    waiting: 'Waiting for the leader',
    unassigned: 'Not assigned',
    coordinating: 'Coordinating',
    later: 'Not due yet, no due date',
  },
  nothing: 'Nothing is waiting for you.',
  nothingHint: 'New tasks appear here as soon as they are announced.',
  nothingAbove: 'Nothing waits for your decision; no task is overdue or due soon.',
  nothingAboveHint: 'Plans, reports and requests for extension appear here as soon as they are sent up.',
  noPost: 'You hold no post in the office, and so have no work here. Tell an administrator.',
  ofOffice: 'The whole office',
  more: (count) => `Show ${count} more`,
  extension: 'asks for an extension',
  plan: 'Plan submitted',
  report: 'Report',
  noNumber: 'without a number',
  returned: 'Came back:',
  reopened: 'Reopened:',
};

export const myWords = inBoth(vi, en);
