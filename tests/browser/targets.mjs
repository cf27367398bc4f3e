// Chỉ tiêu: what was planned, what is reached.
import assert from 'node:assert/strict';
import { alter, looksRight, picture, signIn } from './expect.mjs';

const reached = 'Số HTX thành lập mới';
const beyond = 'Tổ hợp tác thành lập mới';

async function openTargets({ office, page }) {
  await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
  await page.goto(`${office.url}/#/targets/${office.shown}`);
  await page.getByRole('article', { name: reached }).waitFor();
}

const card = (page, name) => page.getByRole('article', { name });
const figures = async (page, name) => (await card(page, name).innerText()).replaceAll(/\s+/g, ' ');

async function fits(page, width, name) {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: 900 });
  await picture(page, `${name}-${width}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= width, `${name}: ${wide} px wide on a screen of ${width}`);
  await page.setViewportSize(before);
}

/// The campaign as the server has it, with its first target changed.
async function change(page, office, changed) {
  await alter(page, `**/api/v1/campaigns/${office.shown}`, (campaign) => Object.assign(campaign.targets[0], changed));
}

export const tests = [
  ['a leader sees every target against its plan, beyond it too, and the time that has passed', async (at) => {
    const { page } = at;
    await signIn(at, 'lanh-dao');
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await page.getByRole('link', { name: 'Chỉ tiêu', exact: true }).click();
    await page.getByText('4 chỉ tiêu · 1 đạt · 1 chưa đạt · 2 chưa có kết quả').waitFor();
    assert.match(await figures(page, reached), /chưa đạt kế hoạch Ước đạt 36 % kế hoạch \(9\/25 HTX\) số ước 36 % kế hoạch đã qua 106\/365 ngày \(29,04 %\)/);
    assert.match(await figures(page, beyond), /đạt kế hoạch Đạt 120 % kế hoạch \(6\/5 tổ hợp tác\)/);
    assert.match(await figures(page, 'Thu nhập'), /Kế hoạch 62,5 triệu đồng/);
    const parts = card(page, beyond).locator('.target-bar rect');
    const right_end = await parts.evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().right)));
    const whole = await card(page, beyond).locator('.target-bar .whole').evaluate((one) => one.getBoundingClientRect());
    assert.ok(right_end <= whole.right + 1, 'what is beyond the plan stays within the bar');
    assert.equal(await page.getByRole('button', { name: /^Ghi kết quả/ }).count(), 0);
    await looksRight(at, 'targets');
    await fits(page, 360, 'targets');
    await fits(page, 1440, 'targets');
  }],

  ['the trend says the same to those who do not see it, and who recorded each result', async (at) => {
    const { page } = at;
    await signIn(at, 'lanh-dao');
    await openTargets(at);
    const line = card(page, reached).getByRole('img', { name: /^Diễn biến: 28\/02\/2025: 3 HTX \(12\s%\); 31\/03\/2025: 6 HTX \(24\s%\); 16\/04\/2025: ước 9 HTX/ });
    await line.waitFor();
    assert.equal(await line.locator('circle').count(), 3);
    assert.equal(await line.locator('circle.estimated').count(), 1);
    await card(page, reached).getByText('Các lần ghi kết quả (3)').press('Enter');
    await card(page, reached).getByRole('row', { name: /28\/02\/2025 đạt 12 % kế hoạch \(3\/25 HTX\) 05\/BC-NV Nguyễn Văn An/ }).waitFor();
    await looksRight(at, 'targets-open');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Estimated: 36% of the plan (9/25 HTX)', { exact: true }).waitFor();
    await page.getByText('106 of 365 days passed (29.04%)').first().waitFor();
    await picture(page, 'targets-english');
  }],

  ['a growth beyond twice the plan and a limit that is broken keep the scale', async (at) => {
    const { office, page } = at;
    await signIn(at, 'lanh-dao');
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    const latest = { value: 13, day: '2025-04-16', document: null, estimated: false, base: null, percent: 260, percent_text: '260 %', measured: null,
      met: false, met_text: 'vượt mức cho phép', value_text: '13 vụ', base_text: null, text: 'bằng 260 % mức cho phép (13/không quá 5 vụ)' };
    await change(page, office, { comparison: 'at_most', plan_text: 'không quá 5 vụ', phrase: 'không quá 5', latest, results: [latest] });
    await page.goto(`${office.url}/#/targets/${office.shown}`);
    await card(page, reached).getByText('Bằng 260 % mức cho phép (13/không quá 5 vụ)').waitFor();
    await card(page, reached).getByText('vượt mức cho phép').waitFor();
    const ends = await card(page, reached).locator('.target-bar rect').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
    const whole = await card(page, reached).locator('.target-bar .whole').evaluate((one) => one.getBoundingClientRect().right);
    assert.ok(Math.max(...ends) <= whole + 1);
    await looksRight(at, 'targets-limit');
  }],

  ['whoever leads a target records its result by the keyboard; what is refused says why, and what was typed stays', async (at) => {
    const { page } = at;
    await signIn(at, 'chuyen-vien-nv');
    await openTargets(at);
    assert.equal(await page.getByRole('button', { name: /^Ghi kết quả/ }).count(), 2);
    assert.equal(await card(page, beyond).getByRole('button').count(), 0);
    await page.getByRole('button', { name: `Ghi kết quả: ${reached}` }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    const value = dialog.getByLabel('Kết quả (HTX)');
    assert.equal(await page.evaluate(() => document.activeElement.name), 'value');
    for (const [typed, said] of [['1.234,5', '1.234,5 HTX'], ['1,234.5', '1.234,5 HTX'], ['1.234', '1.234 HTX'], ['12.5', '12,5 HTX']]) {
      await value.fill(typed);
      await dialog.getByText(`Hiểu là: ${said}`, { exact: true }).waitFor();
    }
    await value.fill('chín');
    await dialog.getByText('Không đọc được số này').waitFor();
    await looksRight(at, 'targets-record');
    await value.fill('11');
    await dialog.getByLabel('Số văn bản').fill('14/BC-NV');
    await dialog.getByLabel('Tính đến hết ngày').fill('31/12/2024');
    await dialog.locator('form').evaluate((form) => { form.noValidate = true; }); // the server has the last word
    await dialog.getByRole('button', { name: 'Ghi kết quả' }).click();
    await dialog.getByRole('alert').getByText(/trước khi kỳ của chỉ tiêu bắt đầu/).waitFor();
    assert.equal(await value.inputValue(), '11');
    await dialog.getByLabel('Tính đến hết ngày').fill('17/04/2025');
    await value.focus();
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('status').getByText(`Đã ghi kết quả: ${reached}.`).waitFor();
    await card(page, reached).getByText('Đạt 44 % kế hoạch (11/25 HTX)').waitFor();
    await card(page, reached).getByText('14/BC-NV').waitFor();
  }],

  ['growth without a base asks for it', async (at) => {
    const { office, page } = at;
    await signIn(at, 'van-thu');
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await change(page, office, { measure: 'growth', base: null, base_text: 'năm 2024' });
    await openTargets(at);
    await page.getByRole('button', { name: `Ghi kết quả: ${reached}` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Kết quả (HTX)').fill('12');
    await dialog.getByLabel('Số gốc (năm 2024)').fill('1.000');
    await dialog.getByText('Hiểu là: 1.000 HTX').waitFor();
    await picture(page, 'targets-growth');
    const asked = page.waitForRequest((request) => request.method() === 'PUT');
    await dialog.getByRole('button', { name: 'Ghi kết quả' }).click();
    assert.deepEqual((await asked).postDataJSON(), { value: 12, day: '2025-04-17', estimated: false, base: 1000 });
    await dialog.waitFor({ state: 'detached' });
  }],

  ['what others record appears by itself, on the page and above the timeline', async (at) => {
    const { office, page } = at;
    await signIn(at, 'lanh-dao');
    await openTargets(at);
    const record = (value) => office.must('PUT', `/api/v1/campaigns/${office.shown}/targets/thanh-lap-moi/result`,
      { as: office.acting('chuyen-vien-nv'), body: { value } });
    await record(27);
    await card(page, reached).getByText('Đạt 108 % kế hoạch (27/25 HTX)').waitFor();
    await page.goto(`${office.url}/#/timeline/${office.shown}`);
    const strip = page.getByRole('region', { name: 'Chỉ tiêu' });
    await strip.getByText('108 % kế hoạch').waitFor();
    await record(30);
    await strip.getByText('120 % kế hoạch').first().waitFor();
    await strip.getByRole('listitem').filter({ hasText: reached }).getByText('120 % kế hoạch').waitFor();
    await looksRight(at, 'targets-timeline');
    await strip.getByRole('link', { name: 'Xem các chỉ tiêu' }).click();
    await card(page, reached).waitFor();
  }],
];
