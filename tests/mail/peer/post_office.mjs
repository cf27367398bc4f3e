// The mail server of the tests beside whoever runs it: what arrives there.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export class PostOffice {
  #child;
  #letters = [];

  /// `packages`: where they are installed; `options`: as peer.mjs has them.
  static async open(packages, options = {}) {
    const office = new PostOffice();
    const script = fileURLToPath(new URL('peer.mjs', import.meta.url));
    office.#child = spawn('node', [script, packages, JSON.stringify({ security: 'none', ...options })],
      { stdio: ['pipe', 'pipe', 'inherit'] });
    office.ended = new Promise((resolve) => office.#child.on('exit', resolve));
    office.port = await new Promise((resolve, fail) => {
      office.ended.then(() => fail(new Error('the mail server does not start')));
      createInterface({ input: office.#child.stdout }).on('line', (line) => {
        const said = JSON.parse(line);
        if (said.event === 'listening') {
          resolve(said.port);
        } else if (said.event === 'letter') {
          office.#letters.push(said);
        }
      });
    });
    return office;
  }

  /// Everything that has arrived until now, in its order.
  get letters() {
    return [...this.#letters];
  }

  async close() {
    this.#child.stdin.end();
    await this.ended;
  }
}
