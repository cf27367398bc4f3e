// What becomes of a plan once it is in service: its days set, who may change what, its end.
import assert from 'node:assert/strict';
import { looksRight } from './expect.mjs';
import { look, preview, sit, words_of } from './preview.mjs';

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
];
