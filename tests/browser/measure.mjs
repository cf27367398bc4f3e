// node measure.mjs PROGRAM SOURCE PACKAGES [TASKS]
// How fast the console is in the browser: the first page of one who is signed in, on a CPU that is slowed
// four times and without a cache; the timeline of a large campaign, from its answer to its picture, and
// the frames while it is scrolled, down and to the side. Prints figures; nothing is checked.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { Office } from '../contract/office.mjs';
import { Browser } from './browser.mjs';
import { signIn } from './expect.mjs';
import { enlarged } from './large.mjs';
import { clock } from './year.mjs';

const [program, source, packages] = process.argv.slice(2, 5).map((path) => resolve(path));
const tasks = Number(process.argv[5] ?? 1000);
const load = createRequire(join(packages, 'package.json'));

/// From the start of the navigation until the list stands, until its first button does, and until that has
/// opened its dialog for one who clicks it at once.
async function interactive(page, office) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const since = (selector) => page.waitForFunction((one) => document.querySelector(one) && performance.now(), selector, { polling: 'raf' })
    .then((handle) => handle.jsonValue());
  const times = [];
  for (let round = 0; round < 9; ++round) {
    await page.goto('about:blank');
    await session.send('Network.clearBrowserCache');
    await page.goto(office.url, { waitUntil: 'commit' });
    const list = await since('.work-row');
    const button = await since('.work-do button');
    await page.evaluate(() => document.querySelector('.work-do button').click());
    times.push([list, button, await since('dialog[open]')]);
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await session.detach();
  return times;
}

/// From the answer in hand to the frame after the picture, each time with the whole page made anew.
async function drawing(page, office) {
  const times = [];
  for (let round = 0; round < 7; ++round) {
    await page.goto(`${office.url}/#/inbox`);
    await page.locator('.tl').waitFor({ state: 'detached' });
    times.push(await page.evaluate(async (where) => {
      const plain = Response.prototype.json;
      let parsed = 0;
      Response.prototype.json = async function () {
        const value = await plain.call(this);
        if (this.url.endsWith('/timeline')) {
          parsed = performance.now();
        }
        return value;
      };
      location.hash = where;
      await new Promise((drawn) => {
        const look = () => (document.querySelector('.tl-bars .tl-bar') ? drawn() : requestAnimationFrame(look));
        look();
      });
      const in_document = performance.now();
      await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
      Response.prototype.json = plain;
      return [in_document - parsed, performance.now() - parsed];
    }, `#/timeline/${office.large}`));
  }
  return times;
}

/// Scrolls `pixels` in so many steps, one a frame, and takes the time of each frame.
async function frames(page, direction, pixels, steps) {
  return page.evaluate(async ([way, by, count]) => {
    const frame = document.querySelector('.tl-frame');
    const long = [];
    const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map((one) => one.duration)));
    observer.observe({ entryTypes: ['longtask'] });
    const times = [];
    let before = await new Promise(requestAnimationFrame);
    for (let i = 0; i < count; ++i) {
      frame[way] += by / count;
      const now = await new Promise(requestAnimationFrame);
      times.push(now - before);
      before = now;
    }
    observer.disconnect();
    return { times, long };
  }, [direction, pixels, steps]);
}

/// What the browser itself did meanwhile, by its trace counters.
async function work(session, act) {
  const read = async () => Object.fromEntries((await session.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]));
  const before = await read();
  const result = await act();
  const after = await read();
  const spent = (name) => 1000 * (after[name] - before[name]);
  return { ...result, script: spent('ScriptDuration'), layout: spent('LayoutDuration'), style: spent('RecalcStyleDuration'), task: spent('TaskDuration'),
    nodes: after.Nodes };
}

/// Nodes that the browser holds: as they are, and once it has collected what nobody holds any more.
async function nodes(session) {
  const read = async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'Nodes').value;
  const before = await read();
  await session.send('HeapProfiler.collectGarbage');
  return [before, await read()];
}

function at(times, part) {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)];
}

const ms = (value) => `${value.toFixed(1)} ms`;

async function main() {
  const office = await Office.open(program, source, clock);
  try {
    await office.fill();
    await office.enroll('lanh-dao');
    office.large = await office.campaign();
    const answer = JSON.stringify(enlarged(tasks, (await office.must('GET', `/api/v1/campaigns/${office.large}/timeline`)).json));
    const browser = await Browser.open(load);
    const page = await browser.page();
    await page.route('**/timeline', (route) => route.fulfill({ contentType: 'application/json', body: answer }));
    await signIn({ office, page }, 'lanh-dao');
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    const first = await interactive(page, office);
    ['its list', 'its first button', 'the dialog of that button'].forEach((what, i) => {
      const of = first.map((round) => round[i]);
      console.log(`first page, CPU slowed four times, until ${what}: median ${ms(at(of, 0.5))}, most ${ms(Math.max(...of))}`);
    });
    const times = await drawing(page, office);
    console.log(`${tasks} tasks, from the answer to the document: median ${ms(at(times.map(([one]) => one), 0.5))}, most ${ms(Math.max(...times.map(([one]) => one)))}`);
    console.log(`${tasks} tasks, from the answer to the frame after: median ${ms(at(times.map(([, one]) => one), 0.5))}, most ${ms(Math.max(...times.map(([, one]) => one)))}`);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    for (const [name, query, direction, pixels] of [['down, year', '', 'scrollTop', 24_000], ['down, week', '?zoom=week', 'scrollTop', 24_000], ['aside, week', '?zoom=week', 'scrollLeft', 12_000]]) {
      await page.goto(`${office.url}/#/timeline/${office.large}${query}`);
      await page.locator('.tl-bars .tl-bar').first().waitFor();
      await page.waitForTimeout(500);
      await page.locator('.tl-frame').evaluate((frame) => frame.scrollTo(0, 0));
      const steps = 300;
      const seen = await work(session, () => frames(page, direction, pixels, steps));
      console.log(`scrolled ${name}: ${(1000 * steps / seen.times.reduce((sum, one) => sum + one, 0)).toFixed(1)} frames/s, frame median ${ms(at(seen.times, 0.5))}, ` +
        `99 % ${ms(at(seen.times, 0.99))}; a frame: script ${ms(seen.script / steps)}, style ${ms(seen.style / steps)}, layout ${ms(seen.layout / steps)}, ` +
        `all of the main thread ${ms(seen.task / steps)}; tasks of 50 ms and more: ${seen.long.length}; nodes ${seen.nodes}`);
    }
    await session.send('HeapProfiler.enable');
    const rest = [];
    for (let round = 0; round < 4; ++round) {
      await frames(page, 'scrollTop', round % 2 === 0 ? 24_000 : -24_000, 300);
      rest.push(await nodes(session));
    }
    console.log(`nodes after scrolling down and up and down and up, before → after collection: ${rest.map((pair) => pair.join(' → ')).join(', ')}; ` +
      `in the document: ${await page.evaluate(() => document.querySelectorAll('*').length)} elements`);
    await page.goto(`${office.url}/#/inbox`);
    await page.locator('.tl').waitFor({ state: 'detached' });
    console.log(`nodes after leaving the page: ${(await nodes(session)).join(' → ')}`);
    await browser.close();
    await Browser.end();
  } finally {
    await office.close();
  }
}

await main();
