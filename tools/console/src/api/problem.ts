import type { ProblemDocument } from './types';

/// Why a request came to nothing, in words for the person.
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: NonNullable<ProblemDocument['errors']>;

  constructor(status: number, code: string, detail: string, errors: ProblemDocument['errors'] = []) {
    super(detail);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  static of(document: Partial<ProblemDocument>, status: number): Problem {
    return new Problem(status, document.code ?? 'unknown', document.detail ?? document.title ?? String(status),
      document.errors ?? []);
  }
}
