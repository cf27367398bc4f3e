// An office in the middle of a year: document 001 in April 2025, with work in every state.

export const clock = '2025-04-16T16:00:00+07:00';
const now = '2025-04-17T09:00:00+07:00'; // once all is there, and people have been written to

const names = {
  'quan-tri': 'Hoàng Thị Minh',
  'van-thu': 'Trần Thị Hạnh',
  'lanh-dao': 'Lê Thanh Bình',
  'truong-nv': 'Phạm Quốc Hưng',
  'chuyen-vien-nv': 'Nguyễn Văn An',
  'chuyen-vien-tt': 'Vũ Thị Lan',
};

const staff = 'chuyen-vien-nv';
const leader = 'lanh-dao';
const center = 'chuyen-vien-tt';

const done = {
  'hoi-nghi-dien-hinh': [
    [staff, 'begin-plan'], [staff, 'submit-plan', { document: '12/KH-NV' }], [leader, 'approve-plan'],
    [staff, 'step', { step: 'program-approved' }],
    [staff, 'progress', { percent: 40, text: 'Đã chốt chương trình, đang gửi giấy mời.' }],
    [staff, 'comment', { text: 'Hội trường tỉnh bận ngày 18/4, đề nghị chuyển sang chiều 19/4.' }],
    [staff, 'ask-extension', { due: '2025-04-28', reason: 'Chờ hướng dẫn của Liên minh HTX Việt Nam' }],
  ],
  coopstar: [[staff, 'begin-plan'], [staff, 'submit-plan', { document: '15/KH-NV' }]],
  'boi-duong-can-bo': [[center, 'begin-plan'], [center, 'submit-plan'], [leader, 'return-plan', { reason: 'Chưa có dự toán' }]],
  'ra-soat-htx': [[leader, 'assign', { lead: [{ unit: 'nghiep-vu' }], coordinating: [{ unit: 'van-phong' }] }]],
  'dai-hoi-chi-bo': [[leader, 'suspend', { reason: 'Chờ hướng dẫn của Đảng ủy Khối' }]],
};

const results = [
  [staff, 'thanh-lap-moi', { value: 3, day: '2025-02-28', document: '05/BC-NV' }],
  [staff, 'thanh-lap-moi', { value: 6, day: '2025-03-31', document: '11/BC-NV' }],
  [staff, 'thanh-lap-moi', { value: 9, estimated: true }],
  [center, 'to-hop-tac', { value: 2, day: '2025-01-31' }],
  [center, 'to-hop-tac', { value: 6, day: '2025-04-10', document: '04/BC-TT' }],
];

export async function furnish(office) {
  await office.fill();
  for (const [user, name] of Object.entries(names)) {
    await office.must('POST', `/api/v1/users/${user}/rename`, { body: { name } });
    await office.enroll(user);
  }
  office.shown = await office.campaign();
  for (const [task, commands] of Object.entries(done)) {
    for (const [user, command, body] of commands) {
      await office.must('POST', `/api/v1/campaigns/${office.shown}/tasks/${task}/${command}`, { as: office.acting(user), body });
    }
  }
  for (const [user, target, body] of results) {
    await office.must('PUT', `/api/v1/campaigns/${office.shown}/targets/${target}/result`, { as: office.acting(user), body });
  }
  await office.write_to(staff, leader);
  await office.must('PUT', '/api/v1/clock', { body: { step_to: now } });
}
