// A browser as one person has it: a context of its own in Debian's chromium, which is started once for
// all of them, with nothing kept from before, and in which no page may complain.
import { readFileSync } from 'node:fs';

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];

let chromium;

export class Browser {
  #context;
  #axe;
  #load;

  /// `load`: require of the installed packages.
  static async open(load, options = {}) {
    const browser = new Browser();
    browser.#load = load;
    browser.#axe = load.resolve('axe-core/axe.min.js');
    chromium ??= load('playwright-core').chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });
    browser.#context = await (await chromium).newContext({
      locale: 'vi-VN', reducedMotion: 'reduce', timezoneId: 'Asia/Ho_Chi_Minh', viewport: { width: 1280, height: 800 }, ...options,
    });
    browser.#context.setDefaultTimeout(10_000);
    browser.complaints = [];
    return browser;
  }

  /// A browser beside this one, that is otherwise.
  other(options) {
    return Browser.open(this.#load, options);
  }

  async page() {
    const page = await this.#context.newPage();
    page.on('pageerror', (error) => this.complaints.push(`${error}`));
    page.on('console', (message) => {
      // A request that is refused is told there too; what the person is told is looked at by the test.
      // Scripts that are kept out of a letter are those of the test.
      if (message.type() === 'error' && !/^(Failed to load resource|Blocked script execution)/.test(message.text())) {
        this.complaints.push(message.text());
      }
    });
    return page;
  }

  /// What axe finds on the page as it is, one line each. It comes in by the debugger: the policy of the
  /// page would let no script of the test in.
  async faults(page) {
    const session = await this.#context.newCDPSession(page);
    await session.send('Runtime.evaluate', { expression: readFileSync(this.#axe, 'utf8') });
    const { result } = await session.send('Runtime.evaluate', {
      expression: `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
        .then((found) => JSON.stringify(found.violations.flatMap((one) =>
          one.nodes.map((node) => one.id + ': ' + node.target.join(' ') + ' ' + (node.any[0]?.message ?? node.all[0]?.message ?? '')))))`,
      awaitPromise: true,
    });
    await session.detach();
    return JSON.parse(result.value);
  }

  /// Of each page: `name`, `name-2`, …
  async pictures(name) {
    for (const [i, page] of this.#context.pages().entries()) {
      await page.screenshot({ path: `${name}${i > 0 ? `-${i + 1}` : ''}.png` });
    }
  }

  /// What a page asks for at the very end is answered by nobody any more.
  async close() {
    await Promise.all(this.#context.pages().map((page) => page.unrouteAll({ behavior: 'ignoreErrors' })));
    await this.#context.close();
  }

  /// After the last of them.
  static async end() {
    await (await chromium)?.close();
    chromium = undefined;
  }
}
