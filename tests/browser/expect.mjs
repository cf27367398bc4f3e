import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/// Nothing for axe to find, in both schemes, and nothing wider than a narrow screen.
export async function looksRight({ browser, page }, name) {
  for (const scheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme: scheme });
    assert.deepEqual(await browser.faults(page), [], `${name}, ${scheme}`);
    await picture(page, `${name}-${scheme}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  const before = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  const [wide, narrow] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  await picture(page, `${name}-narrow`);
  assert.ok(wide <= narrow, `${name}: ${wide} px wide on a screen of ${narrow}`);
  await page.setViewportSize(before);
}

export async function picture(page, name) {
  const folder = process.env.TIENDO_PICTURES;
  if (folder) {
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `console-${name}.png`), fullPage: true });
  }
}

/// Signs in as somebody who has a password.
export async function signIn({ office, page }, user, secret = office.password) {
  await page.goto(office.url);
  await page.getByLabel('Tên đăng nhập').fill(user);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(secret);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

/// The answers to `url` come to the page as `change` leaves them.
export async function alter(page, url, change) {
  await page.route(url, async (route) => {
    try {
      const response = await route.fetch();
      const json = await response.json();
      change(json);
      await route.fulfill({ response, json });
    } catch (error) {
      if (!/has been closed/.test(error.message)) {
        throw error; // else the test is over
      }
    }
  });
}
