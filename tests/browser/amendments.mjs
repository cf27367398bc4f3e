// A plan in service is amended.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { looksRight } from './expect.mjs';
import { look, preview, sit, words_of } from './preview.mjs';

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

async function fill(page, change) {
  await page.getByLabel('Tệp kế hoạch').setInputFiles(change);
  await page.getByLabel('Số văn bản điều chỉnh').fill('50/KH-LMHTX');
  await page.getByLabel('Ngày văn bản').fill('16/04/2025');
  await page.getByLabel('Lý do').fill('Điều chỉnh theo kinh phí được giao');
}

/// The office has seen what the amendment of its campaign would come to; its id.
async function looksAtAmendment(at) {
  const id = await at.office.campaign();
  await sit(at, 'van-thu', `plan/${id}/amend`);
  await fill(at.page, files(at.office, amended));
  await look(at.page);
  await preview(at.page).waitFor();
  return id;
}

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
    await preview(page).locator('details:not([open]) summary').filter({ hasText: /mốc và lời nhắc/ }).first().click();
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

  ['dates that somebody has fixed and that the new plan replaces are pointed out before it is applied', async (at) => {
    const { office, page } = at;
    const id = await office.campaign();
    await office.must('POST', `/api/v1/campaigns/${id}/tasks/coopstar/fix-dates`, { body: { start: '2025-05-05', due: '2025-05-20' } });
    await sit(at, 'van-thu', `plan/${id}/amend`);
    await fill(page, files(office, amended));
    await look(page);
    await preview(page).getByText('Ngày đã chốt không còn giữ: 1 nhiệm vụ.').waitFor();
    await preview(page).getByRole('listitem').getByText('05/05/2025 – 20/05/2025').waitFor();
    await looksRight(at, 'plan-amend-replaced');
  }],

  ['the plan in force is downloaded, changed, and chosen again as the new one', async (at) => {
    const { office, page } = at;
    const id = await office.campaign();
    await sit(at, 'van-thu', `plan/${id}/amend`);
    const links = page.getByRole('region', { name: 'Kế hoạch đang thực hiện (phiên bản 1)' }).getByRole('link');
    await links.first().waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), links.first().click()]);
    const text = readFileSync(await download.path(), 'utf8');
    assert.equal(text, office.planFiles[0].text);
    // The files of units and procedures that go with it are not chosen: they stay.
    await fill(page, [{ name: download.suggestedFilename(), mimeType: 'application/yaml', buffer: Buffer.from(amended(text)) }]);
    await look(page);
    assert.match(await words_of(preview(page)), /1 nhiệm vụ thêm, 1 nhiệm vụ bỏ, 1 nhiệm vụ sửa/);
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
    const id = await looksAtAmendment(at);
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
    const { page } = at;
    await looksAtAmendment(at);
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
    await page.getByRole('alert').getByText(/giai đoạn “Tháng cao điểm” \(cao-diem\)/).waitFor();
    await page.getByLabel('“Tháng cao điểm” nay là').selectOption('Tháng cao điểm');
    await looksRight(at, 'plan-renamed');
    await look(page);
    await preview(page).waitFor();
    await preview(page).getByRole('button', { name: 'Áp dụng' }).click();
    await page.getByText('Kế hoạch nay là phiên bản 2.').waitFor();
  }],

  ['what was answered for one file is not said of another, which has other phases', async (at) => {
    const { office, page } = at;
    const id = await office.campaign();
    await sit(at, 'van-thu', `plan/${id}/amend`);
    await fill(page, files(office, (text) => text.replaceAll(/cao-diem(?=[:,\s])(?<!sau-cao-diem)/g, 'thang-tu')));
    await look(page);
    await page.getByLabel('“Tháng cao điểm” nay là').selectOption('Tháng cao điểm');
    await fill(page, files(office, (text) => text));
    await look(page);
    await preview(page).waitFor();
    assert.equal(await page.getByLabel('“Tháng cao điểm” nay là').count(), 0);
  }],
];
