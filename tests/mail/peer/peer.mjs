// node peer.mjs PACKAGES OPTIONS
// A mail server on the loopback for the tests, whose OPTIONS (JSON) say how it behaves. Prints one
// JSON document a line: where it listens, then what it was sent. Ends when its input ends.
//
//   port       where it listens; a free one without it
//   security   "none", "starttls", "implicit"
//   key, cert  files, for the latter two
//   password   of the user "tiendo", who then must sign in
//   does       "take" (or nothing), "refuse_sender", "refuse_recipient", "refuse_content",
//              "busy_once" (451 to the first recipient), "drop" (breaks off in the letter),
//              "hang" (says nothing at all), "hang_late" (nothing after the letter), "mumble" (no SMTP)
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [packages, written] = process.argv.slice(2);
const options = JSON.parse(written);
const load = createRequire(join(resolve(packages), 'package.json'));
const { SMTPServer } = load('smtp-server');
const { simpleParser } = load('mailparser');

const say = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);
const refusal = (code, text) => Object.assign(new Error(text), { responseCode: code });

let busy = options.does === 'busy_once';

function smtp() {
  const server = new SMTPServer({
    secure: options.security === 'implicit',
    ...(options.cert ? { key: readFileSync(options.key), cert: readFileSync(options.cert) } : {}),
    disabledCommands: [
      ...(options.security === 'starttls' ? [] : ['STARTTLS']),
      ...(options.password ? [] : ['AUTH']),
    ],
    allowInsecureAuth: options.security === 'none',
    authOptional: !options.password,
    disableReverseLookup: true,
    logger: false,
    onAuth(auth, session, done) {
      say({ event: 'sign_in', user: auth.username, secure: session.secure });
      const right = auth.username === 'tiendo' && auth.password === options.password;
      done(right ? null : refusal(535, '5.7.8 Authentication credentials invalid'), { user: 'tiendo' });
    },
    onMailFrom(address, session, done) {
      const refused = options.does === 'refuse_sender';
      done(refused ? refusal(550, '5.7.1 sender is not ours') : null);
    },
    onRcptTo(address, session, done) {
      if (options.does === 'refuse_recipient') {
        return done(refusal(550, '5.1.1 no such user: hộp thư không có'));
      }
      const wait = busy;
      busy = false;
      return done(wait ? refusal(451, '4.7.1 greylisted, come again') : null);
    },
    onData(stream, session, done) {
      if (options.does === 'drop') {
        return stream.once('data', () => server.connections.forEach((one) => one._socket.destroy()));
      }
      const chunks = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      return stream.on('end', () => take(Buffer.concat(chunks), session)
        .then(() => options.does === 'hang_late' || done(
          options.does === 'refuse_content' ? refusal(554, '5.7.1 looks like spam') : null)));
    },
  });
  server.on('error', () => {}); // a handshake that came to nothing is the client's to tell
  return server;
}

async function take(raw, session) {
  const mail = await simpleParser(raw);
  const header = (name) => mail.headers.get(name) ?? '';
  say({
    event: 'letter',
    secure: session.secure,
    hello: session.hostNameAppearsAs,
    envelope: [session.envelope.mailFrom.address, ...session.envelope.rcptTo.map((to) => to.address)],
    subject: mail.subject,
    from: mail.from.value[0],
    to: mail.to.value[0],
    id: mail.messageId,
    date: mail.date.toISOString(),
    automatic: header('auto-submitted'),
    text: mail.text,
    html: mail.html,
    attachments: mail.attachments.length,
    headers: [...mail.headers.keys()],
  });
}

function listener() {
  switch (options.does) {
    case 'hang':
      return createServer((socket) => socket.on('error', () => {}).resume());
    case 'mumble':
      return createServer((socket) => socket.on('error', () => {}).end('xin chào\r\n'));
    default:
      return smtp();
  }
}

const server = listener();
const address = () => (server.server ?? server).address();
server.listen(options.port ?? 0, '127.0.0.1', () => say({ event: 'listening', port: address().port }));
process.stdin.on('end', () => process.exit(0)).resume();
