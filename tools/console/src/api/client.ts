import { computed, signal } from '@preact/signals';
import { language, words } from '../i18n';
import { Problem } from './problem';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface Wish {
  body?: unknown; // as JSON; a Blob as it is
  type?: string; // of a Blob
  key?: string; // Idempotency-Key: the same for the same wish, however often it is sent
  ifMatch?: string;
  once?: boolean; // not sent again where no answer came: it would be done twice
  guest?: boolean; // perhaps nobody is signed in: then it is refused, and nobody is asked to
  signal?: AbortSignal;
}

export interface Answer<T> {
  body: T;
  etag: string;
}

/// What the session needs of every request, and what happens when it has ended. Set by session.ts.
export const session = {
  token: '',
  /// Resolves once the person has signed in again; the request is sent once more then.
  again: (): Promise<void> => Promise.reject(new Problem(401, 'not_signed_in', '')),
};

const writes_retried = signal(0);

/// Something was sent, nobody answered, and it is sent again.
export const isRetrying = computed(() => writes_retried.value > 0);

const pauses_ms = [400, 1500]; // before a request is sent again that nobody answered

/// Random, for Idempotency-Key. (crypto.randomUUID is missing where there is no TLS.)
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/// Asks the server. A write goes under a key, and so may be sent again where no answer came: it is
/// done once. Where the session has ended the person signs in first, in front of what he is doing.
/// Throws a Problem.
export async function call<T>(method: Method, path: string, wish: Wish = {}): Promise<Answer<T>> {
  const key = method === 'GET' ? undefined : wish.key ?? newKey();
  const given = { ...wish, ...(key ? { key } : {}) };
  for (;;) {
    const response = await answered(method, path, given);
    if (response.status === 401 && !given.guest && !path.startsWith('/api/v1/session')) {
      await session.again();
      continue;
    }
    return read<T>(response);
  }
}

async function answered(method: Method, path: string, wish: Wish): Promise<Response> {
  const pauses = wish.once ? [] : pauses_ms;
  const counts = method !== 'GET';
  for (let tries = 0; ; ++tries) {
    const response = await send(method, path, wish).catch((error: unknown) => {
      if (wish.signal?.aborted) {
        throw error;
      }
      return undefined;
    });
    const pause = pauses[tries];
    const is_last = pause === undefined || (response !== undefined && response.status !== 503);
    if (counts && !is_last && tries === 0) {
      ++writes_retried.value;
    } else if (counts && is_last && tries > 0) {
      --writes_retried.value;
    }
    if (!is_last) {
      await new Promise((resolve) => setTimeout(resolve, pause));
    } else if (response === undefined) {
      throw new Problem(0, 'no_answer', words.value.problem.noAnswer);
    } else {
      return response;
    }
  }
}

function send(method: Method, path: string, wish: Wish): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': language.value };
  if (method !== 'GET') {
    headers['X-Tiendo-Token'] = session.token;
    headers['Idempotency-Key'] = wish.key ?? '';
  }
  if (wish.ifMatch) {
    headers['If-Match'] = wish.ifMatch;
  }
  let body: BodyInit | undefined;
  if (wish.body instanceof Blob) {
    headers['Content-Type'] = wish.type ?? 'application/octet-stream';
    body = wish.body;
  } else if (wish.body !== undefined) {
    headers['Content-Type'] = 'application/json';
    body = JSON.stringify(wish.body);
  }
  return fetch(path, {
    method, headers, credentials: 'same-origin', redirect: 'error',
    ...(body === undefined ? {} : { body }), ...(wish.signal ? { signal: wish.signal } : {}),
  });
}

async function read<T>(response: Response): Promise<Answer<T>> {
  const is_json = (response.headers.get('Content-Type') ?? '').includes('json');
  const body: unknown = is_json ? await response.json() : await response.text();
  if (!response.ok) {
    throw Problem.of(is_json ? body as object : {}, response.status);
  }
  return { body: body as T, etag: response.headers.get('ETag') ?? '' };
}

export async function get<T>(path: string, signal?: AbortSignal, wish: Wish = {}): Promise<T> {
  return (await call<T>('GET', path, signal ? { ...wish, signal } : wish)).body;
}

/// A query without what is empty: "?unit=quy", or nothing.
export function query(values: Record<string, string | undefined>): string {
  const kept = Object.entries(values).filter((pair): pair is [string, string] => !!pair[1]);
  return kept.length > 0 ? `?${new URLSearchParams(kept)}` : '';
}
