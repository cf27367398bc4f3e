import { useState } from 'preact/hooks';
import { call, newKey, type Method } from '../api/client';
import { Problem } from '../api/problem';
import type { Outcome, Preview } from '../api/types';
import { useSending, type Sending } from '../ui/sending';
import { changeWords } from './words';

/// What is asked of the server, first only to look at, then to be done.
export interface Wish {
  method: Method;
  path: string;
  body: unknown;
  type?: string; // of a body that is a Blob
}

export interface Change {
  preview: Preview | undefined;
  stale: boolean; // something was typed since, or somebody else was faster
  looking: Sending;
  applying: Sending;
  look: (wish: () => Promise<Wish>) => void;
  touch: () => void;
  apply: (done: (outcome: Outcome) => void) => void;
}

interface Seen {
  wish: Wish;
  preview: Preview;
  key: string;
  stale: boolean;
}

/// A change that is looked at before it is made. What is made is what was looked at, to the letter.
export function useChange(): Change {
  const looking = useSending();
  const applying = useSending();
  const [seen, see] = useState<Seen | undefined>();
  const send = async <T>(wish: Wish, query: string, key: string) => {
    const { method, path, body, type } = wish;
    try {
      return (await call<T>(method, path + query, { body, key, ...(type ? { type } : {}) })).body;
    } catch (why) {
      throw inOurWords(why);
    }
  };
  const touch = () => see((before) => before && { ...before, stale: true });
  return {
    preview: seen?.preview,
    stale: seen?.stale ?? false,
    looking,
    applying,
    look: (of) => void looking.send(async () => {
      const wish = await of();
      see(undefined);
      see({ wish, preview: await send<Preview>(wish, '?dry_run=true', newKey()), key: newKey(), stale: false });
    }),
    touch,
    apply: (done) => void applying.send(async () => {
      if (seen) {
        done(await send<Outcome>(seen.wish, '', seen.key).catch((why: unknown) => {
          if (why instanceof Problem && why.code === 'plan_changed') {
            touch();
          }
          throw why;
        }));
      }
    }),
  };
}

/// Of what the server says of files and versions, what to do about it at this page.
function inOurWords(why: unknown): unknown {
  const said = changeWords.value;
  if (!(why instanceof Problem)) {
    return why;
  }
  const text = why.code === 'plan_changed' ? said.planChanged(why.version)
    : why.code === 'bad_plan' || why.code === 'bad_file' ? said.badFile : undefined;
  return text === undefined ? why
    : new Problem(why.status, why.code, text, { errors: why.errors, findings: [...why.findings], ...(why.version ? { version: why.version } : {}) });
}
