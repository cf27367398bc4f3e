// node pictures.mjs PROGRAM BUILD FOLDER
// Letters as people see them: those of a day of the demo go to a real mail server (tests/mail/peer) and,
// as they arrived, into pictures: the HTML on a desk and on a phone, in the light and in the dark, and
// the text. To be looked at; nothing is checked. BUILD as in build/release.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { PostOffice } from '../mail/peer/post_office.mjs';
import { Browser } from './browser.mjs';
import { Demo } from './demo.mjs';

const [program, build, folder] = process.argv.slice(2, 5).map((path) => resolve(path));
const load = createRequire(join(build, 'tests/browser/package.json'));
const office = 'Liên minh HTX tỉnh Yên Bái <tiendo@example.vn>';

/// What one person does not get on the same day as everybody: at once, in the words of the demo.
const acts = [
  ['lanhdao', 'tu-van-vay-von/return-plan', { reason: 'Đề nghị nêu rõ mức vay tối đa và đối tượng ưu tiên' }],
  ['nghiepvu', 'ra-soat-htx/ask-extension', { due: '2025-04-30', reason: 'Còn 2 huyện chưa gửi số liệu' }],
  ['lanhdao', 'ra-soat-htx/refuse-extension', { reason: 'Đã quá hạn, đề nghị báo cáo ngay phần đã tổng hợp' }],
  ['lanhdao', 'ra-soat-htx/suspend', { reason: 'Chờ hướng dẫn của Liên minh HTX Việt Nam' }],
];

const merger = { from: ['quy'], into: 'trung-tam', day: '2025-04-11', document: '12/QĐ-LMHTX', reason: 'Sắp xếp lại các đơn vị trực thuộc' };

async function letters() {
  const post = await PostOffice.open(join(build, 'tests/mail/peer'));
  const demo = await Demo.open(program, ['--mail-server', `smtp+plain://127.0.0.1:${post.port}`, '--mail-from', office,
    '--console-address', 'https://tiendo.example.vn']);
  await demo.must('PUT', '/api/v1/clock', { step: 'next_morning' });
  await demo.rests();
  for (const [user, command, body] of acts) {
    await demo.must('POST', `/api/v1/campaigns/thang-hanh-dong-htx-2025/tasks/${command}`, body, user);
  }
  await demo.rests();
  await demo.must('POST', '/api/v1/mergers', merger);
  await demo.must('PUT', '/api/v1/clock', { step: 'next_morning' });
  await demo.rests();
  await demo.close();
  await post.close();
  return post.letters;
}

async function draw(page, letter, name) {
  for (const [width, look] of [[800, 'light'], [800, 'dark'], [380, 'light'], [380, 'dark']]) {
    await page.setViewportSize({ width, height: 600 });
    await page.emulateMedia({ colorScheme: look });
    await page.setContent(letter.html);
    await page.screenshot({ path: join(folder, `${name}-${width}-${look}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 800, height: 600 });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setContent('<pre style="white-space:pre-wrap;font:14px/1.4 monospace"></pre>');
  const head = `From: ${letter.from.name} <${letter.from.address}>\nTo: ${letter.to.name} <${letter.to.address}>\nSubject: ${letter.subject}\n`;
  await page.locator('pre').evaluate((element, text) => { element.textContent = text; }, `${head}\n${letter.text}`);
  await page.screenshot({ path: join(folder, `${name}-text.png`), fullPage: true });
}

mkdirSync(folder, { recursive: true });
const arrived = await letters();
const browser = await Browser.open(load);
const page = await browser.page();
for (const [i, letter] of arrived.entries()) {
  const name = `${String(i + 1).padStart(2, '0')}-${letter.to.address.split('@')[0]}`;
  console.log(`${name}: ${letter.subject}`);
  await draw(page, letter, name);
}
await browser.close();
await Browser.end();
