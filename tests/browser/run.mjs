// node run.mjs PROGRAM SOURCE PACKAGES [WORD]
// The browser run: people of an office use the console of a server of its own. Prints a line a test;
// ends with 1 where one failed. WORD: only tests with it in their name. TIENDO_PICTURES=FOLDER keeps
// a picture of every page that was looked at.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { Office } from '../contract/office.mjs';
import { Browser } from './browser.mjs';
import { clock, furnish } from './year.mjs';
import * as account from './account.mjs';
import * as clock_tests from './clock.mjs';
import * as letters from './letters.mjs';
import * as pages from './pages.mjs';
import * as service from './service.mjs';
import * as targets from './targets.mjs';
import * as timeline from './timeline.mjs';

const [program, source, packages] = process.argv.slice(2, 5).map((path) => resolve(path));
const word = process.argv[5] ?? '';
const load = createRequire(join(packages, 'package.json'));
const tests = [...account.tests, ...service.tests, ...pages.tests, ...letters.tests, ...timeline.tests, ...targets.tests,
  ...clock_tests.tests]; // last: they move the clock of all

async function main() {
  const office = await Office.open(program, source, clock);
  let failed = 0;
  try {
    await furnish(office);
    for (const [name, test] of tests.filter(([name]) => name.includes(word))) {
      const browser = await Browser.open(load);
      const page = await browser.page();
      let why;
      try {
        await test({ office, browser, page });
        why = browser.complaints.length > 0 ? `the page complains: ${browser.complaints.join('; ')}` : undefined;
      } catch (error) {
        why = error.stack;
        await page.screenshot({ path: join(packages, 'failed.png') }).catch(() => undefined);
      }
      await browser.close();
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
  process.exit(failed > 0 ? 1 : 0);
}

await main();
