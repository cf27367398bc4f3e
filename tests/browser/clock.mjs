// The clock of a rehearsal, moved from the console.
import assert from 'node:assert/strict';
import { looksRight, signIn } from './expect.mjs';

const time = (page) => page.locator('.rehearsal-time').innerText();
const said = (page, text) => page.locator('.rehearsal-control').getByText(text).waitFor({ state: 'attached' });

export const tests = [
  ['who may not move the clock is told what time it is, and nothing more', async (at) => {
    const { page } = at;
    await signIn(at, 'chuyen-vien-nv');
    await page.getByText('Không phải thời gian thật').waitFor();
    assert.match(await time(page), /^09:\d\d, Thứ Năm, 17\/04\/2025$/);
    assert.equal(await page.locator('.rehearsal-control').count(), 0);
  }],

  ['an administrator stops the clock, lets it go on faster, and moves it by the keyboard alone', async (at) => {
    const { office, page } = at;
    await signIn(at, 'quan-tri');
    const control = page.getByRole('group', { name: 'Chỉnh đồng hồ' });
    await control.getByRole('button', { name: 'Dừng đồng hồ' }).click();
    await control.getByRole('button', { name: 'Cho chạy tiếp' }).waitFor();
    assert.equal((await office.must('GET', '/api/v1/clock', {})).json.paused, true);
    await looksRight(at, 'clock');
    await control.getByRole('button', { name: 'Đến sáng hôm sau' }).focus();
    await page.keyboard.press('Enter');
    await said(page, 'Đồng hồ bây giờ là 07:30, Thứ Sáu, 18/04/2025');
    assert.match(await time(page), /^07:30, Thứ Sáu, 18\/04\/2025$/);
    await control.getByRole('button', { name: 'Thêm một ngày' }).focus();
    await page.keyboard.press('Enter');
    await said(page, 'Đồng hồ bây giờ là 07:30, Thứ Bảy, 19/04/2025');
    await control.getByRole('button', { name: 'Đến ngày…' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Chủ nhật, ngày 20 tháng 4 năm 2025').waitFor();
    await looksRight(at, 'clock-date');
    await dialog.getByLabel(/^Ngày/).fill('22/04/2025');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    assert.match(await time(page), /^08:00, Thứ Ba, 22\/04\/2025$/);
    await control.getByLabel('Đồng hồ chạy').selectOption('một ngày trong một phút');
    await control.getByRole('button', { name: 'Dừng đồng hồ' }).waitFor();
    await page.waitForFunction(() => !document.querySelector('.rehearsal-time').textContent.startsWith('08:00'));
    assert.equal((await office.must('GET', '/api/v1/clock', {})).json.speed, 1440);
    await control.getByLabel('Đồng hồ chạy').selectOption('như thời gian thật');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('group', { name: 'Move the clock' }).getByRole('button', { name: 'To the next morning' }).waitFor();
  }],

  ['what another does to the clock is seen, and what follows from it', async (at) => {
    const { office, page } = at;
    await office.must('PUT', '/api/v1/clock', { body: { step_to: '2025-05-05T08:00:00+07:00' } });
    await signIn(at, 'lanh-dao');
    await page.getByRole('heading', { name: 'Quá hạn' }).waitFor();
    await office.must('PUT', '/api/v1/clock', { body: { step: 'P1D' } });
    await page.getByText('Thứ Ba, 06/05/2025').first().waitFor({ timeout: 8000 });
  }],
];
