// Nhiệm vụ: what one task says of itself, of others and of what became of it.
import assert from 'node:assert/strict';
import { alter, looksRight } from './expect.mjs';
import { sit } from './preview.mjs';

const task = 'ra-soat-htx';

/// How it may belong to others, all of it at once.
const relations = {
  whole: { id: 'coopstar', title: 'Bình chọn HTX tiêu biểu' },
  parts: [{ id: 'dai-hoi-chi-bo', title: 'Đại hội Chi bộ' }],
  occurrence: { of: 'bao-cao', start: '2025-04-01', end: '2025-06-30' },
  due_after: { tasks: [{ id: 'hoi-nghi-dien-hinh', title: 'Hội nghị điển hình' }], days: 5, working_days: true },
  after_elsewhere: [
    { campaign: 'ke-hoach-khac', task: 'le-phat-dong', title: 'Lễ phát động', state: 'in_progress', awaited: true },
    { campaign: 'ke-hoach-khac', task: 'khao-sat', title: null, state: null, awaited: true },
  ],
  fulfilled_by: [{ campaign: 'ke-hoach-khac', title: 'Phong trào thi đua', state: 'running' }],
};

const fact = (page, name) => page.locator('.facts > div', { has: page.getByText(name, { exact: true }) });

const file = (name, digit) => ({ hash: digit.repeat(64), name, media_type: 'application/pdf', size: 12_000 });

/// The person may give these commands, and the task lets him.
function allow(read, ...commands) {
  read.actions.filter(({ command }) => commands.includes(command)).forEach((action) => Object.assign(action, { possible: true, permitted: true }));
}

export const tests = [
  ['a task says of what it is part, what it waits for and which plan carries it out', async (at) => {
    const { office, page } = at;
    await alter(page, `**/tasks/${task}`, (read) => Object.assign(read, relations));
    await sit(at, 'lanh-dao', `tasks/${office.shown}/${task}`);
    const linked = async (name, title, where) => {
      const link = fact(page, name).getByRole('link', { name: title });
      await link.waitFor();
      assert.equal(await link.getAttribute('href'), `#/${where}`);
    };
    await linked('Là một phần của', 'Bình chọn HTX tiêu biểu', `tasks/${office.shown}/coopstar`);
    await linked('Gồm các phần', 'Đại hội Chi bộ', `tasks/${office.shown}/dai-hoi-chi-bo`);
    await fact(page, 'Của kỳ').getByText('Quý II/2025').or(fact(page, 'Của kỳ').getByText('01/04/2025 – 30/06/2025')).waitFor();
    await linked('Hạn: 5 ngày làm việc sau khi nghiệm thu', 'Hội nghị điển hình', `tasks/${office.shown}/hoi-nghi-dien-hinh`);
    await linked('Chờ việc của kế hoạch khác', 'Lễ phát động', 'tasks/ke-hoach-khac/le-phat-dong');
    await fact(page, 'Chờ việc của kế hoạch khác').getByText('khao-sat – ke-hoach-khac, chưa xong').waitFor();
    await linked('Được thực hiện bằng kế hoạch', 'Phong trào thi đua', 'timeline/ke-hoach-khac');
    await looksRight(at, 'task-relations');
    await page.getByRole('button', { name: 'English' }).click();
    await fact(page, 'Due 5 working days after the acceptance of').waitFor();
  }],

  ['the record does not say the title of its own task again, nor that somebody did what went by itself', async (at) => {
    const { office, page } = at;
    await alter(page, `**/tasks/${task}/history`, ({ history }) => {
      Object.assign(history[0], { type: 'procedure', actor: 'lanh-dao', text: 'Quy trình chuyển sang: Hoàn tất (tự động, sau khi nghiệm thu “X”)' });
    });
    await sit(at, 'lanh-dao', `tasks/${office.shown}/${task}`);
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    const entries = page.locator('.record > li');
    await entries.filter({ hasText: 'Quá hạn' }).first().waitFor();
    assert.equal(await entries.filter({ hasText: title }).count(), 0);
    await entries.filter({ hasText: 'Quy trình chuyển sang: Hoàn tất (tự động' }).getByText(/· hệ thống$/).waitFor();
  }],

  ['a report before the work begins, or without a number, is asked about and not refused', async (at) => {
    const { office, page } = at;
    const sent = [];
    await alter(page, `**/tasks/${task}`, (read) => {
      Object.assign(read, { start: '2025-06-01', evidence: [file('bao-cao.pdf', 'b')] });
      allow(read, 'report', 'approve-plan');
    });
    await page.route(`**/tasks/${task}/report`, (route) => {
      sent.push(route.request().postDataJSON());
      return route.fulfill({ json: { events: [] } });
    });
    await sit(at, 'chuyen-vien-nv', `tasks/${office.shown}/${task}`);
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Duyệt kế hoạch' }).click();
    await dialog.getByText('ví dụ 12/QĐ-LMHTX').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Báo cáo hoàn thành' }).click();
    await dialog.getByText('ví dụ 12/BC-NV').waitFor();
    await dialog.getByRole('button', { name: 'Báo cáo hoàn thành' }).click();
    await dialog.getByText('Chưa ghi số hiệu báo cáo. Theo kế hoạch, việc này đến ngày 01/06/2025 mới bắt đầu. Vẫn gửi?').waitFor();
    await looksRight(at, 'dialog-early');
    await dialog.getByLabel('Số hiệu báo cáo').fill('40/BC-NV');
    await dialog.getByRole('button', { name: 'Báo cáo hoàn thành' }).click();
    await dialog.getByText(/^Theo kế hoạch, .* Vẫn gửi\?$/).waitFor();
    assert.deepEqual(sent, []);
    await dialog.getByRole('button', { name: 'Vẫn gửi' }).click();
    await dialog.waitFor({ state: 'detached' });
    assert.deepEqual(sent, [{ document: '40/BC-NV' }]);
  }],

  ['whoever gives a task out reads to whom and until when, before it is done and after', async (at) => {
    const { office, page } = at;
    await alter(page, `**/tasks/${task}`, (read) => {
      Object.assign(read, { due: '2025-05-09' });
      allow(read, 'announce');
    });
    await page.route(`**/tasks/${task}/announce`, (route) => route.fulfill({ json: { events: [{ text: 'giao nhiệm vụ' }] } }));
    await sit(at, 'van-thu', `tasks/${office.shown}/${task}`);
    await page.getByRole('button', { name: 'Giao nhiệm vụ' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Giao cho: Phòng Nghiệp vụ - Kiểm tra. Hạn hoàn thành: 09/05/2025.').waitFor();
    await looksRight(at, 'dialog-announce');
    await dialog.getByRole('button', { name: 'Giao nhiệm vụ' }).click();
    await page.getByRole('status').getByText('Đã ghi nhận: Giao nhiệm vụ. Giao cho: Phòng Nghiệp vụ - Kiểm tra. Hạn hoàn thành: 09/05/2025.').waitFor();
  }],

  ['files are told apart by what they were attached to, and a leader reads first those that he decides on', async (at) => {
    const { page } = at;
    const [draft, report] = [file('du-thao.docx', 'a'), file('bao-cao.pdf', 'b')];
    await alter(page, '**/api/v1/tasks?awaits=decision*', ({ tasks }) => {
      tasks.splice(1);
      Object.assign(tasks[0], { id: task, state: 'reported' });
    });
    await alter(page, `**/tasks/${task}`, (read) => {
      Object.assign(read, { state: 'reported', report_document: '40/BC-NV', plan_document: '12/KH-NV', evidence: [draft, report] });
      allow(read, 'accept');
    });
    const entry = (type, of = null) => ({ position: 1, at: '2025-04-16T09:00:00+07:00', actor: 'chuyen-vien-nv', on_behalf_of: null, document: null, task, type, text: type, file: of && of.hash });
    await alter(page, `**/tasks/${task}/history`, (read) => {
      read.history = [entry('plan_begun'), entry('attached', draft), entry('plan_submitted'), entry('plan_approved'), entry('started'), entry('attached', report), entry('reported')];
    });
    await sit(at, 'lanh-dao', '');
    const files = page.locator('.work-files');
    await files.first().waitFor();
    assert.deepEqual(await files.allInnerTexts(), ['Thực hiện, báo cáo:\nbao-cao.pdf', 'Kế hoạch chi tiết:\ndu-thao.docx']);
    await looksRight(at, 'my-work-files');
    await page.getByRole('region', { name: 'Chờ duyệt' }).locator('.work-what > a').click();
    const listed = page.getByRole('region', { name: 'Tài liệu, sản phẩm' }).getByRole('listitem');
    await listed.filter({ hasText: /du-thao\.docx\s*Kế hoạch chi tiết · 12 kB/ }).waitFor();
    await listed.filter({ hasText: /bao-cao\.pdf\s*Thực hiện, báo cáo · 12 kB/ }).waitFor();
    await looksRight(at, 'task-files');
  }],
];
