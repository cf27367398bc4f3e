import type { Action, TaskDetail } from '../api/types';

/// What a command of a task asks for, as schemas/openapi.yaml has it.
export type FieldName =
  | 'plan_document' | 'approval_document' | 'report_document' | 'text' | 'optional_text' | 'remark' | 'reason'
  | 'percent' | 'step' | 'asked_due' | 'granted_due' | 'start' | 'due' | 'files' | 'units';

const fields: Record<string, readonly FieldName[]> = {
  assign: ['units'],
  'submit-plan': ['plan_document'],
  'return-plan': ['reason'],
  'approve-plan': ['approval_document'],
  progress: ['percent', 'optional_text'],
  step: ['step'],
  report: ['report_document', 'optional_text'],
  return: ['reason'],
  accept: ['remark'],
  reopen: ['reason'],
  'ask-extension': ['asked_due', 'reason'],
  'grant-extension': ['granted_due'],
  'refuse-extension': ['reason'],
  'fix-dates': ['start', 'due'],
  suspend: ['reason'],
  cancel: ['reason'],
  comment: ['text'],
  attach: ['files', 'optional_text'],
};

export function fieldsOf(command: string): readonly FieldName[] {
  return fields[command] ?? [];
}

/// The member of the body in which a field goes.
export function memberOf(field: FieldName): string {
  switch (field) {
    case 'plan_document': case 'approval_document': case 'report_document':
      return 'document';
    case 'optional_text': case 'remark':
      return 'text';
    case 'asked_due': case 'granted_due':
      return 'due';
    default:
      return field;
  }
}

// What moves a task on, the most pressing first.
const onward = ['grant-extension', 'approve-plan', 'accept', 'begin-plan', 'submit-plan', 'start', 'step', 'report',
  'announce', 'resume'];

export function isOpen(action: Action): boolean {
  return action.possible && action.permitted;
}

/// What the person can do to bring the task further; nothing where it is not his turn.
export function nextAction(task: TaskDetail): Action | undefined {
  const open = task.actions.filter((action) => isOpen(action) && (action.command !== 'grant-extension' || task.asked !== null));
  if (task.lead.length === 0) {
    const assign = open.find((action) => action.command === 'assign');
    if (assign) {
      return assign;
    }
  }
  return onward.map((command) => open.find((action) => action.command === command)).find((action) => action !== undefined);
}

const refusals: Record<string, string> = { 'approve-plan': 'return-plan', accept: 'return', 'grant-extension': 'refuse-extension' };

/// The other answer to what waits for one.
export function refusalOf(task: TaskDetail, action: Action): Action | undefined {
  return task.actions.find((one) => one.command === refusals[action.command] && isOpen(one));
}

export type Doubt = 'bare' | 'noNumber' | 'tooEarly';

/// What is asked about before it is handed in to be looked at: where there is neither a number nor a file
/// there is nothing to look at; a report has a number, and comes after the work has begun.
export function doubtsOf(task: TaskDetail, command: string, document: unknown, today: string): Doubt[] {
  const doubts: Doubt[] = [];
  const is_report = command === 'report';
  if ((is_report || command === 'submit-plan') && !document && task.evidence.length === 0) {
    doubts.push('bare');
  } else if (is_report && !document) {
    doubts.push('noNumber');
  }
  if (is_report && task.start !== null && task.start > today) {
    doubts.push('tooEarly');
  }
  return doubts;
}

/// What cannot be taken back easily, or ends something.
export function isGrave(command: string): boolean {
  return command === 'cancel' || command === 'suspend' || command.startsWith('return') || command.startsWith('refuse');
}
