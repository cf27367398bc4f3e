// The role matrix: what every role is answered to one and the same request, as a table.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { people } from './office.mjs';
import { scene } from './scenes.mjs';

const titles = {
  'quan-tri': 'administrator',
  'van-thu': 'office',
  'lanh-dao': 'leader',
  'truong-nv': 'head of lead',
  'chuyen-vien-nv': 'staff of lead',
  'chuyen-vien-tt': 'staff of coordinating',
  'chuyen-vien-quy': 'staff of another',
  'nguoi-xem': 'viewer',
  'da-nghi': 'no post',
  '': 'nobody',
};

/// Compared with tests/golden/role_matrix.md; TIENDO_UPDATE_GOLDEN=1 writes it anew.
export async function roles(office, contract, source) {
  for (const user of Object.keys(people)) {
    await office.enroll(user);
  }
  let calls = 0;
  const lines = [];
  for (const operation of contract.operations) {
    const cells = [];
    let asked;
    for (const user of Object.keys(titles)) {
      // What changed nothing leaves the scene to the next one; what is one's own is made for him.
      const own = /^\/api\/v1\/(session|token)/.test(operation.path);
      asked = !asked || own ? await scene(office, contract, operation, user || undefined) : asked;
      const as = operation.id === 'signIn' ? {} : user ? asked.as ?? office.sessions[user] : {};
      const answer = await office.call(operation.method, asked.path, { as, body: asked.body, type: asked.type });
      ++calls;
      if (operation.id === 'changePassword' && answer.status === 200) {
        await office.restore_password(user, answer, asked.body.new);
      }
      asked = answer.status < 300 && operation.method !== 'GET' ? undefined : asked;
      cells.push(answer.json?.code ? `${answer.status} ${answer.json.code}` : `${answer.status}`);
    }
    lines.push(`| **${operation.id}** | ${cells.join(' | ')} |`);
  }
  return { calls, failures: compare(join(source, 'tests/golden/role_matrix.md'), table(lines)) };
}

function table(lines) {
  const names = Object.values(titles);
  return `# What every role is answered

Made by \`tests/contract/run.mjs\`: every operation of \`schemas/openapi.yaml\`, asked for by everybody with
one and the same request that makes sense; \`TIENDO_UPDATE_GOLDEN=1\` writes it anew. Where the request is
about a task, nghiep-vu leads it and trung-tam helps. \`no post\` had one until yesterday.

| operation | ${names.join(' | ')} |
|${'---|'.repeat(names.length + 1)}
${lines.join('\n')}
`;
}

function compare(file, now) {
  if (process.env.TIENDO_UPDATE_GOLDEN === '1') {
    writeFileSync(file, now);
    return 0;
  }
  const golden = readFileSync(file, 'utf8').split('\n');
  let differences = 0;
  for (const [i, line] of now.split('\n').entries()) {
    if (line !== golden[i]) {
      ++differences;
      console.log(`  FAILED role_matrix.md:${i + 1}\n  - ${golden[i]}\n  + ${line}`);
    }
  }
  return differences || Number(golden.length !== now.split('\n').length);
}
