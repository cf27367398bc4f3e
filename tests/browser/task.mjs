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
];
