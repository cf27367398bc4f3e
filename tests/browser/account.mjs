// Who sits at the console: signing in, passwords, languages, an end.
import assert from 'node:assert/strict';
import { looksRight, signIn } from './expect.mjs';

const chosen = 'một câu dài dễ nhớ';

async function a_first_password(office, user) {
  const set = await office.must('PUT', `/api/v1/users/${user}/password`, {});
  return set.json.password;
}

export const tests = [
  ['whoever comes is asked who he is, and told when the password is wrong', async (at) => {
    const { office, page } = at;
    await page.goto(office.url);
    await page.getByRole('button', { name: 'Đăng nhập' }).waitFor();
    await looksRight(at, 'sign-in');
    await signIn(at, 'chuyen-vien-nv', 'không phải mật khẩu này');
    await page.getByRole('alert').waitFor();
    await signIn(at, 'chuyen-vien-nv');
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
  }],

  ['a password that was given is changed before anything else', async (at) => {
    const { office, page } = at;
    const user = await office.person();
    const first = await a_first_password(office, user);
    await signIn(at, user, first);
    await page.getByRole('heading', { name: 'Đổi mật khẩu' }).waitFor();
    await looksRight(at, 'password-due');
    await page.getByLabel('Mật khẩu hiện tại').fill(first);
    await page.getByLabel('Mật khẩu mới', { exact: true }).fill(chosen);
    await page.getByLabel('Nhập lại mật khẩu mới').fill(`${chosen}!`);
    await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    assert.match(await page.getByRole('alert').innerText(), /không giống nhau/);
    await page.getByLabel('Nhập lại mật khẩu mới').fill(chosen);
    await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
  }],

  ['the console speaks both languages, and remembers which', async (at) => {
    const { page } = at;
    await signIn(at, 'chuyen-vien-nv');
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'My work' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'My work' }).waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  }],

  ['a rehearsal says that its time is not real', async (at) => {
    const { page } = at;
    await signIn(at, 'chuyen-vien-nv');
    assert.match(await page.locator('.banner.rehearsal').innerText(), /Không phải thời gian thật.*17\/04\/2025/);
  }],

  ['whose session has ended signs in where he is', async (at) => {
    const { office, page } = at;
    await signIn(at, 'chuyen-vien-nv');
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await office.must('DELETE', '/api/v1/users/chuyen-vien-nv/sessions', {});
    // By the address: the dialog may be there already, asked for by the stream of events.
    await page.evaluate(() => { location.hash = '#/tasks'; });
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await dialog.getByLabel('Mật khẩu', { exact: true }).fill(office.password);
    await dialog.getByRole('button', { name: 'Đăng nhập' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Nhiệm vụ' }).waitFor();
  }],

  ['the menu of the account closes when something of it was chosen', async (at) => {
    const { page } = at;
    await signIn(at, 'chuyen-vien-nv');
    await page.locator('.account summary').click();
    await page.getByRole('link', { name: 'Đổi mật khẩu' }).click();
    await page.getByRole('heading', { name: 'Đổi mật khẩu' }).waitFor();
    assert.equal(await page.locator('.account').getAttribute('open'), null);
    await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    assert.equal(await page.getByLabel('Mật khẩu hiện tại').evaluate((field) => field.validationMessage), 'Hãy điền ô này.');
  }],

  ['Escape closes the menu of the account, and the keyboard is where it was', async (at) => {
    const { page } = at;
    await signIn(at, 'chuyen-vien-nv');
    const summary = page.locator('.account summary');
    await summary.click();
    await page.getByRole('link', { name: 'Đổi mật khẩu' }).focus();
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.account').getAttribute('open'), null);
    assert.equal(await summary.evaluate((element) => element === document.activeElement), true);
  }],

  ['whoever signs out is gone', async (at) => {
    const { page } = at;
    await signIn(at, 'chuyen-vien-nv');
    await page.locator('.account summary').click();
    await looksRight(at, 'account');
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByLabel('Tên đăng nhập').waitFor();
    await page.reload();
    await page.getByLabel('Tên đăng nhập').waitFor();
  }],
];
