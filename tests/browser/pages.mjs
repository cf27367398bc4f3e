// What people come for, page by page.
import assert from 'node:assert/strict';
import { alter, looksRight, picture, signIn } from './expect.mjs';

const conference = 'hoi-nghi-dien-hinh';

/// The page of a task.
async function openTask({ office, page }, task) {
  await page.goto(`${office.url}/#/tasks/${office.shown}/${task}`);
  await page.getByRole('heading', { name: 'Thông tin' }).waitFor();
}

/// Whether one box lies on the other.
function overlap(one, other) {
  return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;
}

export const tests = [
  ['staff see their own work, and do the next step of it in one click', async (at) => {
    const { page } = at;
    await signIn(at, 'chuyen-vien-nv');
    const overdue = page.getByRole('region', { name: 'Quá hạn' });
    await overdue.getByRole('link', { name: /rà soát/ }).waitFor();
    await page.getByRole('button', { name: 'Thực hiện bước' }).first().waitFor();
    await looksRight(at, 'my-work');
    const soon = page.getByRole('region', { name: 'Sắp đến hạn' });
    await soon.getByRole('button', { name: 'Thực hiện bước' }).click();
    const dialog = page.getByRole('dialog');
    await looksRight(at, 'dialog');
    await dialog.getByText('Thành phần, giấy mời: Xong: “Đang lập danh sách” → chuyển sang: “Đã gửi giấy mời”').waitFor();
    assert.equal(await dialog.locator('input:checked').count(), 0, 'nobody has chosen yet');
    await dialog.getByRole('button', { name: 'Thực hiện bước' }).click();
    assert.equal(await dialog.getByRole('radio').first().evaluate((field) => field.validationMessage), 'Hãy chọn một mục.');
    await dialog.getByText('Đã gửi giấy mời').click();
    await dialog.getByRole('button', { name: 'Thực hiện bước' }).click();
    await dialog.waitFor({ state: 'detached' });
  }],

  ['what came back stands on top of the work of a unit, with the reason', async (at) => {
    const { page } = at;
    await signIn(at, 'chuyen-vien-tt');
    const returned = page.getByRole('region', { name: 'Bị trả lại' });
    await returned.getByText('Chưa có dự toán').waitFor();
    assert.match(await page.locator('section.work h2').first().innerText(), /^Bị trả lại\s1$/);
  }],

  ['what no unit leads stands in a group of its own for the office, and among what it helps with no more', async (at) => {
    const { page } = at;
    await signIn(at, 'van-thu');
    const unassigned = page.getByRole('region', { name: 'Chưa phân công' });
    await unassigned.getByRole('listitem').first().waitFor();
    assert.equal(await unassigned.getByRole('listitem').count(), await unassigned.getByText('chưa phân công', { exact: true }).count());
    assert.equal(await page.getByRole('region', { name: 'Phối hợp' }).getByText('chưa phân công', { exact: true }).count(), 0);
    await unassigned.getByRole('button', { name: 'Phân công' }).first().waitFor();
    await looksRight(at, 'my-work-office');
  }],

  ['a plan that was sent up waits below what the unit can do itself', async (at) => {
    const { page } = at;
    await alter(page, '**/api/v1/tasks?unit=*', (list) => {
      const [first, second] = list.tasks.filter((task) => task.state === 'in_progress' || task.state === 'planning');
      Object.assign(first, { state: 'plan_submitted', time: { status: 'due_soon', days_late: 0, text: '' } });
      Object.assign(second ?? {}, { state: 'announced', time: { status: 'not_due', days_late: 0, text: '' } });
    });
    await signIn(at, 'chuyen-vien-nv');
    await page.getByRole('region', { name: 'Đang chờ lãnh đạo' }).waitFor();
    const groups = (await page.locator('section.work h2').allInnerTexts()).map((text) => text.replace(/\s*\d+$/, ''));
    assert.ok(groups.indexOf('Quá hạn') < groups.indexOf('Đang chờ lãnh đạo'), groups.join(', '));
  }],

  ['a report that came late says so under what it waits for, beside its button and not in green', async (at) => {
    const { page } = at;
    await alter(page, '**/api/v1/tasks?awaits=decision*', (list) => {
      Object.assign(list.tasks[0], { state: 'reported', time: { status: 'awaiting_acceptance', days_late: 7, text: '' } });
    });
    await signIn(at, 'lanh-dao');
    const row = page.getByRole('region', { name: 'Chờ duyệt' }).getByRole('listitem').filter({ hasText: 'báo cáo trễ 7 ngày làm việc' });
    const pill = row.locator('.time-status');
    await row.getByRole('button').first().waitFor();
    for (const width of [1024, 1366, 1920, 390]) {
      await page.setViewportSize({ width, height: 800 });
      const [told, buttons] = [await pill.boundingBox(), await row.locator('.work-do').boundingBox()];
      assert.ok(!overlap(told, buttons), `${width}: ${JSON.stringify([told, buttons])}`);
      assert.ok(told.x + told.width <= width, `${width}: cut off`);
    }
    const [color, late] = await pill.evaluate((element) => {
      const [now, probe] = [getComputedStyle(element).color, element.cloneNode()];
      probe.style.color = 'var(--overdue-text)';
      element.after(probe);
      const wanted = getComputedStyle(probe).color;
      probe.remove();
      return [now, wanted];
    });
    assert.equal(color, late);
    await looksRight(at, 'my-work-late');
  }],

  ['a leader decides from the first page what waits for him', async (at) => {
    const { page } = at;
    await signIn(at, 'lanh-dao');
    const decide = page.getByRole('region', { name: 'Chờ duyệt' });
    await decide.getByRole('button', { name: 'Duyệt kế hoạch' }).waitFor();
    await decide.getByRole('button', { name: 'Cho gia hạn' }).waitFor();
    await decide.getByText(/Kế hoạch trình: .* · .*, \d\d:\d\d \d\d\/\d\d\/2025/).first().waitFor();
    await decide.getByRole('button', { name: 'Trả lại kế hoạch' }).waitFor();
    await looksRight(at, 'my-work-leader');
    await decide.getByRole('button', { name: 'Duyệt kế hoạch' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Duyệt kế hoạch' }).click();
    await decide.getByRole('button', { name: 'Duyệt kế hoạch' }).waitFor({ state: 'detached' });
    const told = page.getByRole('status').getByText(/^Đã ghi nhận: Duyệt kế hoạch chi tiết – /);
    await told.waitFor();
    const { y, height } = await told.boundingBox();
    assert.ok(y >= 0 && y + height <= page.viewportSize().height, 'in sight wherever the page is scrolled to');
    assert.equal(await page.evaluate(() => document.activeElement.className), 'success toast');
    await looksRight(at, 'my-work-told');
    await page.getByRole('link', { name: 'Nhiệm vụ', exact: true }).click();
    await told.waitFor({ state: 'detached' });
    await page.goBack();
    await page.getByRole('region', { name: 'Quá hạn' }).getByRole('link', { name: /CoopStar/ }).waitFor();
  }],

  ['a dialog is opened, filled, left and opened again with the keyboard alone', async (at) => {
    const { page } = at;
    await signIn(at, 'lanh-dao');
    const grant = page.getByRole('button', { name: 'Cho gia hạn' });
    await grant.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText(/xin đến 28\/04\/2025/).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.name), 'granted_due');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Cho gia hạn');
  }],

  ['tasks are found without marks, by status, and the address keeps what was asked', async (at) => {
    const { page } = at;
    await signIn(at, 'lanh-dao');
    await page.getByRole('link', { name: 'Nhiệm vụ' }).click();
    await page.getByText('24 nhiệm vụ').waitFor();
    await looksRight(at, 'tasks');
    await page.getByRole('searchbox').fill('tong ket thanh vien');
    await page.getByText('1 nhiệm vụ').waitFor();
    await page.getByRole('link', { name: /Hội nghị Tổng kết/ }).waitFor();
    await page.reload();
    await page.getByText('1 nhiệm vụ').waitFor();
    await page.getByRole('searchbox').fill('không có việc nào như thế');
    await page.getByText('Không có nhiệm vụ nào như vậy.').waitFor();
    await page.getByRole('button', { name: 'Bỏ lọc' }).click();
    await page.getByLabel('Thời hạn').selectOption('overdue');
    await page.getByText('2 nhiệm vụ').waitFor();
  }],

  ['whoever sees the tasks of his unit alone is told so', async (at) => {
    const { page } = at;
    await signIn(at, 'chuyen-vien-nv');
    await page.getByRole('link', { name: 'Nhiệm vụ', exact: true }).click();
    await page.getByText(/^\d+ nhiệm vụ của đơn vị$/).waitFor();
  }],

  ['a task says where it stands, what can be done and why the rest cannot', async (at) => {
    const { page } = at;
    await signIn(at, 'lanh-dao');
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await openTask(at, conference);
    await page.getByRole('img', { name: 'Nhiệm vụ đang ở trạng thái: Đang thực hiện' }).waitFor();
    await page.getByRole('img', { name: /Quy trình đang ở: .*Đang bố trí/ }).waitFor();
    await page.getByText('“Dự kiến trung tuần tháng 4/2025”').or(page.locator('q')).first().waitFor();
    await page.getByText('Hội trường tỉnh bận').waitFor();
    await page.getByText('Chuyển sang bước: Đã duyệt').waitFor();
    const passed = await page.getByRole('img', { name: /^Quy trình đang ở/ }).locator('.node.past').allTextContents();
    assert.ok(passed.includes('Đang soạn') && !passed.includes('Đang bố trí'), `passed: ${passed}`);
    await page.getByText(/Chưa làm được/).click();
    await page.getByRole('listitem').filter({ hasText: /nghiệm thu.* – /i }).waitFor();
    await looksRight(at, 'task');
    await openTask(at, 'coopstar');
    await looksRight(at, 'task-award');
    await openTask(at, 'dai-hoi-chi-bo');
    await page.getByRole('img', { name: /Đang tạm dừng/ }).waitFor();
    await looksRight(at, 'task-suspended');
    await page.goto(`${at.office.url}/#/tasks/${at.office.shown}/khong-co`);
    await page.getByText('Không có nhiệm vụ này').waitFor();
  }],

  ['of a late task that nobody has reported on it is said where its procedure stands, and no percentage', async (at) => {
    const { page, office } = at;
    const late = 'ra-soat-htx';
    await alter(page, `**/api/v1/campaigns/*/tasks/${late}`, (task) => {
      task.chart.states.forEach((state) => { state.active = state.parent === null && state.kind === 'final'; });
    });
    for (const path of ['timeline', 'tasks']) {
      await alter(page, path === 'tasks' ? '**/api/v1/tasks?*' : '**/timeline', (list) => {
        Object.assign(list.tasks.find((task) => task.id === late) ?? {}, { state: 'in_progress', percent: 0 });
      });
    }
    await signIn(at, 'lanh-dao');
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await page.goto(`${office.url}/#/timeline/${office.shown}?view=table`);
    const row = page.getByRole('row', { name: /rà soát/ });
    await row.getByText('xong các bước, chờ báo cáo').waitFor();
    await row.getByText('chưa báo cáo', { exact: true }).waitFor();
    assert.doesNotMatch(await row.innerText(), /0%/);
    await page.goto(`${office.url}/#/status/${office.shown}`);
    await page.getByRole('region', { name: 'Nhiệm vụ quá hạn' }).getByText('xong các bước, chờ báo cáo').waitFor();
  }],

  ['a unit either leads or helps, those of the office stand first, and the buttons stay in sight', async (at) => {
    const { page } = at;
    await page.setViewportSize({ width: 1366, height: 600 });
    await signIn(at, 'lanh-dao');
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await openTask(at, conference);
    await page.getByRole('button', { name: 'Phân công' }).click();
    const dialog = page.getByRole('dialog');
    const [leads, helps] = ['Đơn vị chủ trì', 'Đơn vị phối hợp'].map((name) => dialog.getByRole('group', { name }));
    const names = await leads.getByRole('checkbox').evaluateAll((all) => all.map((one) => one.closest('label').innerText));
    const outside = names.map((name) => /ngoài cơ quan/.test(name));
    assert.deepEqual(outside, [...outside].sort(), names.join('; '));
    const free = leads.getByRole('checkbox', { checked: false, disabled: false }).first();
    const unit = await free.getAttribute('value');
    await free.check();
    assert.equal(await helps.locator(`input[value="${unit}"]`).isDisabled(), true);
    await leads.locator(`input[value="${unit}"]`).uncheck();
    assert.equal(await helps.locator(`input[value="${unit}"]`).isDisabled(), false);
    const { y, height } = await dialog.getByRole('button', { name: 'Phân công' }).boundingBox();
    assert.ok(y + height <= 600, 'cut off');
    await looksRight(at, 'dialog-units');
  }],

  ['a report with neither number nor file is asked about before it goes, and an old number is only offered', async (at) => {
    const { page } = at;
    const sent = [];
    await alter(page, `**/tasks/${conference}`, (task) => {
      Object.assign(task, { evidence: [], report_document: '40/BC-NV' });
      Object.assign(task.actions.find((action) => action.command === 'report'), { possible: true, permitted: true });
    });
    await page.route(`**/tasks/${conference}/report`, (route) => {
      sent.push(route.request().postDataJSON());
      return route.fulfill({ json: { events: [] } });
    });
    await signIn(at, 'chuyen-vien-nv');
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await openTask(at, conference);
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Báo cáo hoàn thành' }).click();
    assert.equal(await dialog.getByLabel('Số hiệu báo cáo').inputValue(), '');
    await dialog.getByRole('button', { name: 'Báo cáo hoàn thành' }).click();
    await dialog.getByText('Chưa ghi số hiệu, chưa đính kèm tệp nào. Vẫn gửi?').waitFor();
    assert.deepEqual(sent, []);
    await looksRight(at, 'dialog-bare');
    await dialog.getByRole('button', { name: 'Vẫn số này' }).click();
    assert.equal(await dialog.getByLabel('Số hiệu báo cáo').inputValue(), '40/BC-NV');
    assert.equal(await dialog.getByText('Chưa ghi số hiệu').count(), 0);
    await dialog.getByLabel('Số hiệu báo cáo').fill('');
    await dialog.getByRole('button', { name: 'Báo cáo hoàn thành' }).click();
    await dialog.getByRole('button', { name: 'Vẫn gửi' }).click();
    await dialog.waitFor({ state: 'detached' });
    assert.deepEqual(sent, [{}]);
  }],

  ['evidence is attached, shown and given back as it was', async (at) => {
    const { page } = at;
    await signIn(at, 'chuyen-vien-nv');
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await openTask(at, conference);
    await page.getByRole('button', { name: 'Gắn tài liệu' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tệp').setInputFiles({ name: 'biên bản.txt', mimeType: 'text/plain', buffer: Buffer.from('nội dung') });
    await dialog.getByRole('button', { name: 'Gắn tài liệu' }).click();
    await dialog.waitFor({ state: 'detached' });
    const link = page.getByRole('link', { name: 'biên bản.txt' });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const content = [];
    for await (const part of await download.createReadStream()) {
      content.push(part);
    }
    assert.equal(Buffer.concat(content).toString(), 'nội dung');
  }],

  ['what others do appears by itself, and stands against what was meant for before', async (at) => {
    const { office, page } = at;
    await signIn(at, 'lanh-dao');
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await openTask(at, 'ra-soat-htx');
    await page.getByRole('button', { name: 'Chốt thời gian' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Hạn hoàn thành').fill('30/06/2025');
    await dialog.getByText('Thứ Hai, ngày 30 tháng 6 năm 2025').waitFor();
    await office.must('POST', `/api/v1/campaigns/${office.shown}/tasks/ra-soat-htx/comment`,
      { as: office.acting('chuyen-vien-nv'), body: { text: 'Đã gửi công văn cho các huyện' } });
    await page.getByText('Đã gửi công văn cho các huyện').waitFor();
    await dialog.getByRole('button', { name: 'Chốt thời gian' }).click();
    await dialog.getByRole('alert').waitFor();
    assert.equal(await dialog.getByLabel('Hạn hoàn thành').inputValue(), '30/06/2025');
    await dialog.getByRole('button', { name: 'Chốt thời gian' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Thứ Hai, 30/06/2025').waitFor();
  }],

  ['a day is typed as day, month and year, whatever the language of the browser, and what is no day is said to be none', async (at) => {
    const { office } = at;
    const browser = await at.browser.other({ locale: 'en-US' });
    try {
      const page = await browser.page();
      await page.addInitScript(() => localStorage.setItem('tiendo.language', 'vi'));
      await signIn({ office, page }, 'lanh-dao');
      await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
      await openTask({ office, page }, 'ra-soat-htx');
      await page.getByRole('button', { name: 'Chốt thời gian' }).click();
      const dialog = page.getByRole('dialog');
      const due = dialog.getByLabel('Hạn hoàn thành');
      for (const [typed, shown, said] of [['5/7/2025', '05/07/2025', 'Thứ Bảy, ngày 5 tháng 7 năm 2025'], ['05.07.25', '05/07/2025', 'Thứ Bảy, ngày 5 tháng 7 năm 2025'],
        ['05072025', '05/07/2025', 'Thứ Bảy, ngày 5 tháng 7 năm 2025'], ['31/02/2025', '31/02/2025', 'Không có ngày 31/02/2025.'],
        ['20/4', '20/4', 'Hãy ghi đủ ngày/tháng/năm, ví dụ 20/04/2025.']]) {
        await due.fill(typed);
        await due.press('Tab');
        await dialog.getByText(said, { exact: true }).waitFor();
        assert.equal(await due.inputValue(), shown);
        assert.equal(await due.getAttribute('aria-invalid'), String(said.endsWith('.')));
      }
      assert.deepEqual(await browser.faults(page), []);
      await dialog.getByRole('button', { name: 'Chốt thời gian' }).click();
      assert.equal(await due.evaluate((field) => field.validationMessage), 'Hãy ghi đủ ngày/tháng/năm, ví dụ 20/04/2025.');
      assert.deepEqual(browser.complaints, []);
    } finally {
      await browser.close();
    }
  }],

  ['a comment is written, and seen among the comments', async (at) => {
    const { page } = at;
    await signIn(at, 'chuyen-vien-nv');
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await openTask(at, conference);
    await page.getByRole('textbox', { name: 'Viết ý kiến' }).fill('Giấy mời đã in xong');
    await page.getByRole('button', { name: 'Gửi' }).click();
    await page.getByRole('button', { name: 'Ý kiến', exact: true }).click();
    await page.getByText('Ý kiến: Giấy mời đã in xong').waitFor();
    assert.equal(await page.getByRole('textbox', { name: 'Viết ý kiến' }).inputValue(), '');
  }],

  ['notices wait in the inbox until they were read', async (at) => {
    const { page, office } = at;
    await signIn(at, 'chuyen-vien-nv');
    const badge = page.getByRole('link', { name: /Hộp thư/ }).locator('.count');
    await badge.waitFor();
    await office.must('POST', `/api/v1/campaigns/${office.shown}/tasks/${conference}/comment`, { as: office.acting('lanh-dao'), body: { text: 'Mời thêm Sở Công Thương' } });
    await page.goto(`${office.url}/#/inbox`);
    await page.locator('.notice').getByText(/^Ý kiến: .* – Lê Thanh Bình: Mời thêm Sở Công Thương$/).waitFor(); // whose it is
    await looksRight(at, 'inbox');
    await page.locator('.notice a').first().click();
    await page.getByRole('heading', { name: 'Thông tin' }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Đánh dấu đã đọc tất cả' }).click();
    await page.getByText('Đã đọc hết').waitFor();
    assert.equal(await badge.count(), 0);
    await page.reload();
    await page.getByText('Đã đọc hết').waitFor();
  }],

  ['the status page is printed without what surrounds it', async (at) => {
    const { page } = at;
    await signIn(at, 'lanh-dao');
    await page.getByRole('link', { name: 'Bản in' }).click();
    await page.getByRole('heading', { name: 'Nhiệm vụ quá hạn' }).waitFor();
    await page.getByRole('row', { name: /Số HTX thành lập mới 25 HTX ước 9 HTX tính đến 16\/04\/2025 ước đạt 36 % kế hoạch \(9\/25 HTX\)/ }).waitFor();
    await page.getByText('DIỄN TẬP – không phải số liệu thật').waitFor();
    const units = page.getByRole('region', { name: 'Theo đơn vị chủ trì' });
    await units.getByRole('row', { name: /^Phòng Nghiệp vụ - Kiểm tra \d+ \d+ \d+ \d+ \d+$/ }).waitFor();
    assert.equal(await page.getByText(/^Chỉ các nhiệm vụ mà/).count(), 0);
    assert.match(await page.locator('.counts > div', { hasText: 'trong đó đang tạm dừng' }).innerText(), /\s1$/);
    await looksRight(at, 'status');
    const { document } = (await at.office.must('GET', `/api/v1/campaigns/${at.office.shown}`, {})).json;
    const { heads } = (await at.office.must('GET', '/api/v1/journal/heads', {})).json;
    const printed = await page.locator('.heads').innerText();
    for (const { stream, version, hash } of heads.filter((head) => head.stream === 'office' || head.stream === at.office.shown)) {
      const whose = stream === 'office' ? 'Nhật ký của cơ quan' : `Nhật ký của kế hoạch ${document}`;
      assert.ok(printed.includes(`${whose}, dòng ${version}: ${hash.match(/.{8}/g).join(' ')}`), `${stream} in ${printed}`);
    }
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 654, height: 980 }); // A4 without its margins
    assert.equal(await page.getByRole('banner').isVisible(), false);
    assert.equal(await page.getByRole('button', { name: 'In' }).isVisible(), false);
    assert.equal(await page.locator('.heads').isVisible(), true);
    await picture(page, 'status-print');
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.emulateMedia({ media: null });
    await page.setViewportSize({ width: 1280, height: 800 });
    const day = page.getByLabel('Tính đến hết ngày');
    await day.fill('17/4/2025');
    await day.press('Enter');
    await page.getByText('Tính đến hết ngày 17/04/2025').first().waitFor();
    await page.getByText('Thứ Năm, ngày 17 tháng 4 năm 2025').waitFor();
    await day.fill('31122025');
    await day.press('Enter');
    await page.getByText('Ngày 31/12/2025 chưa đến. Hãy chọn hôm nay hoặc một ngày đã qua.').waitFor();
    assert.equal(await page.locator('.paper').count(), 0);
    await day.fill('02/01/2024');
    await day.press('Enter');
    await page.getByText('Ngày 02/01/2024 kế hoạch chưa được ban hành.').waitFor();
    await day.fill('');
    await day.press('Enter');
    await page.getByRole('heading', { name: 'Nhiệm vụ quá hạn' }).waitFor();
  }],

  ['a sheet of a day gone by speaks of that day, and counts what comes next the same everywhere', async (at) => {
    const { page, office } = at;
    await alter(page, '**/api/v1/tasks?*', (list) => {
      const open = list.tasks.filter((task) => task.time.status === 'not_due' && task.due !== null);
      Object.assign(open[0] ?? {}, { due: '2025-04-16', time: { status: 'due_today', days_late: 0, text: '' } });
      Object.assign(open[1] ?? {}, { state: 'plan_submitted' });
    });
    await signIn(at, 'lanh-dao');
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await page.goto(`${office.url}/#/status/${office.shown}?as_of=2025-04-16`);
    const next = page.getByRole('region', { name: 'Đến hạn trong hai tuần tới (đến 30/04/2025)' });
    await next.getByText('đến hạn trong ngày').waitFor();
    assert.equal(await page.getByText('hạn hôm nay').count(), 0);
    const listed = await next.locator('tbody tr').count();
    const counted = page.locator('.counts > div', { hasText: 'đến hạn trong hai tuần tới' }).locator('dd');
    assert.equal(Number(await counted.innerText()), listed);
    const units = page.getByRole('region', { name: 'Theo đơn vị chủ trì' }).locator('tbody tr');
    const of_units = await units.evaluateAll((rows) => rows.map((row) => Number(row.cells[3].textContent)));
    assert.ok(of_units.reduce((sum, one) => sum + one, 0) >= listed, `${of_units}: one task may have two lead units`);
    await page.getByRole('region', { name: 'Kế hoạch chi tiết chờ duyệt' }).waitFor();
    await page.getByText('Người lập').waitFor();
    await page.getByText('Thủ trưởng cơ quan').waitFor();
  }],

  ['on a narrow screen all pages are named, and no table of the sheet is cut off', async (at) => {
    const { page, office } = at;
    await signIn(at, 'lanh-dao');
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await page.goto(`${office.url}/#/status/${office.shown}`);
    await page.getByRole('heading', { name: 'Nhiệm vụ quá hạn' }).waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    for (const link of await page.getByRole('navigation').getByRole('link').all()) {
      const { x, width } = await link.boundingBox();
      assert.ok(x >= 0 && x + width <= 390, await link.innerText());
    }
    const cut = await page.locator('.scroll').evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.innerText));
    assert.deepEqual(cut, []);
  }],

  ['whatever page of a rehearsal is printed says that it is none of real life', async (at) => {
    const { page, office } = at;
    await signIn(at, 'lanh-dao');
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await page.goto(`${office.url}/#/timeline/${office.shown}`);
    await page.getByRole('treegrid').waitFor();
    const mark = page.getByText('DIỄN TẬP – không phải số liệu thật');
    assert.equal(await mark.isVisible(), false);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await mark.isVisible(), true);
    await page.emulateMedia({ media: null });
  }],

  ['who sees the tasks of his unit prints those, is told so, and nothing is refused to him', async (at) => {
    const { page } = at;
    const refused = [];
    page.on('response', (response) => response.status() === 403 && refused.push(response.url()));
    await signIn(at, 'chuyen-vien-nv');
    await page.getByRole('link', { name: 'Bản in' }).click();
    await page.getByText('Chỉ các nhiệm vụ mà Phòng Nghiệp vụ - Kiểm tra chủ trì hoặc phối hợp').waitFor();
    await page.getByText('Lập từ nhật ký của tiendo.').waitFor();
    assert.deepEqual(refused, []);
  }],
];
