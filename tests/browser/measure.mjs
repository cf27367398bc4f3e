// node measure.mjs PROGRAM SOURCE PACKAGES [TASKS]
// How fast the timeline of a large campaign is in the browser: the time from its answer to its picture,
// and the frames while it is scrolled, down and to the side. Prints figures; nothing is checked.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { Office } from '../contract/office.mjs';
import { Browser } from './browser.mjs';
import { signIn } from './expect.mjs';
import { clock } from './year.mjs';

const [program, source, packages] = process.argv.slice(2, 5).map((path) => resolve(path));
const tasks = Number(process.argv[5] ?? 1000);
const load = createRequire(join(packages, 'package.json'));

/// The answer of a campaign, with so many tasks all over the year in place of its own.
function enlarged(timeline) {
  const day = (number) => new Date(Date.UTC(2025, 0, 1 + number)).toISOString().slice(0, 10);
  const states = ['announced', 'in_progress', 'accepted', 'reported', 'suspended'];
  const statuses = ['not_due', 'overdue', 'due_soon', 'done_late', 'no_due_date'];
  timeline.tasks = Array.from({ length: tasks }, (_, i) => {
    const known = timeline.tasks[i % timeline.tasks.length];
    const start = (i * 37) % 330;
    const due = day(start + 5 + (i * 13) % 30);
    return { ...known, id: `viec-${i}`, start: day(start), planned_start: day(start), due, first_due: i % 5 === 0 ? day(start + 4) : due,
      extensions: i % 5 === 0 ? 1 : 0, state: states[i % states.length], status: i % 5 === 4 ? null : statuses[i % statuses.length],
      days_late: i % 9, percent: (i * 7) % 100, certainty: i % 3 === 0 ? 'tentative' : 'firm' };
  });
  return timeline;
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
    const answer = JSON.stringify(enlarged((await office.must('GET', `/api/v1/campaigns/${office.large}/timeline`)).json));
    const browser = await Browser.open(load);
    const page = await browser.page();
    await page.route('**/timeline', (route) => route.fulfill({ contentType: 'application/json', body: answer }));
    await signIn({ office, page }, 'lanh-dao');
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
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
    await browser.close();
  } finally {
    await office.close();
  }
}

await main();
