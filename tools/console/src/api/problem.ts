import type { Finding, ProblemDocument } from './types';

/// Why a request came to nothing, in words for the person.
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: NonNullable<ProblemDocument['errors']>;
  readonly findings: readonly Finding[]; // in the files that were sent
  readonly version: number | undefined; // of what has changed meanwhile
  readonly task: string | undefined; // that stands in the way
  readonly states: readonly string[]; // that do: of the procedure of the task, or of the phases

  constructor(status: number, code: string, detail: string,
    more: Pick<Partial<ProblemDocument>, 'errors' | 'findings' | 'version' | 'task' | 'states'> = {}) {
    super(detail);
    this.status = status;
    this.code = code;
    this.errors = more.errors ?? [];
    this.findings = more.findings ?? [];
    this.version = more.version;
    this.task = more.task;
    this.states = more.states ?? [];
  }

  static of(document: Partial<ProblemDocument>, status: number): Problem {
    return new Problem(status, document.code ?? 'unknown', document.detail ?? document.title ?? String(status), document);
  }
}
