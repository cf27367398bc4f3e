// node run.mjs PROGRAM SOURCE PACKAGES [office | demo [WORD]]
// The browser run: people use the console of a server of its own, an office in the middle of a year, or
// the demo; without a word both. Prints a line a test; ends with 1 where one failed. WORD: only tests
// with it in their name. TIENDO_PICTURES=FOLDER keeps a picture of every page that was looked at.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { Office } from '../contract/office.mjs';
import { Browser } from './browser.mjs';
import { Demo } from './demo.mjs';
import { clock, furnish } from './year.mjs';
import * as account from './account.mjs';
import * as amendments from './amendments.mjs';
import * as changes from './changes.mjs';
import * as clock_tests from './clock.mjs';
import * as journey from './journey.mjs';
import * as letters from './letters.mjs';
import * as merger from './merger.mjs';
import * as office_tests from './office.mjs';
import * as pages from './pages.mjs';
import * as requests from './requests.mjs';
import * as service from './service.mjs';
import * as targets from './targets.mjs';
import * as task from './task.mjs';
import * as timeline from './timeline.mjs';

const [program, source, packages] = process.argv.slice(2, 5).map((path) => resolve(path));
const [part, word = ''] = process.argv.slice(5);
const load = createRequire(join(packages, 'package.json'));

async function furnished() {
  const office = await Office.open(program, source, clock);
  await furnish(office);
  return office;
}

const runs = [
  { part: 'office', open: furnished, tests: [...account.tests, ...service.tests, ...requests.tests, ...pages.tests, ...task.tests, ...letters.tests, ...timeline.tests,
    ...targets.tests, ...amendments.tests, ...changes.tests, ...office_tests.tests, ...clock_tests.tests] }, // last: they move the clock of all
  { part: 'demo', open: () => Demo.open(program), tests: journey.tests },
  { part: 'demo', open: () => Demo.open(program), tests: merger.tests },
];

/// Why it failed; nothing where it did not.
async function attempt(test, office) {
  const seats = [];
  const open = async () => {
    const browser = await Browser.open(load);
    seats.push(browser);
    return { browser, page: await browser.page() };
  };
  const first = await open();
  try {
    await test({ office, open, ...first });
    const complaints = seats.flatMap((browser) => browser.complaints);
    return complaints.length > 0 ? `the page complains: ${complaints.join('; ')}` : undefined;
  } catch (error) {
    for (const [i, browser] of seats.entries()) {
      await browser.pictures(join(packages, `failed${'-other'.repeat(i)}`)).catch(() => undefined);
    }
    return error.stack;
  } finally {
    await Promise.all(seats.map((browser) => browser.close()));
  }
}

/// How many failed.
async function run({ open, tests }) {
  const chosen = tests.filter(([name]) => name.includes(word));
  if (chosen.length === 0) {
    return 0;
  }
  const office = await open();
  let failed = 0;
  try {
    for (const [name, test] of chosen) {
      const why = await attempt(test, office);
      console.log(`${why ? 'FAILED' : 'ok    '} ${name}${why ? `\n  ${why}` : ''}`);
      failed += why ? 1 : 0;
    }
  } finally {
    const code = await office.close();
    if (code !== 0) {
      ++failed;
      console.log(`FAILED the server ends with ${code}: ${office.told.join('')}`);
    }
  }
  return failed;
}

let failed = 0;
for (const one of runs.filter((any) => !part || any.part === part)) {
  failed += await run(one);
}
process.exit(failed > 0 ? 1 : 0);
