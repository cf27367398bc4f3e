import { inBoth } from '../i18n';

const count = (number: number, what: string) => (number === 0 ? '' : `${number} ${what}`);
const list = (...parts: string[]) => parts.filter(Boolean).join(', ');

const vi = {
  look: 'Xem trước',
  lookAgain: 'Xem trước lại',
  looking: 'Đang tính những gì sẽ thay đổi…',
  applying: 'Đang ghi…',
  heading: 'Sẽ thay đổi những gì',
  stale: 'Lần xem trước này không còn đúng. Hãy xem trước lại rồi mới ghi.',
  nothingYet: 'Chưa ghi gì. Đọc kỹ rồi bấm nút ở cuối.',
  badFile: 'Tệp chưa dùng được, chưa ghi gì. Sửa từng chỗ dưới đây rồi chọn lại tệp.',
  planChanged: (version: number | undefined) => `Kế hoạch vừa được người khác điều chỉnh${version ? `, nay là phiên bản ${version}` : ''}: chưa ghi gì. Xem lần điều chỉnh ấy, sửa tệp cho khớp rồi xem trước lại.`,
  seeAmendments: 'Xem các lần điều chỉnh',
  summary: (added: number, removed: number, changed: number, moved: number) => list(count(added, 'nhiệm vụ thêm'),
    count(removed, 'nhiệm vụ bỏ'), count(changed, 'nhiệm vụ sửa'), count(moved, 'thời hạn, lời nhắc đổi ngày')) || 'Không có thay đổi nào về nhiệm vụ và thời hạn.',
  content: 'Nội dung',
  noContent: 'Nội dung kế hoạch giữ nguyên.',
  kinds: { plan: 'Kế hoạch', tasks: 'Nhiệm vụ', phases: 'Giai đoạn', kinds: 'Quy trình', targets: 'Chỉ tiêu', units: 'Đơn vị' },
  change: { added: 'thêm', removed: 'bỏ', changed: 'sửa' },
  before: 'Trước',
  after: 'Sau',
  moves: 'Thời hạn và lời nhắc',
  replaced: (number: number) => `Ngày đã chốt không còn giữ: ${number} nhiệm vụ. Nếu vẫn theo ngày đã chốt, hãy ghi ngày ấy vào tệp kế hoạch.`,
  noMoves: 'Việc đã giao: không thời hạn, lời nhắc nào đổi ngày.',
  none: 'không có',
  past: (day: string) => `${day} (đã qua)`,
  reminders: (number: number) => `${number} mốc và lời nhắc`,
  told: 'Sẽ báo cho',
  warnings: (number: number) => `Nên xem lại trong tệp: ${number} chỗ`,
  movesMore: (number: number) => `Xem thêm ${number} nhiệm vụ`,
};

const tasks = (number: number) => `${number} task${number === 1 ? '' : 's'}`;

const en: typeof vi = {
  look: 'Preview',
  lookAgain: 'Preview again',
  looking: 'Working out what would change…',
  applying: 'Recording…',
  heading: 'What would change',
  stale: 'This preview holds no longer. Preview again before you record it.',
  nothingYet: 'Nothing is recorded yet. Read it, then press the button at the end.',
  badFile: 'The file is not in order, and nothing is recorded. Mend each place below, then choose the file again.',
  planChanged: (version) => `Somebody has just amended the plan${version ? `, which is version ${version} now` : ''}: nothing is recorded. Look at that amendment, make the file agree with it and preview again.`,
  seeAmendments: 'See the amendments',
  summary: (added, removed, changed, moved) => list(added > 0 ? `${tasks(added)} added` : '', removed > 0 ? `${tasks(removed)} dropped` : '',
    changed > 0 ? `${tasks(changed)} changed` : '', moved > 0 ? `${moved} deadline${moved === 1 ? '' : 's'} and reminders moved` : '')
    || 'Nothing changes in tasks and deadlines.',
  content: 'Content',
  noContent: 'The content of the plan stays as it is.',
  kinds: { plan: 'Plan', tasks: 'Tasks', phases: 'Phases', kinds: 'Procedures', targets: 'Targets', units: 'Units' },
  change: { added: 'added', removed: 'dropped', changed: 'changed' },
  before: 'Before',
  after: 'After',
  moves: 'Deadlines and reminders',
  replaced: (number) => `Dates that were fixed and do not stay: ${tasks(number)}. Where they are still to hold, write them into the plan.`,
  noMoves: 'Of what is given out no deadline or reminder moves.',
  none: 'none',
  past: (day) => `${day} (past)`,
  reminders: (number) => `${number} ${number === 1 ? 'date or reminder' : 'dates and reminders'}`,
  told: 'Who will be told',
  warnings: (number) => `Worth a second look in the file: ${number} ${number === 1 ? 'place' : 'places'}`,
  movesMore: (number) => `Show ${tasks(number)} more`,
};

export const changeWords = inBoth(vi, en);
