// What has to have happened before a request makes sense, and what it is asked with.
import { task } from './office.mjs';

const leader = 'lanh-dao';
const staff = 'chuyen-vien-nv';
const later = { due: '2025-05-20', reason: 'Chờ hướng dẫn của Liên minh HTX Việt Nam' };
const reason = { reason: 'Chưa đủ hồ sơ' };
const step = { step: 'program-approved' };
const csv = { users: 'họ tên;vai trò;tên đăng nhập;đơn vị\nHoàng Văn Bảng;chuyên viên;bang;quy\n',
  units: 'mã;tên\nphong-moi;Phòng mới\n' };
const holidays = `schema: tiendo/holidays/1
years:
  "2027":
    notice: "1/TB-BNV"
    days_off: [ 2027-01-01 ]
`;

const planned = [[staff, 'begin-plan'], [staff, 'submit-plan'], [leader, 'approve-plan']];
const started = [...planned, [staff, 'start']];
const done = [...started, ...['program-approved', 'invitations-sent', 'venue-booked', 'held', 'minutes-signed']
  .map((name) => [staff, 'step', { step: name }])];
const reported = [...done, [staff, 'report']];

// Operation: [who, the word in the path, the body], on the task, one after the other.
const before = {
  submitPlan: [[staff, 'begin-plan']],
  returnPlan: planned.slice(0, 2),
  approvePlan: planned.slice(0, 2),
  startTask: planned,
  progress: started,
  step: started,
  reportTask: done,
  returnTask: reported,
  acceptTask: reported,
  reopenTask: [...reported, [leader, 'accept']],
  grantExtension: [[staff, 'ask-extension', later]],
  refuseExtension: [[staff, 'ask-extension', later]],
  resumeTask: [[leader, 'suspend', reason]],
};

/// Who may do it, of those who act by the owner.
export const actors = {
  beginPlan: staff, submitPlan: staff, startTask: staff, progress: staff, step: staff,
  reportTask: staff, askExtension: staff, commentTask: staff, attach: staff,
  announceTask: leader, assignTask: leader, returnPlan: leader, approvePlan: leader,
  returnTask: leader, acceptTask: leader, reopenTask: leader, grantExtension: leader,
  refuseExtension: leader, fixDates: leader, suspendTask: leader, resumeTask: leader,
  cancelTask: leader, issueCampaign: leader, suspendCampaign: leader, resumeCampaign: leader,
  cancelCampaign: leader, closeCampaign: leader, fileReport: leader, amendCampaign: leader, setAnchor: leader, recordResult: staff,
};

/// An office in which `operation` can be asked for: {path, body, type, headers, query}.
/// `as`: headers of the person, where the request is about his own account.
export async function scene(office, contract, operation, person) {
  const given = await prepare(office, operation, person);
  const values = { ...common(office), ...given };
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name]));
  const query = operation.at('query').filter((parameter) => parameter.required)
    .map((parameter) => `${parameter.name}=${encodeURIComponent(values[parameter.name])}`).join('&');
  return {
    path: path + (query && `?${query}`),
    plain: path,
    values,
    as: given.as,
    type: operation.body?.type,
    body: operation.body && (given.text ?? contract.example(operation.body.schema, values.body)),
  };
}

function common(office) {
  return {
    task, target: 'chuan-bi', user: 'nguoi-xem', id: 'khong-co', hash: office.hash, letter: office.letter,
    body: {
      ...later, ...step, percent: 40, start: '2025-05-01', text: 'Theo kế hoạch', document: '12/BC',
      lead: [{ unit: 'nghiep-vu', scope: '' }], coordinating: [{ unit: 'trung-tam', scope: 'gian hàng' }],
      files: [{ hash: office.hash, name: 'biên bản.pdf', media_type: 'application/pdf', size: office.size }],
      value: 12.5, base: 25, day: '2024-12-02', name: 'Lò Thị Mới', email: 'moi@example.vn', role: 'staff', unit: 'quy',
      from: '2025-01-01', until: '2025-12-31', successors: [], external: false, short: 'PM',
      level: 'error', day: '2024-12-02', states: {}, issuer: 'Liên minh HTX', signer: 'Lò Văn Ký',
    },
    // What may stand in a query.
    as_of: '2024-12-02', limit: '5', cursor: '', campaign: office.shown, unit: 'quy', state: 'announced',
    status: 'not_due', awaits: 'decision', kind: 'conference', due_from: '2025-01-01', due_until: '2025-12-31',
    q: 'hoi nghi', sort: '-due', dry_run: 'true', name: 'bảng.csv', phrase: 'Quý I/2025',
    date: '2025-04-20', year: '2025', length: '5 ngày làm việc', anchor: 'ngày bầu cử=2026-03-15', after: '0',
    issued: '2024-11-08', period_start: '2025-01-01', period_due: '2025-12-31', before_day: 'strict',
  };
}

async function prepare(office, operation, person) {
  const { id } = operation;
  const body = (more) => ({ body: { ...common(office).body, ...more } });
  if (operation.path.includes('{campaign}')) {
    return prepare_campaign(office, operation);
  }
  switch (id) {
    case 'listMessages':
      return { state: 'sent' };
    case 'issueCampaign':
      return body({ id: office.next('ban-hanh'), files: office.planFiles });
    case 'checkPlan': case 'showPlan':
      return body({ id: 'thu', files: office.planFiles });
    case 'simulatePlan': case 'drawPlan':
      return body({ files: office.planFiles, scenario: office.scenario, task, unit: 'nghiep-vu', kind: 'conference' });
    case 'comparePlans':
      return body({ before: office.planFiles, after: office.planFiles });
    case 'copyPlan':
      return body({ files: office.planFiles, year: 2026 });
    case 'formatPlan':
      return body(office.planFiles[0]);
    case 'verifyJournal':
      return body({ hash: office.hash, stream: 'office' });
    case 'addUser':
      return body({ user: office.next('moi'), posts: [{ role: 'staff', unit: 'quy' }] });
    case 'importUsers':
      return { text: csv.users };
    case 'importUnits':
      return { text: csv.units };
    case 'mergeUnits': {
      const [from, into] = [office.next('phong'), office.next('phong')];
      for (const unit of [from, into]) {
        await office.must('PUT', `/api/v1/units/${unit}`, { body: { name: unit } });
      }
      return { ...body({ from: [from], into, day: '2025-07-01', tasks: [] }) };
    }
    case 'setHolidays':
      return { text: holidays };
    case 'setOffice':
      return { text: office.planFiles.find((file) => file.name.startsWith('organisation/')).text };
    case 'uploadEvidence':
      return { text: 'biên bản' };
    case 'setClock':
      return { text: { speed: 1 } };
    case 'setUnit':
      return { unit: office.next('phong') };
    case 'renameUser': case 'givePost': case 'setContact': case 'eraseContact': case 'setPassword':
    case 'endSessions': case 'getContact': case 'listUserSessions': case 'listUserTokens':
      return { ...body({ role: 'staff', unit: 'trung-tam', password: office.password }), user: await office.person() };
    case 'endPost': {
      const { until, ...rest } = common(office).body;
      return { ...body({ role: 'staff', unit: 'quy', until: '2024-12-31' }), user: await office.person() };
    }
    case 'signIn':
      return body({ user: person ?? 'nguoi-xem', password: office.password });
    case 'signOut':
      return person ? { as: await office.signIn(person) } : {};
    case 'changePassword':
      return body({ old: office.password, new: 'một mật khẩu khác, dài' });
    case 'getConsoleFile': {
      const page = await office.must('GET', '/', {});
      return { file: page.text.match(/assets\/([^"]+\.js)/)[1] };
    }
    case 'makeToken':
      return body({ name: 'kịch bản', scope: 'read', expires_at: in_days(30) });
    case 'makeUserToken':
      return { ...body({ name: 'kịch bản', scope: 'read', expires_at: in_days(30) }), user: await office.person() };
    case 'endUserSession': {
      const user = await office.person();
      await office.enroll(user);
      return { user, id: (await office.must('GET', `/api/v1/users/${user}/sessions`, {})).json.sessions[0].id };
    }
    case 'revokeUserToken': {
      const user = await office.person();
      const made = await office.must('POST', `/api/v1/users/${user}/tokens`,
        { body: { name: 'kịch bản', scope: 'read', expires_at: in_days(30) } });
      return { user, id: made.json.id };
    }
    case 'endSession':
      return person ? { id: await a_session(office, person) } : {};
    case 'revokeToken':
      return person ? { id: await a_token(office, person) } : {};
    default:
      return {};
  }
}

async function prepare_campaign(office, operation) {
  const { id, method } = operation;
  if (method === 'GET') {
    return { campaign: office.shown };
  }
  const campaign = await office.campaign();
  const body = (more) => ({ ...common(office).body, ...more });
  if (id === 'amendCampaign') {
    return { campaign, body: body({ files: office.planFiles, document: { number: '50/KH', date: '2024-12-02' }, version: 1 }) };
  }
  if (id === 'setAnchor') {
    return { campaign, anchor: 'ngày khai mạc', body: body({ day: '2025-05-10' }) };
  }
  const give = (user, name, word, body) =>
    office.must('POST', `/api/v1/campaigns/${campaign}/tasks/${name}/${word}`, { as: office.acting(user), body });
  for (const [user, word, body] of before[id] ?? []) {
    await give(user, task, word, body);
  }
  if (id === 'resumeCampaign') {
    await office.must('POST', `/api/v1/campaigns/${campaign}/suspend`, { as: office.acting(leader), body: reason });
  }
  if (id === 'closeCampaign' || id === 'fileReport') {
    const all = await office.must('GET', `/api/v1/tasks?campaign=${campaign}&limit=1000`, {});
    for (const one of all.json.tasks) {
      await give(leader, one.id, 'cancel', reason);
    }
  }
  if (id === 'fileReport') {
    await office.must('POST', `/api/v1/campaigns/${campaign}/close`, { as: office.acting(leader), body: {} });
  }
  if (id === 'announceTask') { // the one that is not announced at once
    const later_one = 'dai-hoi-lien-minh';
    await give(leader, later_one, 'assign', { lead: [{ unit: 'nghiep-vu' }], coordinating: [{ unit: 'trung-tam' }] });
    return { campaign, task: later_one };
  }
  return { campaign };
}

async function a_session(office, person) {
  const as = await office.signIn(person);
  const mine = await office.must('GET', '/api/v1/sessions', { as });
  return mine.json.sessions.find((session) => session.current).id;
}

async function a_token(office, person) {
  const made = await office.must('POST', '/api/v1/tokens',
    { as: office.sessions[person], body: { name: 'kịch bản', scope: 'read', expires_at: in_days(30) } });
  return made.json.id;
}

// Accounts go by the time of the wall, in a rehearsal too.
function in_days(days) {
  return new Date(Date.now() + days * 86_400_000).toISOString().replace(/\.\d+Z/, 'Z');
}

/// What every operation needs to be there: a campaign to be looked at, a file attached to its task, a
/// letter to the staff that leads it.
export async function furnish(office) {
  await office.fill();
  const uploaded = await office.must('POST', '/api/v1/evidence', { body: 'biên bản', type: 'application/octet-stream' });
  office.hash = uploaded.json.hash;
  office.size = uploaded.json.size;
  office.shown = await office.campaign();
  await office.must('POST', `/api/v1/campaigns/${office.shown}/tasks/${task}/attach`, {
    as: office.acting(staff),
    body: { files: [{ hash: office.hash, name: 'biên bản.pdf', media_type: 'application/pdf', size: uploaded.json.size }] },
  });
  office.letter = await office.write_to(staff);
  await office.must('PUT', '/api/v1/clock', { body: { step_to: '2024-12-02T08:00:00+07:00' } });
}
