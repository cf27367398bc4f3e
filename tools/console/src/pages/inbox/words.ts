import { inBoth } from '../../i18n';

const vi = {
  none: 'Chưa có thông báo nào gửi cho bạn.',
  unread: (count: number) => (count === 0 ? 'Đã đọc hết' : `${count} chưa đọc`),
  onlyUnread: 'Chỉ chưa đọc',
  allRead: 'Đánh dấu đã đọc tất cả',
  isNew: 'chưa đọc',
  nothingNew: 'Không có thông báo chưa đọc.',
  to: (to: string) => `gửi ${to}`,
  leaders: 'lãnh đạo',
  office: 'văn phòng',
  head: (unit: string) => `trưởng ${unit}`,
};

const en: typeof vi = {
  none: 'Nothing has been sent to you yet.',
  unread: (count) => (count === 0 ? 'All is read' : `${count} unread`),
  onlyUnread: 'Unread only',
  allRead: 'Mark all as read',
  isNew: 'unread',
  nothingNew: 'There are no unread notices.',
  to: (to) => `to ${to}`,
  leaders: 'the leaders',
  office: 'the office',
  head: (unit) => `the head of ${unit}`,
};

export const inboxWords = inBoth(vi, en);
