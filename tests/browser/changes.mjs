// What becomes of a plan once it is in service: amended, its days set, its units merged, closed.
import assert from 'node:assert/strict';
import { looksRight, signIn } from './expect.mjs';

const publicity = `
  dua-tin: { title: Đưa tin về Tháng hành động, window: tháng 6/2025, lead: van-phong, detailed_plan: none }
`;

/// The plan as it was issued, in the files in which the office keeps it: `change` makes its new text.
function files(office, change) {
  const [plan, organisation] = office.planFiles;
  return [[plan.name, change(plan.text)], [organisation.name.split('/').at(-1), organisation.text]]
    .map(([name, text]) => ({ name, mimeType: 'application/yaml', buffer: Buffer.from(text) }));
}

/// One task later, one new, one left out.
function amended(text) {
  const lines = text.split('\n').filter((line) => !line.startsWith('  trang-tri:'));
  return lines.join('\n').replace('window: Quý I/2025', 'window: Quý III/2025').replace('\ntasks:\n', `\ntasks:${publicity}`);
}

async function sit(at, user, where) {
  await signIn(at, user);
  await at.page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
  await at.page.goto(`${at.office.url}/#/${where}`);
}

async function fill(page, change) {
  await page.getByLabel('Tệp kế hoạch').setInputFiles(change);
  await page.getByLabel('Số văn bản điều chỉnh').fill('50/KH-LMHTX');
  await page.getByLabel('Ngày văn bản').fill('16/04/2025');
  await page.getByLabel('Lý do').fill('Điều chỉnh theo kinh phí được giao');
}

const preview = (page) => page.getByRole('region', { name: 'Sẽ thay đổi những gì' });
const look = (page) => page.getByRole('button', { name: /^Xem trước/ }).click();
const words_of = async (element) => (await element.innerText()).replaceAll(/\s+/g, ' ');

/// A small plan whose last phase has begun.
const ending = `schema: tiendo/plan/1
id: tong-ket
title: Kế hoạch tổng kết quý I
document: { number: 9/KH-VP, date: 2025-04-01 }
period: năm 2025
units: { van-phong: { name: Văn phòng, short: VP } }
tasks:
  bao-cao: { title: Báo cáo quý I, window: tháng 5/2025, lead: van-phong, detailed_plan: none }
  luu-tru: { title: Lưu trữ hồ sơ, window: tháng 6/2025, lead: van-phong, detailed_plan: none }
phases:
  initial: lam
  states:
    lam: { title: Thực hiện, on: [ { at: "15/04/2025", to: xong } ] }
    xong: { title: Tổng kết, final: true }
`;

export const tests = [
  ['the office amends a plan: it sees what is added, dropped, changed and moved, and only then applies it', async (at) => {
    const { office, page } = at;
    const id = await office.campaign();
    await sit(at, 'van-thu', `plan/${id}`);
    await page.getByText('Chưa điều chỉnh lần nào, vẫn như khi ban hành').waitFor();
    await looksRight(at, 'plan');
    await page.getByRole('link', { name: 'Điều chỉnh kế hoạch' }).click();
    await page.getByRole('heading', { name: 'Điều chỉnh kế hoạch' }).waitFor();
    await looksRight(at, 'plan-amend');
    await fill(page, files(office, amended));
    await look(page);
    await preview(page).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), 'seen', 'whoever does not see it is taken there');
    const text = await words_of(preview(page));
    assert.match(text, /1 nhiệm vụ thêm, 1 nhiệm vụ bỏ, 1 nhiệm vụ sửa/);
    assert.match(text, /thêm Đưa tin về Tháng hành động/);
    assert.match(text, /bỏ Trang trí/);
    assert.match(text, /CoopStar.*hạn hoàn thành Trước: 31\/03\/2025 \(đã qua\) → ; Sau: 30\/09\/2025/);
    await preview(page).getByText(/mốc và lời nhắc khác/).first().click();
    await looksRight(at, 'plan-amend-seen');
    assert.equal((await office.must('GET', `/api/v1/campaigns/${id}`)).json.version, 1, 'nothing is done yet');
    await preview(page).getByRole('button', { name: 'Áp dụng' }).click();
    await page.getByRole('status').getByText('Đã điều chỉnh. Kế hoạch nay là phiên bản 2.').waitFor();
    const row = page.getByRole('region', { name: 'Các lần điều chỉnh' }).getByRole('row', { name: /50\/KH-LMHTX/ });
    assert.match(await words_of(row), /^50\/KH-LMHTX 2 16\/04\/2025 Điều chỉnh theo kinh phí được giao \d\d:\d\d 17\/04\/2025$/);
    await looksRight(at, 'plan-amended');
    const added = (await office.must('GET', `/api/v1/campaigns/${id}/tasks/dua-tin`)).json;
    assert.equal(added.due, '2025-06-30');
  }],

  ['what is wrong in a plan file is said with its place, and nothing is done', async (at) => {
    const { office, page } = at;
    const id = await office.campaign();
    await sit(at, 'lanh-dao', `plan/${id}/amend`);
    await fill(page, files(office, (text) => text.replace('lead: nghiep-vu', 'lead: khong-co')));
    await look(page);
    const alert = page.getByRole('alert');
    await alert.getByText('Tệp chưa dùng được, chưa ghi gì.').waitFor();
    const [, line] = /thang-hanh-dong-htx-2025\.yaml:(\d+):\d+/.exec(await alert.innerText());
    assert.ok(Number(line) > 1);
    await alert.getByText(/khong-co/).first().waitFor();
    await looksRight(at, 'plan-amend-wrong');
    assert.equal(await preview(page).count(), 0);
    // Mended, and pasted instead.
    await page.getByLabel('Dán nội dung').check();
    await page.getByLabel('Nội dung tệp kế hoạch').fill(office.planFiles[0].text.replace('organisation: organisation/yen-bai.yaml\n', ''));
    await look(page);
    await alert.getByText(/ke-hoach\.yaml:\d+/).first().waitFor();
  }],

  ['of two who amend the same version the second is told what happened and what to do', async (at) => {
    const { office, page } = at;
    const id = await office.campaign();
    await sit(at, 'van-thu', `plan/${id}/amend`);
    await fill(page, files(office, amended));
    await look(page);
    await preview(page).waitFor();
    await office.must('POST', `/api/v1/campaigns/${id}/amend`, { as: office.acting('lanh-dao'),
      body: { files: office.planFiles, document: { number: '49/KH-LMHTX' }, reason: 'Sửa lỗi in', version: 1 } });
    await preview(page).getByRole('button', { name: 'Áp dụng' }).click();
    const alert = preview(page).getByRole('alert');
    await alert.getByText('Kế hoạch vừa được người khác điều chỉnh, nay là phiên bản 2: chưa ghi gì.').waitFor();
    await alert.getByRole('link', { name: 'Xem các lần điều chỉnh' }).waitFor();
    assert.ok(await preview(page).getByRole('button', { name: 'Áp dụng' }).isDisabled());
    await looksRight(at, 'plan-changed');
    await look(page);
    await preview(page).waitFor();
    await preview(page).getByRole('button', { name: 'Áp dụng' }).click();
    await page.getByText('Kế hoạch nay là phiên bản 3.').waitFor();
    assert.equal(await page.getByRole('region', { name: 'Các lần điều chỉnh' }).getByRole('row').count(), 4);
  }],

  ['what is typed after looking has to be looked at again', async (at) => {
    const { office, page } = at;
    const id = await office.campaign();
    await sit(at, 'van-thu', `plan/${id}/amend`);
    await fill(page, files(office, amended));
    await look(page);
    await preview(page).waitFor();
    await page.getByLabel('Lý do').fill('Lý do khác');
    await preview(page).getByText('Lần xem trước này không còn đúng.').waitFor();
    assert.ok(await preview(page).getByRole('button', { name: 'Áp dụng' }).isDisabled());
    await looksRight(at, 'plan-amend-stale');
  }],

  ['a phase that is under way and has another id is asked for', async (at) => {
    const { office, page } = at;
    const id = await office.campaign();
    await sit(at, 'van-thu', `plan/${id}/amend`);
    await fill(page, files(office, (text) => text.replaceAll(/cao-diem(?=[:,\s])(?<!sau-cao-diem)/g, 'thang-tu')));
    await look(page);
    await page.getByRole('alert').getByText(/giai đoạn “cao-diem”/).waitFor();
    await page.getByLabel('“Tháng cao điểm” nay là').selectOption('Tháng cao điểm');
    await looksRight(at, 'plan-renamed');
    await look(page);
    await preview(page).waitFor();
    await preview(page).getByRole('button', { name: 'Áp dụng' }).click();
    await page.getByText('Kế hoạch nay là phiên bản 2.').waitFor();
  }],

  ['a day that others count from becomes known, with what follows from it', async (at) => {
    const { office, page } = at;
    const id = await office.campaign();
    await sit(at, 'van-thu', `plan/${id}`);
    const days = page.getByRole('region', { name: 'Ngày mốc' });
    await days.getByRole('listitem').filter({ hasText: 'ngày khai mạc' }).getByText('chưa biết ngày').waitFor();
    await days.getByRole('link', { name: 'Ghi ngày: ngày khai mạc' }).click();
    assert.equal(await page.getByLabel('Ngày mốc').inputValue(), 'ngày khai mạc');
    await page.getByLabel('Là ngày').fill('10/6/2025');
    await look(page);
    assert.match(await words_of(preview(page)), /Trang trí .*Sau: 30\/05\/2025|Trang trí .*Sau: 31\/05\/2025/);
    await looksRight(at, 'plan-anchor');
    await preview(page).getByRole('button', { name: 'Ghi ngày mốc' }).click();
    await page.getByText('Đã ghi: ngày khai mạc.').waitFor();
    await days.getByText('Thứ Ba, 10/06/2025').waitFor();
    await days.getByRole('link', { name: 'Đổi ngày: ngày khai mạc' }).click();
    assert.equal(await page.getByLabel('Là ngày').inputValue(), '10/06/2025');
    await page.getByLabel('Ngày mốc').fill('ngày bế mạc');
    await look(page);
    await page.getByRole('alert').getByText(/Không nhiệm vụ nào tính thời gian theo “ngày bế mạc”/).waitFor();
  }],

  ['who carries out tasks sees what amended the plan, and is offered nothing more', async (at) => {
    const { office, page } = at;
    await sit(at, 'chuyen-vien-nv', `plan/${office.shown}`);
    await page.getByRole('heading', { name: 'Các lần điều chỉnh' }).waitFor();
    await page.getByRole('region', { name: 'Ngày mốc' }).getByText('Kế hoạch này không có ngày mốc nào.').waitFor(); // none that his tasks count from
    assert.equal(await page.getByRole('main').getByRole('link', { name: /Điều chỉnh|Ghi ngày|Kết thúc/ }).count(), 0);
    assert.equal(await page.getByRole('link', { name: 'Cơ quan' }).count(), 0);
    await page.goto(`${office.url}/#/plan/${office.shown}/amend`);
    await page.getByText('Việc này do lãnh đạo hoặc văn phòng làm.').waitFor();
    await page.goto(`${office.url}/#/office`);
    await page.getByText('Phần này dành cho văn phòng và quản trị viên.').waitFor();
  }],

  ['a campaign before its end says that its phases stop; at its end what becomes of its tasks and its report', async (at) => {
    const { office, page } = at;
    await sit(at, 'lanh-dao', `plan/${office.shown}/close`);
    await page.getByLabel(/^Hủy \d+ nhiệm vụ này rồi kết thúc đợt$/).check();
    await page.getByText('Các giai đoạn của kế hoạch chưa xong').waitFor();
    await page.getByLabel('Lý do kết thúc khi các giai đoạn chưa xong').waitFor();
    await looksRight(at, 'plan-not-closing');
    await office.must('POST', '/api/v1/campaigns', { body: { id: 'tong-ket', files: [{ name: 'tong-ket.yaml', text: ending }] } });
    await page.goto(`${office.url}/#/plan/tong-ket`);
    await page.getByText('2 nhiệm vụ chưa nghiệm thu, chưa hủy:').waitFor();
    await page.getByRole('link', { name: 'Kết thúc đợt' }).click();
    await page.getByText('Đợt chưa kết thúc. Nghiệm thu hoặc hủy từng nhiệm vụ trước').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Kết thúc đợt' }).count(), 0);
    await page.getByLabel('Hủy 2 nhiệm vụ này rồi kết thúc đợt').check();
    await page.getByLabel('Lý do hủy').fill('Nhập vào kế hoạch quý II');
    await page.getByRole('button', { name: 'Kết thúc đợt' }).click();
    const choice = page.getByLabel('Chưa có, nộp sau');
    assert.equal(await choice.evaluate((field) => field.validationMessage), 'Hãy chọn một mục.');
    await choice.check();
    await looksRight(at, 'plan-close');
    await page.getByRole('button', { name: 'Kết thúc đợt' }).click();
    await page.getByText('Đã kết thúc đợt. Còn nợ báo cáo tổng kết.').waitFor();
    const report = page.getByRole('region', { name: 'Báo cáo tổng kết' });
    await looksRight(at, 'plan-report-owed');
    await report.getByRole('button', { name: 'Nộp báo cáo tổng kết' }).click();
    await page.getByLabel('Số báo cáo tổng kết').fill('99/BC-LMHTX');
    await page.getByRole('dialog').getByRole('button', { name: 'Nộp báo cáo tổng kết' }).click();
    await report.getByText('Số 99/BC-LMHTX', { exact: true }).waitFor();
    assert.equal(await report.getByRole('button').count(), 0);
    assert.equal(await page.getByRole('link', { name: 'Điều chỉnh kế hoạch' }).count(), 0);
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
