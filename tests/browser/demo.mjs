// The demo as somebody meets it who starts it: a server of its own in a folder of its own, whose clock
// stands still unless a test moves it.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export class Demo {
  #child;
  #folder;
  #more;

  /// `more`: further options of the program.
  static async open(program, more = []) {
    const demo = new Demo();
    demo.#folder = mkdtempSync(join(tmpdir(), 'tiendo-demo-'));
    demo.program = program;
    demo.data = join(demo.#folder, 'data');
    demo.#more = more;
    const told = await demo.start(['--demo']);
    demo.accounts = told.accounts;
    return demo;
  }

  /// Serves the folder, once more after a stop; answers with what the program says first.
  async start(options = []) {
    this.told = [];
    this.#child = spawn(this.program, ['serve', '--json', '--speed', '0', '--data', this.data, '--listen', '127.0.0.1:0',
      '--log-level', 'error', ...this.#more, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
    this.ended = new Promise((resolve) => this.#child.on('exit', (code) => resolve(code)));
    this.#child.stderr.on('data', (text) => this.told.push(text));
    const first = new Promise((resolve) => createInterface({ input: this.#child.stdout }).once('line', resolve));
    const line = await Promise.race([first, this.ended.then(() => { throw new Error(`no demo: ${this.told.join('')}`); })]);
    const told = JSON.parse(line);
    this.url = told.address;
    this.owner = { Authorization: `Bearer ${JSON.parse(readFileSync(join(this.data, 'server.json'), 'utf8')).token}` };
    return told;
  }

  /// By its process id; answers with its exit code.
  async stop() {
    const late = setTimeout(() => this.#child.kill('SIGKILL'), 10_000);
    this.#child.kill('SIGTERM');
    const code = await this.ended;
    clearTimeout(late);
    return code;
  }

  async close() {
    const code = await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
    return code;
  }

  account(user) {
    return this.accounts.find((account) => account.user === user);
  }

  /// As the owner of the server, in the name of `user` where he is given; what is not answered well
  /// ends the test.
  async must(method, path, body, user) {
    const headers = { ...this.owner, ...(user && { 'X-Tiendo-As': user }), ...(body && { 'Content-Type': 'application/json' }) };
    const response = await fetch(this.url + path, { method, body: body && JSON.stringify(body), headers });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${text}`);
    }
    return text === '' ? undefined : JSON.parse(text);
  }

  async messages() {
    return (await this.must('GET', '/api/v1/messages')).messages;
  }

  /// Until no message is on its way any more; `retried`: but for those that go again later.
  async rests({ retried = false } = {}) {
    const moving = ['queued', 'sending', ...(retried ? [] : ['waiting_retry'])];
    let left = [];
    for (let tries = 0; tries < 500; ++tries) {
      left = (await this.messages()).filter((message) => moving.includes(message.state));
      if (left.length === 0) {
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`messages do not come to rest: ${JSON.stringify(left)}`);
  }
}
