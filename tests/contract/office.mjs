// An office in service for the tests of the contract: a server of its own in a rehearsal, the
// people of every role, and campaigns of document 001 brought to where a request makes sense.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const beginning = '2024-12-01T08:00:00+07:00'; // a Sunday
const password = 'ke hoach so 345 nam 2024';

/// Everybody who asks. The lead unit of the task asked about is nghiep-vu, trung-tam helps.
export const people = {
  'quan-tri': { role: 'administrator' },
  'van-thu': { role: 'office' },
  'lanh-dao': { role: 'leader' },
  'truong-nv': { role: 'head', unit: 'nghiep-vu' },
  'chuyen-vien-nv': { role: 'staff', unit: 'nghiep-vu' },
  'chuyen-vien-tt': { role: 'staff', unit: 'trung-tam' },
  'chuyen-vien-quy': { role: 'staff', unit: 'quy' },
  'nguoi-xem': { role: 'viewer' },
  'da-nghi': { role: 'staff', unit: 'nghiep-vu', until: '2024-12-01' },
};

export const task = 'hoi-nghi-dien-hinh';

export class Office {
  #child;
  #folder;
  #count = 0;

  /// `source`: the root of the repository; `clock`: when its rehearsal begins.
  static async open(program, source, clock = beginning) {
    const office = new Office();
    office.#folder = mkdtempSync(join(tmpdir(), 'tiendo-contract-'));
    const data = join(office.#folder, 'data');
    const told = [];
    office.#child = spawn(program, ['serve', '--data', data, '--rehearsal', '--clock', clock,
      '--listen', '127.0.0.1:0', '--log-level', 'error', '--mail-folder', join(office.#folder, 'mail')],
    { stdio: ['ignore', 'pipe', 'pipe'] });
    office.ended = new Promise((resolve) => office.#child.on('exit', (code) => resolve(code)));
    for (const stream of [office.#child.stdout, office.#child.stderr]) {
      stream.on('data', (text) => told.push(text));
    }
    const file = join(data, 'server.json');
    for (let tries = 0; !existsSync(file); ++tries) {
      if (office.#child.exitCode !== null || tries > 1000) {
        throw new Error(`the server does not start: ${told.join('')}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const { address, token } = JSON.parse(readFileSync(file, 'utf8'));
    office.url = address;
    office.owner = { Authorization: `Bearer ${token}` };
    office.told = told;
    office.planFiles = plan_files(source);
    const name = 'scenarios/thang-hanh-dong-htx-2025.yaml';
    office.scenario = { name, text: readFileSync(join(source, 'workflows', name), 'utf8') };
    office.sessions = {};
    return office;
  }

  /// By its process id; answers with its exit code.
  async close() {
    const late = setTimeout(() => this.#child.kill('SIGKILL'), 10_000);
    this.#child.kill('SIGTERM');
    const code = await this.ended;
    clearTimeout(late);
    rmSync(this.#folder, { recursive: true, force: true });
    return code;
  }

  /// `as`: headers that say who asks. `body`: a text as it is, anything else as JSON.
  async call(method, path, { as = this.owner, body, type, headers = {} } = {}) {
    const sent = { 'Accept-Language': 'en', ...as, ...headers };
    if (body !== undefined) {
      sent['Content-Type'] = type ?? 'application/json';
    }
    const text = body === undefined || typeof body === 'string' || body instanceof Uint8Array
      ? body : JSON.stringify(body);
    const stopped = new AbortController();
    const response = await fetch(this.url + path,
      { method, headers: sent, body: text, signal: stopped.signal, redirect: 'manual' });
    const answer = {
      status: response.status,
      type: (response.headers.get('content-type') ?? '').split(';')[0],
      headers: response.headers,
      text: '',
    };
    if (answer.type === 'text/event-stream') {
      stopped.abort(); // it does not end by itself
      return answer;
    }
    answer.text = await response.text();
    if (answer.type.endsWith('json')) {
      answer.json = JSON.parse(answer.text);
    }
    return answer;
  }

  /// What has to succeed for the test to make sense.
  async must(method, path, options) {
    const answer = await this.call(method, path, options);
    if (answer.status >= 300) {
      throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    }
    return answer;
  }

  /// The owner in the name of somebody.
  acting(user) {
    return { ...this.owner, 'X-Tiendo-As': user };
  }

  /// The units first, then everybody.
  async fill() {
    const organisation = this.planFiles.find((file) => file.name.startsWith('organisation/'));
    await this.must('PUT', '/api/v1/office', { body: organisation.text, type: 'application/yaml' });
    for (const [user, post] of Object.entries(people)) {
      await this.must('POST', '/api/v1/users', { body: { user, name: user, posts: [post] } });
    }
  }

  async signIn(user, secret = password) {
    const answer = await this.must('POST', '/api/v1/session',
      { as: {}, body: { user, password: secret } });
    return session_of(answer);
  }

  /// A first password, and one of his own; answers with the headers of his session.
  async enroll(user) {
    const set = await this.must('PUT', `/api/v1/users/${user}/password`, {});
    const first = set.json.password;
    const as = await this.signIn(user, first);
    const changed = await this.must('PUT', '/api/v1/session/password',
      { as, body: { old: first, new: password } });
    this.sessions[user] = session_of(changed);
    return this.sessions[user];
  }

  /// Gives people addresses, and goes on to the next morning, when they are written to; answers with the
  /// id of the latest letter.
  async write_to(...users) {
    for (const user of users) {
      await this.must('PUT', `/api/v1/users/${user}/contact`, { body: { email: `${user}@example.vn` } });
    }
    await this.must('PUT', '/api/v1/clock', { body: { step: 'next_morning' } });
    for (let tries = 0; tries < 1000; ++tries) {
      const { letters } = (await this.must('GET', '/api/v1/letters', {})).json;
      if (letters.length >= users.length) {
        return letters[0].id;
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('nobody is written to');
  }

  /// A further campaign of document 001, with targets and a day that a task counts from, which it does
  /// not have by itself.
  async campaign() {
    const id = `ke-hoach-${++this.#count}`;
    await this.must('POST', '/api/v1/campaigns', { body: { id, files: this.planFiles } });
    return id;
  }

  /// A person whom nobody needs.
  async person() {
    const user = `nguoi-${++this.#count}`;
    await this.must('POST', '/api/v1/users',
      { body: { user, name: user, posts: [{ role: 'staff', unit: 'quy' }] } });
    return user;
  }

  /// After `answer` changed the password of `user` to `now`: that of before, for the next time.
  async restore_password(user, answer, now) {
    const changed = await this.must('PUT', '/api/v1/session/password',
      { as: session_of(answer), body: { old: now, new: password } });
    this.sessions[user] = session_of(changed);
    return this.sessions[user];
  }

  next(name) {
    return `${name}-${++this.#count}`;
  }

  get password() {
    return password;
  }
}

/// Headers by which whoever has this session asks.
export function session_of(answer) {
  const cookie = answer.headers.get('set-cookie').split(';')[0];
  return { Cookie: cookie, 'X-Tiendo-Token': answer.json.anti_forgery_token };
}

function plan_files(source) {
  const read = (name) => ({ name, text: readFileSync(join(source, 'workflows', name), 'utf8') });
  const plan = read('thang-hanh-dong-htx-2025.yaml');
  const kinds = new Set([...plan.text.matchAll(/kind: ([a-z-]+)/g)].map((found) => found[1]));
  plan.text += `
targets:
  thanh-lap-moi: { title: Số HTX thành lập mới, unit: HTX, plan: 25, lead: nghiep-vu }
  to-hop-tac: { title: Tổ hợp tác thành lập mới, unit: tổ hợp tác, plan: 5, lead: trung-tam }
  thu-nhap: { title: Thu nhập bình quân trong HTX, unit: triệu đồng/người/năm, plan: 62.5, period: năm 2025 }
  chuan-bi: { title: Xã có kế hoạch vận động, unit: xã, plan: 150, lead: nghiep-vu, period: từ ngày 01/11/2024 đến ngày 31/12/2025 }
`;
  plan.text = plan.text.replace('\ntasks:\n', '\ntasks:\n  trang-tri: { title: Trang trí, window: trước ngày khai mạc 10 ngày, lead: van-phong }\n');
  return [plan, read('organisation/yen-bai.yaml'),
    ...[...kinds].map((kind) => read(`kinds/${kind}.yaml`))];
}
