// Letters that became files, and messages that did not arrive.
import assert from 'node:assert/strict';
import { looksRight, signIn } from './expect.mjs';

const held = { key: 'digest/2025-04-17/truong-nv/email', kind: 'digest', day: '2025-04-17', to: 'truong-nv', channel: 'email', notices: 2,
  queued_at: '2025-04-17T07:30:00+07:00', moved_at: '2025-04-17T07:31:00+07:00', tries: 3 };

/// What the server would say had the mail server refused.
async function refuse(page) {
  await page.route('**/api/v1/messages?state=*', (route) => {
    const state = new URL(route.request().url()).searchParams.get('state');
    if (state === 'withdrawn') {
      return route.continue();
    }
    const message = state === 'dead' ? { ...held, state, retry_at: null, reason: '550 không có hộp thư này' }
      : { ...held, key: `${held.key}/2`, to: 'van-thu', state, retry_at: '2025-04-17T10:15:00+07:00', reason: '421 máy chủ thư bận' };
    return route.fulfill({ contentType: 'application/json', body: JSON.stringify({ messages: [message], next: null }) });
  });
}

/// Others are sent at once, while people act.
const of_the_morning = 'Việc cần làm ngày';

export const tests = [
  ['people read the letters that were sent to them, as they got them', async (at) => {
    const { page, office } = at;
    await signIn(at, 'chuyen-vien-nv');
    await page.getByRole('link', { name: /Hộp thư/ }).click();
    await page.getByRole('link', { name: 'Thư điện tử' }).click();
    await page.getByText('Không có thư nào bị kẹt.').waitFor();
    const letters = page.locator('.letter-row').filter({ hasText: of_the_morning });
    assert.equal(await letters.count(), 1);
    assert.match(await letters.innerText(), /gửi cho Nguyễn Văn An <chuyen-vien-nv@example.vn>[^]*07:30 17\/04\/2025[^]*đã gửi/);
    await looksRight(at, 'letters');
    const { width, height } = await letters.boundingBox();
    await letters.click({ position: { x: width - 5, y: height - 5 } }); // the whole row opens it
    const subject = page.getByRole('heading', { name: /^\[tiendo\] Việc cần làm/ });
    assert.equal(await subject.evaluate((element) => getComputedStyle(element, '::first-letter').textTransform), 'none', 'as it was sent');
    const letter = page.frameLocator('iframe');
    await letter.getByText('Kính gửi Ông/Bà Nguyễn Văn An').waitFor();
    const mark = letter.locator('h2 span').first();
    assert.notEqual(await mark.evaluate((element) => getComputedStyle(element).backgroundColor), 'rgba(0, 0, 0, 0)');
    await looksRight(at, 'letter');
    await page.getByText('Thư chỉ có chữ').click();
    await page.locator('.letter-text', { hasText: 'Kính gửi Ông/Bà Nguyễn Văn An' }).waitFor();
    const [opened] = await Promise.all([page.waitForEvent('popup'), letter.getByRole('link').first().click()]);
    await opened.getByRole('heading', { name: 'Thông tin' }).waitFor();
    await opened.close();
    const own = (await office.must('GET', '/api/v1/letters', { as: office.sessions['lanh-dao'] })).json.letters[0];
    await page.goto(`${office.url}/#/letters/${own.id}`);
    await page.getByText('Không có thư này, hoặc thư không gửi cho bạn.').waitFor();
  }],

  ['a letter has a policy of its own, under which nothing runs in it', async (at) => {
    const { page, office } = at;
    await signIn(at, 'lanh-dao');
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    const own = (await office.must('GET', '/api/v1/letters', { as: office.sessions['lanh-dao'] })).json.letters[0];
    const answer = await page.goto(`${office.url}/api/v1/letters/${own.id}/html`);
    assert.match(answer.headers()['content-security-policy'], /^sandbox /);
    assert.equal(await page.evaluate(() => origin), 'null');
    // Under its policy axe cannot run: the same document without it.
    const bare = await at.browser.page();
    await bare.setContent((await answer.body()).toString());
    const of_pages = /^(landmark-one-main|page-has-heading-one|region):/; // a letter stands inside of one
    assert.deepEqual((await at.browser.faults(bare)).filter((fault) => !of_pages.test(fault)), []);
  }],

  ['an administrator sees what did not arrive, why, and when it is tried again', async (at) => {
    const { page } = at;
    await refuse(page);
    await signIn(at, 'quan-tri');
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await page.evaluate(() => { location.hash = '#/letters'; });
    const dead = page.getByRole('row', { name: /Phạm Quốc Hưng.*không gửi được/ });
    await dead.getByText('không gửi được').waitFor();
    assert.match(await dead.innerText(), /550 không có hộp thư này\s+3/);
    const waiting = page.getByRole('row', { name: /Trần Thị Hạnh.*sẽ thử lại/ });
    assert.match(await waiting.innerText(), /sẽ thử lại[^]*421 máy chủ thư bận[^]*10:15 17\/04\/2025/);
    assert.match(await page.getByRole('row', { name: /Vũ Thị Lan/ }).innerText(), /không gửi nữa\s+chưa có địa chỉ thư/);
    await looksRight(at, 'letters-failing');
    assert.equal(await page.locator('.letter-row').filter({ hasText: of_the_morning }).count(), 2);
  }],

  ['where letters go by a mail server, their state is shown without them', async (at) => {
    const { page } = at;
    await page.route('**/api/v1/letters?**', (route) => route.fulfill({ status: 404, contentType: 'application/problem+json',
      body: JSON.stringify({ type: 'urn:tiendo:problem:no_letters', title: 'Not Found', status: 404, detail: 'x', code: 'no_letters' }) }));
    await signIn(at, 'chuyen-vien-nv');
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await page.evaluate(() => { location.hash = '#/letters'; });
    await page.getByText('Thư ở đây đi qua máy chủ thư').waitFor();
    await page.getByRole('row', { name: /Nguyễn Văn An/ }).getByText('đã gửi').first().waitFor();
    await looksRight(at, 'letters-by-server');
  }],
];
