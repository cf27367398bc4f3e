import { call, query, type Answer } from '../../api/client';
import { Problem } from '../../api/problem';
import type { Letter, LetterList, Message, MessageList } from '../../api/types';

export interface Post {
  letters: readonly Letter[] | undefined; // none: they go by a mail server
  more: boolean;
  failing: readonly Message[];
  messages: readonly Message[];
}

const page_max = 100;

/// So many letters at least, where there are as many.
export async function loadPost(count: number, signal: AbortSignal): Promise<Answer<Post>> {
  const messages = async (state?: string) =>
    (await call<MessageList>('GET', `/api/v1/messages${query({ state })}`, { signal })).body.messages;
  const [all, dead, waiting, withdrawn, read] = await Promise.all([
    messages(), messages('dead'), messages('waiting_retry'), messages('withdrawn'), loadLetters(count, signal),
  ]);
  return { body: { ...read, failing: [...waiting, ...dead, ...withoutAddress(withdrawn)], messages: all }, etag: '' };
}

/// Of whoever has no address, the latest message: there is one more every morning.
function withoutAddress(withdrawn: readonly Message[]): Message[] {
  const latest = new Map<string, Message>();
  for (const message of withdrawn.filter(({ reason }) => reason === 'no_address')) {
    latest.set(message.to, latest.get(message.to) ?? message);
  }
  return [...latest.values()];
}

async function loadLetters(count: number, signal: AbortSignal): Promise<Pick<Post, 'letters' | 'more'>> {
  const letters: Letter[] = [];
  let cursor = '';
  try {
    do {
      const limit = Math.min(count - letters.length, page_max);
      const { body } = await call<LetterList>('GET', `/api/v1/letters${query({ limit: `${limit}`, cursor })}`, { signal });
      letters.push(...body.letters);
      cursor = body.next ?? '';
    } while (cursor !== '' && letters.length < count);
    return { letters, more: cursor !== '' };
  } catch (why) {
    if (why instanceof Problem && why.code === 'no_letters') {
      return { letters: undefined, more: false };
    }
    throw why;
  }
}
