// The demo on the day on which its province merges: the unit that comes after is there, an administrator
// looks at what the merger comes to and orders it before the story of the demo does, and the timeline
// says who leads on either side of the day.
import assert from 'node:assert/strict';
import { picture, signIn } from './expect.mjs';
import { look, preview } from './preview.mjs';

const campaign = 'thang-hanh-dong-htx-2025';
const new_unit = 'Liên minh HTX tỉnh Lào Cai';
const old_units = ['Văn phòng', 'Phòng Nghiệp vụ - Kiểm tra', 'Trung tâm tư vấn hỗ trợ thành viên', 'Quỹ Hỗ trợ phát triển HTX'];
const eve = '2025-06-30';
const day = '2025-07-01';

async function sit({ office, open }, user) {
  const { page } = await open();
  await signIn({ office, page }, user, office.account(user).password);
  await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
  return page;
}

/// The timeline now or at the end of a day, once it says that this unit leads; answers with all that do.
async function timeline(page, url, as_of, unit) {
  await page.goto(`${url}/#/timeline/${campaign}${as_of && `?as_of=${as_of}`}`);
  const note = page.getByText(/^Tiến độ như khi hết ngày/);
  await (as_of === '' ? note.waitFor({ state: 'detached' }) : note.waitFor());
  await page.getByRole('treegrid').getByText(unit, { exact: true }).first().waitFor();
  const names = await page.getByRole('search').getByLabel('Chủ trì').locator('option').allInnerTexts();
  return names.map((name) => name.trim());
}

async function lookAtTheMerger(page, url) {
  await page.goto(`${url}/#/office/merge`);
  for (const name of old_units) {
    await page.getByLabel(name, { exact: true }).check();
  }
  await page.getByLabel('Vào đơn vị').selectOption(new_unit);
  await page.getByLabel('Từ ngày').fill('01/07/2025');
  await page.getByLabel('Số văn bản').fill('202/2025/QH15');
  await page.getByLabel('Lý do').first().fill('Tỉnh Yên Bái hợp nhất với tỉnh Lào Cai');
  await look(page);
  await preview(page).waitFor();
  const congress = page.getByLabel(/^Xử lý: Đại hội Liên minh HTX tỉnh Yên Bái/);
  await congress.selectOption('thay bằng việc khác');
  await page.getByLabel(/^Lý do: Đại hội Liên minh HTX tỉnh Yên Bái/).fill('Đại hội do Liên minh HTX tỉnh Lào Cai tổ chức');
  await look(page);
  await preview(page).getByText(/\d+ nhiệm vụ chuyển, 1 nhiệm vụ thôi thực hiện/).waitFor();
}

const gone = old_units[2]; // of the others something is finished, and stays theirs

export const tests = [
  ['a day gone by calls units as they were called then, the rest of the page as now', async (at) => {
    const { office } = at;
    const first = (await office.must('GET', '/api/v1/units')).units.find(({ id }) => id === 'quy');
    await office.must('PUT', '/api/v1/units/quy', { name: 'Ngân quỹ HTX', short: 'Ngân quỹ' });
    const page = await sit(at, 'quy');
    const names = await timeline(page, office.url, '2025-04-09', first.name);
    assert.ok(names.includes(first.name) && !names.includes('Ngân quỹ HTX'), names.join(', '));
    assert.match(await page.locator('.account').textContent(), /Ngân quỹ HTX/);
    await page.getByLabel('Tìm nhiệm vụ').fill('quy ho tro phat trien');
    await page.getByRole('treegrid').getByText(`· ${first.short}`).first().waitFor();
    await page.getByRole('link', { name: 'Việc của tôi' }).first().click();
    await page.getByText('· Ngân quỹ HTX').waitFor();
    await office.must('PUT', '/api/v1/units/quy', { name: first.name, short: first.short });
  }],

  ['the province merges: looked at first, then ordered, and each side of the day keeps its own units', async (at) => {
    const { office } = at;
    await office.must('PUT', '/api/v1/clock', { step_to: `${eve}T15:30:00+07:00` });
    const leader = await sit(at, 'lanhdao');
    const before = await timeline(leader, office.url, '', gone);
    assert.ok(old_units.every((name) => before.includes(name)) && !before.includes(new_unit), before.join(', '));
    await picture(leader, 'merger-1-before');

    const page = await sit(at, 'quantri');
    await lookAtTheMerger(page, office.url);
    await picture(page, 'merger-2-preview');
    await page.getByRole('button', { name: 'Thực hiện sáp nhập' }).click();
    await page.getByText('Đã ghi việc sáp nhập từ ngày 01/07/2025.').waitFor();
    await page.goto(`${office.url}/#/office`);
    await page.getByRole('row', { name: /^Văn phòng/ }).getByText('đến hết 30/06/2025').waitFor();
    await picture(page, 'merger-3-ordered');

    await office.must('PUT', '/api/v1/clock', { step_to: `${day}T08:00:00+07:00` });
    const after = await timeline(leader, office.url, '', new_unit);
    assert.ok(after.includes(new_unit), after.join(', '));
    await picture(leader, 'merger-4-after');
    const on_the_eve = await timeline(leader, office.url, eve, gone);
    assert.ok(old_units.every((name) => on_the_eve.includes(name)) && !on_the_eve.includes(new_unit), on_the_eve.join(', '));
    await picture(leader, 'merger-5-as-of-the-eve');
    const on_the_day = await timeline(leader, office.url, day, new_unit);
    assert.deepEqual(on_the_day, after);
    await picture(leader, 'merger-6-as-of-the-day');
  }],
];
