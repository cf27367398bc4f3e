// What the console does where the network or the server does not do its part, and what it weighs.
import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { looksRight, picture, signIn } from './expect.mjs';

const first_page_bytes_max = 60_000;

export const tests = [
  ['a lost connection is said, and a newer console noticed after it', async (at) => {
    const { page } = at;
    await page.route('**/api/v1/events', (route) => route.abort());
    await signIn(at, 'chuyen-vien-nv');
    await page.getByText(/Mất kết nối với máy chủ/).waitFor();
    await looksRight(at, 'lost');
    await page.route((url) => url.pathname === '/', (route) =>
      route.request().method() === 'HEAD' ? route.fulfill({ status: 200, headers: { ETag: '"another"' } }) : route.continue());
    await page.unroute('**/api/v1/events');
    await page.getByText(/Máy chủ đã có bản mới/).waitFor();
    assert.equal(await page.getByText(/Mất kết nối với máy chủ/).count(), 0);
    await looksRight(at, 'outdated');
  }],

  ['an old page says that there is a newer one, and what is typed outlives loading it', async (at) => {
    const { page, office } = at;
    await signIn(at, 'chuyen-vien-nv');
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await page.goto(`${office.url}/#/tasks/${office.shown}/hoi-nghi-dien-hinh`);
    await page.getByRole('textbox', { name: 'Viết ý kiến' }).fill('Đang viết dở');
    await page.getByRole('button', { name: 'Báo cáo tiến độ' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nội dung').fill('Đã đặt hội trường');
    await dialog.getByRole('slider').fill('55');
    await page.route((url) => url.pathname === '/', (route) =>
      route.request().method() === 'HEAD' ? route.fulfill({ status: 200, headers: { ETag: '"another"' } }) : route.continue());
    await page.evaluate(() => dispatchEvent(new Event('online'))); // the stream begins anew, as after an update
    await dialog.getByText(/Máy chủ đã có bản mới/).waitFor();
    await looksRight(at, 'outdated-dialog');
    await page.unroute((url) => url.pathname === '/');
    await dialog.getByRole('button', { name: 'Tải lại' }).click();
    await page.getByRole('heading', { name: 'Thông tin' }).waitFor();
    assert.equal(await page.getByRole('textbox', { name: 'Viết ý kiến' }).inputValue(), 'Đang viết dở');
    await page.getByRole('button', { name: 'Báo cáo tiến độ' }).click();
    await page.waitForFunction(() => document.querySelector('dialog textarea').value === 'Đã đặt hội trường');
    assert.equal(await dialog.getByRole('slider').inputValue(), '55');
    await dialog.getByText('55%').waitFor();
    await dialog.getByRole('button', { name: 'Bỏ qua' }).click();
    await page.getByRole('button', { name: 'Báo cáo tiến độ' }).click();
    assert.equal(await dialog.getByLabel('Nội dung').inputValue(), ''); // left on purpose
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'Viết ý kiến' }).fill('');
  }],

  ['without a connection nothing typed is lost, buttons say why they wait, and all goes on after it', async (at) => {
    const { page, office } = at;
    await signIn(at, 'chuyen-vien-nv');
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await page.goto(`${office.url}/#/tasks/${office.shown}/hoi-nghi-dien-hinh`);
    const field = page.getByRole('textbox', { name: 'Viết ý kiến' });
    await field.fill('Viết lúc mất mạng');
    await page.context().setOffline(true);
    await page.getByText(/Mất kết nối với máy chủ/).waitFor();
    await page.locator('.comment').getByText('Đang mất kết nối với máy chủ: chưa gửi được').waitFor();
    await page.locator('.comment').getByRole('button', { name: 'Gửi' }).click();
    await page.locator('.comment').getByText('Máy chủ chưa trả lời; đang gửi lại…').waitFor();
    await page.locator('.comment').getByRole('alert').waitFor();
    await looksRight(at, 'offline');
    assert.equal(await field.inputValue(), 'Viết lúc mất mạng');
    await office.must('POST', `/api/v1/campaigns/${office.shown}/tasks/hoi-nghi-dien-hinh/comment`,
      { as: office.acting('truong-nv'), body: { text: 'Viết trong lúc ấy' } });
    await page.context().setOffline(false);
    await page.getByText('Ý kiến: Viết trong lúc ấy').waitFor();
    assert.equal(await page.getByText(/Mất kết nối với máy chủ/).count(), 0);
    await page.locator('.comment').getByRole('button', { name: 'Gửi' }).click();
    await page.getByText('Ý kiến: Viết lúc mất mạng').waitFor();
    assert.equal(await field.inputValue(), '');
  }],

  ['a browser without scripts is told what to do, in both languages', async ({ browser, office }) => {
    const plain = await browser.other({ javaScriptEnabled: false });
    try {
      const page = await plain.page();
      await page.goto(office.url);
      await page.setViewportSize({ width: 390, height: 844 });
      await page.locator('noscript h1').waitFor();
      const told = await page.locator('noscript').innerText();
      assert.match(told, /Hãy bật JavaScript cho địa chỉ này[^]*Allow it for this address/);
      await picture(page, 'no-scripts'); // axe is a script
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    } finally {
      await plain.close();
    }
  }],

  ['a command that nobody answered is sent again under its key, and done once', async (at) => {
    const { page, office } = at;
    const keys = [];
    await signIn(at, 'chuyen-vien-nv');
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await page.goto(`${office.url}/#/tasks/${office.shown}/hoi-nghi-dien-hinh`);
    await page.getByRole('textbox', { name: 'Viết ý kiến' }).fill('Chỉ một lần');
    await page.route('**/comment', async (route) => {
      keys.push(await route.request().headerValue('Idempotency-Key'));
      if (keys.length === 1) {
        await route.fetch(); // it is done, and the answer is lost
        await route.abort();
      } else {
        await route.continue();
      }
    });
    await page.getByRole('button', { name: 'Gửi' }).click();
    await page.waitForFunction(() => document.querySelector('.comment textarea').value === '');
    await page.getByText('Ý kiến: Chỉ một lần').waitFor();
    assert.equal(await page.getByText('Ý kiến: Chỉ một lần').count(), 1);
    assert.equal(new Set(keys).size, 1);
    assert.equal(keys.length, 2);
  }],

  ['a list that cannot be read says so, and is read again on a word', async (at) => {
    const { page } = at;
    await page.route('**/api/v1/tasks?**', (route) => route.abort());
    await signIn(at, 'chuyen-vien-nv');
    await page.getByRole('alert').waitFor();
    await looksRight(at, 'failed');
    await page.unroute('**/api/v1/tasks?**');
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await page.getByRole('heading', { name: 'Quá hạn' }).waitFor();
  }],

  ['the first page is light, and everything is served under the policy', async (at) => {
    const { office } = at;
    const front = await office.call('GET', '/', { as: {} });
    assert.match(front.headers.get('content-security-policy'), /default-src 'none'/);
    let bytes = gzipSync(front.text).length;
    for (const [, path] of front.text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)) {
      const file = await office.call('GET', path, { as: {} });
      assert.match(file.headers.get('cache-control'), /immutable/);
      bytes += gzipSync(file.text).length;
    }
    assert.ok(bytes <= first_page_bytes_max, `${bytes} bytes`);
    assert.equal((await office.call('GET', '/assets/khong-co.js', { as: {} })).status, 404);
  }],
];
