import { useSignal, type Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { call, type Answer } from '../api/client';
import { language } from '../i18n';
import { listen, type Happened } from '../live/events';

/// What a page shows of the server. While it is read anew, what was read before stays.
export interface Resource<T> {
  value: T | undefined;
  etag: string;
  error: unknown;
  loading: boolean;
  reload: () => void;
}

const calm_ms = 250; // what happens within is read once

type Concerns = (happened: Happened) => boolean;
type Load<T> = (signal: AbortSignal) => Promise<Answer<T>>;

interface Ahead {
  answer: Promise<Answer<unknown>>;
  there?: Answer<unknown>; // once it is
  at_ms: number;
}

const begun = new Map<string, Ahead>();
const fresh_ms = 3000;

/// Begins with what a page is about to read, before the page is there.
export function readAhead<T>(path: string, load: Load<T>): Promise<Answer<T>> {
  const answer = load(new AbortController().signal);
  const ahead: Ahead = { answer, at_ms: Date.now() };
  answer.then((there) => {
    ahead.there = there;
  }, () => undefined); // told to the page
  begun.set(path, ahead);
  return answer;
}

listen(() => begun.clear()); // what was read before something happened is not what there is

/// Whether it has been begun with, and nothing has taken it yet.
export function isBegun(path: string): boolean {
  return ahead(path) !== undefined;
}

function ahead(path: string): Ahead | undefined {
  const found = begun.get(path);
  return found && Date.now() - found.at_ms < fresh_ms ? found : undefined;
}

/// Reads `path` and, after anything happened of which `concerns` holds, once more. An empty path is
/// not read.
export function useResource<T>(path: string, concerns?: Concerns): Resource<T> {
  return useLoaded<T>(path, (signal) => call<T>('GET', path, { signal }), concerns);
}

/// The same of what takes more than one request. `path` stands for all of them: where it is another,
/// so is what is read.
export function useLoaded<T>(path: string, load: Load<T>, concerns: Concerns = () => true): Resource<T> {
  const there = ahead(path)?.there as Answer<T> | undefined;
  const state: Signal<Omit<Resource<T>, 'reload'> & { path: string }> =
    useSignal({ value: there?.body, etag: there?.etag ?? '', error: undefined, loading: path !== '' && !there, path });
  const again = useSignal(0);
  useEffect(() => {
    if (path === '') {
      return undefined;
    }
    const stopped = new AbortController();
    const before = state.peek();
    const read = ahead(path);
    begun.delete(path);
    if (read?.there && read.there.body === before.value) {
      return undefined; // it was shown at once
    }
    state.value = { ...before, loading: true, ...(before.path === path ? {} : { value: undefined, error: undefined }), path };
    (read?.answer as Promise<Answer<T>> | undefined ?? load(stopped.signal)).then(
      ({ body, etag }) => {
        if (!stopped.signal.aborted) {
          state.value = { value: body, etag, error: undefined, loading: false, path };
        }
      },
      (error: unknown) => {
        if (!stopped.signal.aborted) {
          state.value = { ...state.peek(), error, loading: false };
        }
      });
    return () => stopped.abort();
  }, [path, language.value, again.value]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = listen((happened) => {
      const unknown = happened.campaign === null && happened.task === null;
      if (unknown || concerns(happened)) {
        timer ??= setTimeout(() => {
          timer = undefined;
          ++again.value;
        }, calm_ms);
      }
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [path]);
  return { ...state.value, reload: () => ++again.value };
}
