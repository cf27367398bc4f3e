// Tiến độ: what leaders look at.
import assert from 'node:assert/strict';
import { alter, looksRight, signIn } from './expect.mjs';
import { enlarged } from './large.mjs';

const conference = 'hoi-nghi-dien-hinh';

async function openTimeline({ office, page }, query = '') {
  await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
  await page.goto(`${office.url}/#/timeline/${office.shown}${query}`);
  await page.getByRole('group', { name: 'Số nhiệm vụ theo thời hạn' }).waitFor();
}

const rows = (page) => page.getByRole('treegrid').getByRole('row');
const focused = (page) => page.evaluate(() => document.activeElement.innerText);
const day_px = (page) => page.evaluate(() => document.querySelector('.tl-bars').clientWidth);

/// How many tasks a tile says.
async function count(page, name) {
  return Number(await page.getByRole('group', { name: 'Số nhiệm vụ theo thời hạn' })
    .getByRole('button', { name: new RegExp(`^\\d+\\s*${name}$`) }).locator('strong').innerText());
}

export const tests = [
  ['a leader sees at a glance what is overdue, and only that when he asks', async (at) => {
    const { page } = at;
    await signIn(at, 'lanh-dao');
    await openTimeline(at);
    await page.getByRole('treegrid').waitFor();
    await looksRight(at, 'timeline');
    const overdue = await count(page, 'quá hạn');
    assert.ok(overdue > 0);
    await page.getByRole('button', { name: /^\d+\s*quá hạn$/ }).click();
    await page.getByText(`${overdue} trong 24 nhiệm vụ`).waitFor();
    assert.match(page.url(), /status=overdue/);
    assert.equal(await page.locator('.tl-bars .tl-bar').count(), overdue);
    await page.getByRole('button', { name: 'Bỏ lọc' }).click();
    await page.getByRole('button', { name: /^1\s*tạm dừng$/ }).click();
    await page.getByText('1 trong 24 nhiệm vụ').waitFor();
    await page.getByRole('row', { name: /Đại hội Chi bộ/ }).waitFor();
    await page.getByRole('button', { name: 'Bỏ lọc' }).click();
    await page.getByLabel('Tìm nhiệm vụ').fill('dai hoi chi bo');
    await page.getByText('1 trong 24 nhiệm vụ').waitFor();
    assert.match(await rows(page).nth(1).innerText(), /Đang tạm dừng/);
    await page.getByRole('button', { name: 'Bỏ lọc' }).click();
    await page.getByRole('button', { name: /chưa phân công/ }).first().click();
    await page.getByRole('row', { name: /chưa phân công/ }).first().waitFor();
  }],

  ['the timeline is walked, zoomed and opened with the keyboard alone', async (at) => {
    const { office, page } = at;
    await signIn(at, 'lanh-dao');
    await openTimeline(at);
    await rows(page).first().focus();
    const wide = await day_px(page);
    await page.keyboard.press('+');
    await page.getByRole('button', { name: 'Quý', pressed: true }).waitFor();
    assert.ok(await day_px(page) > 2 * wide);
    await page.keyboard.press('-');
    await page.getByRole('button', { name: 'Năm', pressed: true }).waitFor();
    await page.keyboard.press('End');
    assert.match(await focused(page), /chưa phân công/);
    await page.keyboard.press('Home');
    assert.match(await focused(page), /^Phòng Nghiệp vụ/);
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('row', { name: /Phòng Nghiệp vụ/, expanded: false }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: /Phòng Nghiệp vụ/, expanded: true }).waitFor();
    await page.keyboard.press('ArrowDown');
    assert.match(await focused(page), /quá hạn \d+ ngày làm việc/);
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await page.locator('.tl-frame').evaluate((frame) => frame.scrollTo(0, 0));
    await page.keyboard.press('t');
    const [flag, frame] = await page.evaluate(() =>
      ['.tl-flag', '.tl-frame'].map((name) => document.querySelector(name).getBoundingClientRect().left));
    assert.ok(flag > frame, 'today is in sight');
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`#/tasks/${office.shown}/`));
  }],

  ['the months of a row are all named in the same way, on a wide screen and on a narrow one', async (at) => {
    const { page } = at;
    await signIn(at, 'lanh-dao');
    await openTimeline(at);
    for (const width of [1100, 1280, 1440, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      await page.waitForTimeout(300); // the chart is laid out anew
      const names = (await page.locator('.tl-ticks.below .tl-tick').allInnerTexts()).filter((text) => text !== '');
      assert.ok(names.length >= 12, names.join());
      assert.equal(new Set(names.map((name) => name.replace(/\d+$/, ''))).size, 1, `${width}: ${names}`);
    }
  }],

  ['what changes is on the timeline of whoever else looks at it', async (at) => {
    const { browser, office, page } = at;
    await signIn(at, 'lanh-dao');
    await openTimeline(at);
    const row = rows(page).filter({ hasText: 'Hội nghị điển hình' });
    await row.getByText(/40%/).waitFor();
    const other = await browser.page();
    await other.goto(`${office.url}/#/tasks/${office.shown}/${conference}`);
    await other.getByRole('heading', { name: 'Thông tin' }).waitFor();
    await office.must('POST', `/api/v1/campaigns/${office.shown}/tasks/${conference}/progress`,
      { as: office.acting('chuyen-vien-nv'), body: { percent: 65, text: 'Đã gửi giấy mời.' } });
    await row.getByText(/65%/).waitFor();
    await other.getByText('65%').first().waitFor();
  }],

  ['the timeline of a day gone by is that of the day, says so, and leads back', async (at) => {
    const { office, page } = at;
    await signIn(at, 'lanh-dao');
    await openTimeline(at);
    const asked = page.waitForRequest(/\/timeline\?as_of=2025-04-16$/);
    const day = page.getByLabel('Tính đến hết ngày');
    await day.fill('16/4/2025');
    await day.press('Enter');
    await asked;
    await page.getByText('Tiến độ như khi hết ngày 16/04/2025, không phải hiện nay.').waitFor();
    await page.locator('.tl-flag', { hasText: /^\s*16\/04\/2025$/ }).waitFor();
    await looksRight(at, 'timeline-as-of');
    await page.getByRole('button', { name: 'Về hiện nay' }).click();
    await page.locator('.tl-flag', { hasText: 'Hôm nay' }).waitFor();
    assert.doesNotMatch(page.url(), /as_of/);
    await page.goto(`${office.url}/#/timeline/${office.shown}?as_of=2030-01-01`);
    await page.getByText('Ngày 01/01/2030 chưa đến. Hãy chọn hôm nay hoặc một ngày đã qua.').waitFor();
    assert.equal(await page.getByRole('treegrid').count(), 0);
  }],

  ['what is finished and had no due date counts as finished', async (at) => {
    const { page } = at;
    await alter(page, '**/timeline', ({ tasks }) => {
      Object.assign(tasks.find((task) => task.status === 'no_due_date'), { state: 'accepted', percent: 100 });
    });
    await signIn(at, 'lanh-dao');
    await openTimeline(at);
    assert.equal(await count(page, 'đã hoàn thành'), 1);
    await page.getByRole('button', { name: /^\d+\s*đã hoàn thành$/ }).click();
    await page.getByText('1 trong 24 nhiệm vụ').waitFor();
  }],

  ['phases, days off and a table say in words what is drawn', async (at) => {
    const { page } = at;
    await signIn(at, 'lanh-dao');
    await openTimeline(at, '?by=phase');
    await page.getByRole('listitem').filter({ hasText: 'Tháng cao điểm (đang diễn ra)' }).waitFor();
    await page.getByRole('row', { name: /Tháng cao điểm/ }).first().waitFor();
    await page.getByRole('button', { name: /Tết Nguyên đán: 27\/01\/2025/ }).focus();
    await page.locator('.tl-holiday-name', { hasText: 'Tết Nguyên đán' }).waitFor();
    await page.getByRole('button', { name: 'Bảng' }).click();
    assert.ok(await page.locator('.tl-sheet').evaluate((sheet) => sheet.scrollWidth <= sheet.clientWidth), 'no column is cut off');
    await page.getByRole('table').waitFor();
    assert.equal(await page.getByRole('table').getByRole('row').count(), 25);
    await looksRight(at, 'timeline-table');
  }],

  ['what was scrolled past is let go', async (at) => {
    const { office, page } = at;
    const answer = (await office.must('GET', `/api/v1/campaigns/${office.shown}/timeline`, {})).json;
    await page.route('**/timeline', (route) => route.fulfill({ contentType: 'application/json', body: JSON.stringify(enlarged(600, answer)) }));
    await signIn(at, 'lanh-dao');
    await openTimeline(at);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    await session.send('HeapProfiler.enable');
    const held = [];
    for (let round = 0; round < 3; ++round) {
      await page.evaluate(async () => {
        const frame = document.querySelector('.tl-frame');
        for (const by of [400, -400]) {
          for (let i = 0; i < 50; ++i) {
            frame.scrollTop += by;
            await new Promise(requestAnimationFrame);
          }
        }
      });
      await session.send('HeapProfiler.collectGarbage');
      held.push((await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'Nodes').value);
    }
    assert.ok(held[2] < 1.2 * held[0], `nodes after each round: ${held.join(', ')}`);
  }],
];
