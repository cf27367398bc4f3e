// node absence.mjs PROGRAM PACKAGES [--print]
// The demo, switched off for ten days in the middle of its year, twice. On the first morning everybody
// gets one letter at most, of how things stand then; nobody who has nothing to know gets any; and once
// is enough. --print: what those who have an account of the demo get.
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { Demo } from '../../browser/demo.mjs';
import { PostOffice } from './post_office.mjs';

const [program, packages] = process.argv.slice(2, 4).map((path) => resolve(path));
const prints = process.argv.includes('--print');
const at = (day, time) => `${day}T${time}:00+07:00`;

/// Evening, then the first morning; who gets a letter; and what is told in these letters and no others.
const absences = [
  { from: '2025-04-11', until: '2025-04-21', today: '21/04/2025', gets: ['lanhdao', 'vanphong', 'nghiepvu'],
    says: ['Quá hạn 14 ngày làm việc', 'Còn 8 ngày làm việc đến hạn 30/04/2025', 'Chờ nghiệm thu · 35/BC-NVKT'] },
  { from: '2025-06-13', until: '2025-06-23', today: '23/06/2025', gets: ['vanphong', 'nghiepvu', 'trungtam'],
    says: ['Tạm dừng'] },
];

const user_of = (letter) => letter.to.address.split('@')[0];

/// What is overdue for this user's letter: of his unit, of the whole office for leaders.
async function overdue(demo, { user, role, unit }) {
  const query = role === 'leader' ? '' : `&unit=${unit}`;
  const { tasks } = await demo.must('GET', `/api/v1/tasks?status=overdue${query}`, undefined, user);
  return tasks.map((task) => task.title);
}

async function look_at(demo, letters, { today, gets, says }) {
  const users = demo.accounts.map((account) => account.user);
  const ours = letters.filter((letter) => users.includes(user_of(letter)));
  assert.deepEqual(ours.map(user_of).sort(), [...gets].sort(), 'one letter each, to whom it concerns');
  assert.ok(letters.length <= 14, 'the other nine of the office too');
  for (const letter of letters) {
    for (const [line] of letter.text.matchAll(/https?:\/\/\S+#\/tasks\/\S+/g)) {
      assert.equal(letter.text.split(`${line}\n`).length, 2, `${letter.to.address}: a task is told once`);
    }
    assert.ok(!letter.subject.startsWith('[tiendo] Việc cần làm') || letter.subject.includes(`ngày ${today}`), letter.subject);
  }
  for (const words of says) {
    assert.ok(ours.some((letter) => letter.text.includes(words)), words);
  }
  for (const account of demo.accounts.filter(({ user }) => gets.includes(user))) {
    const { text } = ours.find((letter) => user_of(letter) === account.user);
    for (const title of await overdue(demo, account)) {
      assert.ok(text.includes(title), `${account.user} is told what is overdue: ${title}`);
    }
  }
}

/// What arrives while it is served again, from this minute of the morning to the next.
async function letters_on_return(demo, post, day, minute) {
  const before = post.letters.length;
  await demo.start(['--clock', at(day, `07:${minute}`)]);
  await demo.must('PUT', '/api/v1/clock', { step_to: at(day, `07:${minute + 1}`) });
  await demo.rests();
  assert.equal(await demo.stop(), 0);
  return post.letters.slice(before);
}

async function absent(demo, post, absence) {
  await demo.must('PUT', '/api/v1/clock', { step_to: at(absence.from, '17:00') });
  await demo.rests();
  assert.equal(await demo.stop(), 0);
  const letters = await letters_on_return(demo, post, absence.until, 30);
  if (prints) {
    console.log(`\n##### ${absence.until}`);
    for (const letter of letters.filter((one) => demo.account(user_of(one)))) {
      console.log(`\n=== ${letter.to.name}: ${letter.subject}\n\n${letter.text}`);
    }
  }
  const again = await letters_on_return(demo, post, absence.until, 32);
  assert.deepEqual(again.map((letter) => letter.subject), [], 'told already');
  await demo.start();
  await look_at(demo, letters, absence);
}

const post = await PostOffice.open(packages);
const demo = await Demo.open(program, ['--mail-server', `smtp+plain://127.0.0.1:${post.port}`,
  '--mail-from', 'Liên minh HTX tỉnh Yên Bái <tiendo@example.vn>']);
try {
  for (const absence of absences) {
    await absent(demo, post, absence);
    console.log(`ok     off from ${absence.from} until ${absence.until}: one letter to whom it concerns`);
  }
} finally {
  assert.equal(await demo.close(), 0);
  await post.close();
}
