// What the console asks the server for before there is something to see, and in which order.
import assert from 'node:assert/strict';
import { signIn } from './expect.mjs';

/// The paths of the interface that are asked for, in their order; `held`: no answer comes to them until
/// `release` is called.
async function record(page, held = []) {
  const asked = [];
  let release;
  const released = new Promise((resolve) => { release = resolve; });
  await page.route('**/api/v1/**', async (route) => {
    const { pathname, search } = new URL(route.request().url());
    asked.push(pathname.replace('/api/v1/', '') + (search && '?'));
    if (held.some((path) => pathname === `/api/v1/${path}`)) {
      await released;
    }
    await route.continue().catch(() => undefined);
  });
  return { asked, release };
}

async function until(isSo, complaint) {
  for (let tries = 0; tries < 100 && !isSo(); ++tries) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.ok(isSo(), complaint());
}

const list = (page) => page.locator('.work-row').first();

async function comesBack(at, held) {
  const { office, page } = at;
  await signIn(at, 'chuyen-vien-nv');
  await list(page).waitFor();
  await page.goto('about:blank');
  const recorded = await record(page, held);
  await page.goto(office.url);
  return recorded;
}

export const tests = [
  ['whoever was signed in waits for no answer before the next question is asked', async (at) => {
    const { page } = at;
    const { asked, release } = await comesBack(at, ['session']);
    for (const path of ['session', 'me', 'clock', 'units', 'tasks?']) {
      await until(() => asked.includes(path), () => `${path} in ${asked}`);
    }
    assert.equal(await list(page).count(), 0, 'nothing is shown before it is known to whom');
    release();
    await list(page).waitFor();
  }],

  ['the list of work waits neither for the inbox nor for what its rows need', async (at) => {
    const { page } = at;
    const { asked, release } = await comesBack(at, ['inbox']);
    await list(page).waitFor();
    const before = asked.slice(0, asked.findIndex((path) => /^campaigns\/.*\/tasks\//.test(path)));
    assert.deepEqual(before.filter((path) => path === 'tasks?').length, 1, `once, in ${asked}`);
    assert.ok(new Set(before).size <= 7, `${before}`); // session, me, clock, units, tasks, inbox, events
    release();
  }],

  ['rows in sight are asked for first, the others after them one by one', async (at) => {
    const { page } = at;
    await page.setViewportSize({ width: 1280, height: 420 });
    const { asked } = await comesBack(at, []);
    const details = () => asked.filter((path) => /^campaigns\/[^/]+\/tasks\/[^/]+$/.test(path)).length;
    await list(page).waitFor();
    const rows = await page.locator('.work-row').count();
    assert.ok(details() < rows, `${details()} of ${rows} at once`);
    await until(() => details() === rows, () => `${details()} of ${rows} in the end`);
  }],
];
