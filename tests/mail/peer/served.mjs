// node served.mjs PROGRAM PACKAGES
// Letters of an office in service, by a mail server whose certificate has expired: nothing is sent,
// what is wrong is said, and once it was renewed every letter arrives, once.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Demo } from '../../browser/demo.mjs';
import { PostOffice } from './post_office.mjs';

const [program, packages] = process.argv.slice(2, 4).map((path) => resolve(path));
const folder = mkdtempSync(join(tmpdir(), 'tiendo-served-'));
const file = (name) => join(folder, name);
const password = 'mật khẩu số 345';

const post_office = (certificate, port) => PostOffice.open(packages,
  { security: 'starttls', password, key: file(`${certificate}.key`), cert: file(`${certificate}.pem`), port });

async function letters_wait_and_arrive() {
  let post = await post_office('expired');
  const demo = await Demo.open(program, ['--mail-server', `smtp://tiendo@localhost:${post.port}`, '--mail-password-file', file('password'),
    '--mail-ca', file('ca.pem'), '--mail-from', 'Liên minh HTX <tiendo@example.vn>']);
  try {
    await demo.must('PUT', '/api/v1/clock', { step: 'next_morning' });
    await demo.rests({ retried: true });
    const waiting = (await demo.messages()).filter((message) => message.state === 'waiting_retry');
    assert.ok(waiting.length > 4);
    for (const { reason } of waiting) {
      assert.match(reason, /không tin được, chưa gửi gì; quản trị viên phải sửa.*nothing was sent.*expired/);
    }
    assert.deepEqual(post.letters, []);

    const { port } = post;
    await post.close();
    post = await post_office('localhost', port);
    await demo.must('PUT', '/api/v1/clock', { step_to: '2025-04-10T08:00:00+07:00' });
    await demo.rests();
    assert.deepEqual(post.letters.map((letter) => letter.to.address).sort(), waiting.map((message) => `${message.to}@example.vn`).sort());
  } finally {
    assert.equal(await demo.close(), 0);
    await post.close();
  }
}

try {
  execFileSync(fileURLToPath(new URL('certificates', import.meta.url)), [folder]);
  writeFileSync(file('password'), `${password}\n`, { mode: 0o600 });
  await letters_wait_and_arrive();
  console.log('ok     letters wait for a renewed certificate, and arrive once');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
