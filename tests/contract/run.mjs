// node run.mjs PROGRAM SOURCE PACKAGES
// The contract run: a server of its own is asked for every operation of schemas/openapi.yaml, as the
// file says and otherwise, and every answer is held against the file. Prints a line an operation and
// what failed; ends with 1 where something did.
import { readFileSync } from 'node:fs';
import { request as http_request } from 'node:http';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { Contract, wrong_scalars } from './contract.mjs';
import { Office } from './office.mjs';
import { roles } from './roles.mjs';
import { actors, furnish, scene } from './scenes.mjs';

const [program, source, packages] = process.argv.slice(2).map((path) => resolve(path));
const load = createRequire(join(packages, 'package.json'));
const tools = { Ajv: load('ajv/dist/2020').default, yaml: load('yaml') };
const contract = new Contract(join(source, 'schemas/openapi.yaml'), tools);
const problem = { $ref: '#/components/schemas/Problem' };

let calls = 0;
let failures = 0;

function fail(operation, what, why) {
  ++failures;
  console.log(`  FAILED ${operation.id}, ${what}: ${why}`);
}

/// Holds an answer against the file. `wanted`: a status, or a predicate on it.
function judge(operation, what, answer, wanted) {
  ++calls;
  const declared = operation.responses[answer.status];
  const said = `${answer.status} ${answer.json?.code ?? ''} ${answer.json?.detail ?? ''}`.trim();
  const right = typeof wanted === 'function' ? wanted(answer.status) : answer.status === wanted;
  if (!right) {
    fail(operation, what, said);
  } else if (!declared) {
    fail(operation, what, `${said}: the file has no such status here`);
  } else if (declared.type !== '*/*' && (declared.type ?? '') !== answer.type) {
    fail(operation, what, `${said}: ${answer.type || 'no type'} instead of ${declared.type}`);
  } else if (declared.type?.endsWith('json')) {
    const faults = contract.faults(declared.schema, answer.json, answer.status >= 400);
    if (faults.length > 0) {
      fail(operation, what, faults.slice(0, 3).join('; '));
    }
  }
}

/// What is another thing a second later.
const moves = new Set(['getService', 'getClock']);

const is_good = (status) => status < 300;
const is_refused = (status) => status >= 400 && status < 500;

async function check_operation(office, operation, administrator) {
  const own = /^\/api\/v1\/(session|token)/.test(operation.path);
  const asked = await scene(office, contract, operation, own ? 'quan-tri' : undefined);
  const as = operation.open ? {}
    : own ? asked.as ?? administrator.session
      : actors[operation.id] ? office.acting(actors[operation.id]) : office.owner;
  const ask = (what, wanted, more = {}) => office
    .call(operation.method, more.path ?? asked.path,
      { as, body: asked.body, type: asked.type, ...more })
    .then((answer) => (judge(operation, what, answer, wanted), answer));

  await check_parameters(operation, asked, ask);
  if (operation.body) {
    await check_bodies(office, operation, asked, ask, as);
  }
  if (!operation.open) {
    await ask('nobody is signed in', 401, { as: {} });
    await ask('a secret that nobody has', 401, { as: { Authorization: 'Bearer tiendo-owner.0.0' } });
  }
  if (operation.at('header').some((parameter) => parameter.name === 'If-Match')) {
    await ask('an ETag of before', 412, { headers: { 'If-Match': '"4000000000-0"' } });
  }
  if (operation.at('query').some((parameter) => parameter.name === 'dry_run')) {
    const seen = await ask('only looked at', is_good, { path: `${asked.plain}?dry_run=true` });
    if (is_good(seen.status) && seen.json.dry_run !== true) {
      fail(operation, 'only looked at', 'it was done');
    }
  }
  const takes_key = operation.at('header').some((parameter) => parameter.name === 'Idempotency-Key');
  const good = await ask('as it should be', is_good,
    takes_key ? { headers: { 'Idempotency-Key': `mot-lan-${operation.id}` } } : {});
  if (operation.id === 'changePassword' && is_good(good.status)) {
    administrator.session = await office.restore_password('quan-tri', good, asked.body.new);
  }
  if (takes_key && operation.method !== 'DELETE' && good.json?.position) {
    const again = await ask('once more under its key', good.status,
      { headers: { 'Idempotency-Key': `mot-lan-${operation.id}` } });
    if (again.json?.position !== good.json.position) {
      fail(operation, 'once more under its key', 'it was done twice');
    }
  }
  if (operation.method === 'GET' && good.headers.get('etag')) {
    const is_same = (status) => status === 304 || (moves.has(operation.id) && status === 200);
    await ask('if it is another', is_same, { headers: { 'If-None-Match': good.headers.get('etag') } });
  }
}

async function check_parameters(operation, asked, ask) {
  const with_query = (name, value) => {
    const pair = { period_start: '&period_due=2025-12-31', period_due: '&period_start=2025-01-01' }[name] ?? '';
    const rest = asked.path.split('?')[1]?.split('&').filter((one) => !one.startsWith(`${name}=`)) ?? [];
    return `${asked.plain}?${[...rest, `${name}=${encodeURIComponent(value)}`].join('&')}${pair}`;
  };
  if (operation.path.startsWith('/api/')) {
    await ask('a query that it does not take', 400, { path: with_query('khong-co', '1') });
    await ask('a path that cannot be decoded', 400, { path: `${asked.plain}?q=%zz` });
  }
  for (const parameter of operation.at('query')) {
    const schema = contract.plain(parameter.schema);
    const { name } = parameter;
    if (operation.method === 'GET') {
      await ask(`${name}=${asked.values[name]}`, is_good, { path: with_query(name, asked.values[name]) });
    }
    for (const [why, value] of wrong_scalars({ ...schema, type: schema.type ?? 'string' }, asked.values[name])) {
      const is_text = schema.type === 'string' && !schema.pattern;
      if (value !== null && !Array.isArray(value) && !(is_text && why === 'is of another type')) {
        await ask(`${name} ${why}`, 400, { path: with_query(name, String(value).replaceAll('ă', 'a')) });
      }
    }
    if (name === 'cursor') {
      await ask('a cursor that nobody gave', 400, { path: with_query(name, 'khong') });
      await ask('a cursor of half a byte', 400, { path: with_query(name, 'abc') });
    }
    if (parameter.required) {
      await ask(`${name} is missing`, 400, { path: asked.plain });
    }
  }
  for (const { name } of operation.at('path')) {
    const other = (value) => operation.path.replaceAll(/\{(\w+)\}/g,
      (_, one) => encodeURIComponent(one === name ? value : asked.values[one]));
    const query = asked.path.split('?')[1];
    const tail = query ? `?${query}` : '';
    if (operation.id !== 'setUnit') {
      await ask(`${name} is unknown`, is_refused, { path: other('0'.repeat(name === 'hash' ? 64 : 8)) + tail });
    }
    await ask(`${name} is too long`, is_refused, { path: other('a'.repeat(300)) + tail });
    await ask(`${name} is strange`, is_refused, { path: other('Ă "<\u0001>') + tail });
  }
}

async function check_bodies(office, operation, asked, ask, as) {
  if (operation.id !== 'uploadEvidence') {
    judge(operation, 'too large', await too_large(office, operation, asked, as), 413);
  }
  if (operation.body.type !== 'application/json') {
    if (operation.id !== 'uploadEvidence') {
      await ask('no table or file', 422, { body: '\u0000[{]' });
      await ask('nothing at all', 422, { body: '' });
    }
    return;
  }
  await ask('no JSON', 400, { body: '{' });
  await ask('JSON that is too deep', is_refused, { body: '['.repeat(5000) });
  await ask('no UTF-8', is_refused, { body: new Uint8Array([0x22, 0xff, 0x22]) });
  await ask('of another type', 415, { type: 'text/plain' });
  await ask('in another charset', 415, { type: 'application/json; charset=iso-8859-1' });
  for (const value of [[], null, 'một', 7]) {
    await ask(`${JSON.stringify(value)} instead of an object`, 422, { body: JSON.stringify(value) });
  }
  for (const [why, value] of contract.wrongs(operation.body.schema, asked.body)) {
    await ask(why, 422, { body: value });
  }
}

/// Only says that it is: the server does not wait for it.
function too_large(office, operation, asked, as) {
  return new Promise((resolve_answer, reject) => {
    const sent = http_request(office.url + asked.path, {
      method: operation.method,
      headers: { ...as, 'Content-Type': asked.type, 'Content-Length': 1 << 30 },
    }, (response) => {
      let text = '';
      response.on('data', (part) => { text += part; });
      response.on('end', () => {
        sent.destroy();
        const type = (response.headers['content-type'] ?? '').split(';')[0];
        resolve_answer({ status: response.statusCode, type, json: type.endsWith('json') ? JSON.parse(text) : undefined });
      });
    });
    sent.on('error', reject);
    sent.flushHeaders();
  });
}

/// The server has no route that is not in the file: neither by the lists in its source, nor by
/// trying.
async function check_closed(office) {
  const operation = { id: 'routes', responses: {} };
  const listed = new Set(contract.operations.map((one) => `${one.method} ${one.path}`));
  for (const route of routes_of_source()) {
    ++calls;
    const found = contract.operations.find((one) =>
      `${one.method} ${one.path.replaceAll(/\{\w+\}/g, '*')}` === route.text);
    if (!found) {
      fail(operation, route.text, 'in the source, not in the file');
    } else if (route.query !== undefined) {
      const names = found.at('query').map((parameter) => parameter.name).sort().join(' ');
      if (found.id !== route.id || names !== route.query) {
        fail(operation, route.text, `${found.id} (${names}) in the file, ${route.id} (${route.query}) in the source`);
      }
    }
  }
  for (const path of new Set(contract.operations.map((one) => one.path))) {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      if (listed.has(`${method} ${path}`)) {
        continue;
      }
      const answer = await office.call(method, path.replaceAll(/\{\w+\}/g, 'khong-co'), {});
      ++calls;
      const allow = answer.headers.get('allow');
      if (answer.status !== 405 || !allow) {
        fail(operation, `${method} ${path}`, `${answer.status} Allow: ${allow}`);
      }
    }
  }
  for (const path of ['/index.html', '/assets', '/assets/', '/assets/khong-co.js', '/api', '/api/v1', '/api/v1/', '/api/v2/tasks', '/api/v1/tasks/', '//api/v1/tasks',
    '/api/v1/../v1/tasks', '/api/v1/campaigns//tasks/x', '/admin', '/debug', '/.git/config', '/server.json',
    '/api/v1/service/', '/api/v1/session/x', '/api/v1/evidence/x', '/metrics/', '/healthz/x']) {
    const answer = await raw_get(office, path);
    ++calls;
    if (answer.status !== 404 || contract.faults(problem, answer.json, true).length > 0) {
      fail(operation, `GET ${path}`, answer.status);
    }
  }
}

/// fetch would tidy the path up.
function raw_get(office, path) {
  return new Promise((resolve_answer, reject) => {
    const { hostname, port } = new URL(office.url);
    http_request({ hostname, port, path, headers: office.owner }, (response) => {
      let text = '';
      response.on('data', (part) => { text += part; });
      response.on('end', () => resolve_answer({
        status: response.statusCode,
        json: response.headers['content-type']?.includes('json') ? JSON.parse(text) : {},
      }));
    }).on('error', reject).end();
  });
}

function routes_of_source() {
  const read = (file) => readFileSync(join(source, 'engine', file), 'utf8');
  const method = (name) => (name === 'del' ? 'DELETE' : name.toUpperCase());
  const star = (path) => path.replaceAll(/\{\w+\}/g, '*');
  const engine = [...read('api/operations.cpp').matchAll(/\{"(\w+)", (\w+), "([^"]+)",\s*("[^"]*"|day|none),/g)]
    .map(([, id, verb, path, query]) => ({
      id,
      text: `${method(verb)} ${star(path)}`,
      query: ({ day: 'as_of', none: '' }[query] ?? query.replaceAll('"', '')).split(' ').sort().join(' '),
    }));
  const accounts = [...read('server/account_routes.cpp').matchAll(/\{Method::(\w+), "[^"]+", "([^"]+)"/g)]
    .map(([, verb, path]) => ({ text: `${method(verb)} /api/v1/${path}` }));
  if (engine.length < 50 || accounts.length < 11) {
    fail({ id: 'routes' }, 'the lists in the source', 'cannot be read any more');
  }
  return [...engine, ...accounts];
}

async function main() {
  const office = await Office.open(program, source);
  try {
    await furnish(office);
    for (const user of ['quan-tri', 'nguoi-xem']) {
      await office.enroll(user);
    }
    const administrator = { session: office.sessions['quan-tri'] };
    for (const operation of contract.operations) {
      const [calls_before, failures_before] = [calls, failures];
      try {
        await check_operation(office, operation, administrator);
      } catch (error) {
        fail(operation, 'the test itself', error.stack);
      }
      const state = failures === failures_before ? 'ok' : 'FAILED';
      console.log(`${state.padEnd(6)} ${String(calls - calls_before).padStart(4)}  ${operation.id}`);
    }
    await check_closed(office);
    const matrix = await roles(office, contract, source);
    calls += matrix.calls;
    failures += matrix.failures;
  } finally {
    const code = await office.close();
    if (code !== 0) {
      fail({ id: 'server' }, 'ending', `exit code ${code}: ${office.told.join('')}`);
    }
  }
  console.log(`${contract.operations.length} operations, ${calls} calls, ${failures} failures`);
  process.exit(failures > 0 ? 1 : 0);
}

await main();
