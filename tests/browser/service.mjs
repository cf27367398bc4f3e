// What the console does where the network or the server does not do its part, and what it weighs.
import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { looksRight, signIn } from './expect.mjs';

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
