// What the office is made of, and what it goes by: units, their mergers, days off.
import assert from 'node:assert/strict';
import { looksRight } from './expect.mjs';
import { look, preview, sit } from './preview.mjs';

export const tests = [
  ['the office changes a unit: its name, how long it is there, and what cannot be is said with what to do', async (at) => {
    const { office, page } = at;
    const first = (await office.must('GET', '/api/v1/units', {})).json.units.find(({ id }) => id === 'trung-tam');
    await sit(at, 'van-thu', 'office');
    await page.getByRole('button', { name: `Sửa: ${first.name}` }).click();
    const dialog = page.getByRole('dialog');
    assert.equal(await dialog.getByLabel('Tên tắt').inputValue(), first.short);
    await dialog.getByLabel('Tên đơn vị').fill('Trung tâm Tư vấn');
    await dialog.getByLabel('Thành lập ngày').fill('01/02/2025');
    await dialog.getByLabel('Thôi hoạt động sau ngày').fill('01/01/2025');
    await looksRight(at, 'office-edit-unit');
    await dialog.getByRole('button', { name: 'Ghi', exact: true }).click();
    await dialog.getByText('Sớm nhất là ngày 01/02/2025.').waitFor();
    await dialog.getByLabel('Thôi hoạt động sau ngày').fill('31/12/2025');
    await page.route('**/api/v1/units/*', (route) => route.fulfill({ status: 422, contentType: 'application/problem+json',
      body: JSON.stringify({ title: 'Nội dung không đúng', status: 422, detail: 'đơn vị “X” giải thể trước khi thành lập', code: 'bad_argument' }) }));
    await dialog.getByRole('button', { name: 'Ghi', exact: true }).click();
    await dialog.getByRole('alert').getByText('Đơn vị “X” giải thể trước khi thành lập.').waitFor();
    await page.unroute('**/api/v1/units/*');
    await dialog.getByRole('button', { name: 'Ghi', exact: true }).click();
    await page.getByText('Đã ghi: Trung tâm Tư vấn.').waitFor();
    await page.getByRole('row', { name: /^Trung tâm Tư vấn/ }).getByText('từ 01/02/2025, đến hết 31/12/2025').waitFor();
    const now = (await office.must('GET', '/api/v1/units', {})).json.units.find(({ id }) => id === 'trung-tam');
    assert.deepEqual(now, { ...first, name: 'Trung tâm Tư vấn', from: '2025-02-01', until: '2025-12-31' });
    await office.must('PUT', '/api/v1/units/trung-tam', { body: { name: first.name, short: first.short } });
  }],

  ['an administrator merges units, choosing what becomes of each open task', async (at) => {
    const { office, page } = at;
    await sit(at, 'quan-tri', 'office');
    await page.getByRole('row', { name: /Quỹ Hỗ trợ phát triển HTX/ }).waitFor();
    await page.getByRole('button', { name: 'Thêm đơn vị' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tên đơn vị').fill('Phòng Đầu tư và Hỗ trợ');
    await dialog.getByLabel('Tên tắt').fill('ĐTHT');
    await looksRight(at, 'office-new-unit');
    await dialog.getByRole('button', { name: 'Thêm đơn vị' }).click();
    await page.getByText('Đã thêm Phòng Đầu tư và Hỗ trợ.').waitFor();
    await page.getByRole('link', { name: 'Sáp nhập' }).click();
    await page.getByLabel('Vào đơn vị').selectOption('Phòng Đầu tư và Hỗ trợ');
    await page.getByLabel('Từ ngày').fill('01/07/2025');
    await page.getByLabel('Số văn bản').fill('1673/NQ-UBTVQH15');
    await look(page);
    await page.getByRole('alert').getByText('Hãy chọn ít nhất một đơn vị sáp nhập.').waitFor();
    await page.getByLabel('Quỹ Hỗ trợ phát triển HTX').check();
    await look(page);
    await preview(page).waitFor();
    const tasks = page.getByRole('group', { name: /^Nhiệm vụ đang mở của các đơn vị này/ }).getByRole('listitem');
    const all = await tasks.count();
    assert.ok(all > 2);
    await tasks.first().getByRole('combobox').selectOption('hủy');
    await page.getByRole('button', { name: 'Xem trước lại' }).click();
    assert.equal(await tasks.first().getByRole('textbox').evaluate((field) => field.validationMessage), 'Hãy điền ô này.');
    await tasks.first().getByRole('textbox').fill('Chương trình đã dừng');
    await page.getByRole('button', { name: 'Xem trước lại' }).click();
    await preview(page).getByText(`${all - 1} nhiệm vụ chuyển, 1 nhiệm vụ thôi thực hiện.`).waitFor();
    await looksRight(at, 'office-merge');
    await page.getByRole('button', { name: 'Thực hiện sáp nhập' }).click();
    await page.getByText('Đã ghi việc sáp nhập từ ngày 01/07/2025.').waitFor();
    await page.getByRole('link', { name: 'Đơn vị', exact: true }).click();
    const row = page.getByRole('row', { name: /^Quỹ Hỗ trợ phát triển HTX/ });
    await row.getByText('đến hết 30/06/2025').waitFor();
    await row.getByText('Phòng Đầu tư và Hỗ trợ').waitFor();
    await looksRight(at, 'office-units');
  }],

  ['a changed holiday says beforehand which reminders it moves', async (at) => {
    const { page } = at;
    await sit(at, 'van-thu', 'office/holidays');
    const off = page.getByLabel('Ngày nghỉ, từ thứ Hai đến thứ Sáu');
    await page.waitForFunction(() => /02\/09\/2025/.test(document.querySelector('textarea[name=off]')?.value ?? ''));
    const days = await off.inputValue();
    await off.fill(`${days}\n22/4/2025x`);
    await page.getByLabel('Số thông báo').fill('6150/TB-BLĐTBXH');
    await look(page);
    await page.getByRole('alert').getByText('Không đọc được ngày “22/4/2025x”.').waitFor();
    await off.fill(`${days}\n22/4/2025`);
    await look(page);
    await preview(page).getByText(/\d+ thời hạn, lời nhắc đổi ngày/).waitFor();
    await looksRight(at, 'office-holidays');
    await preview(page).getByRole('button', { name: 'Ghi ngày nghỉ' }).click();
    await page.getByText('Đã ghi ngày nghỉ năm 2025.').waitFor();
    await page.waitForFunction(() => /22\/04\/2025/.test(document.querySelector('textarea[name=off]').value)); // read anew
    assert.equal(await preview(page).count(), 0);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('link', { name: 'Days off' }).waitFor();
  }],
];
