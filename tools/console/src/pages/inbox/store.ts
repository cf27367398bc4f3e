import { computed, signal } from '@preact/signals';
import { get } from '../../api/client';
import { identity, onSignedIn, posts } from '../../api/session';
import type { Inbox, Notice } from '../../api/types';
import { listen } from '../../live/events';

// What the person was told. Which of it has been read is known to this browser alone.

const all = signal<readonly Notice[] | undefined>(undefined);
const read = signal<ReadonlySet<string>>(new Set());
export const failure = signal<unknown>(undefined);

const calm_ms = 1000;
const marks_max = 5000;

/// As the server writes them: "nghiep-vu", "nghiep-vu:head", "leaders", "office".
const addresses = computed(() => new Set(posts.value.flatMap(({ role, unit }) => [
  ...(unit === null ? [] : [unit, ...(role === 'head' ? [`${unit}:head`] : [])]),
  ...(role === 'leader' ? ['leaders'] : []),
  ...(role === 'office' ? ['office'] : []),
])));

/// To me, the latest first, of one instant too; nothing before they have been read from the server, which
/// has the earliest first.
export const notices = computed(() =>
  all.value?.filter((notice) => addresses.value.has(notice.to)).reverse().sort((a, b) => b.at.localeCompare(a.at)));

export const unread = computed(() => (notices.value ?? []).filter((notice) => !isRead(notice)).length);

export function isRead(notice: Notice): boolean {
  return read.value.has(markOf(notice));
}

export function markRead(some: readonly Notice[]): void {
  read.value = new Set([...read.value, ...some.map(markOf)]);
  localStorage.setItem(kept(), JSON.stringify([...read.value].slice(-marks_max)));
}

export async function loadInbox(): Promise<void> {
  try {
    read.value = new Set(JSON.parse(localStorage.getItem(kept()) ?? '[]') as string[]);
    all.value = (await get<Inbox>('/api/v1/inbox')).notices;
    failure.value = undefined;
  } catch (why) {
    failure.value = why;
  }
}

onSignedIn.push(loadInbox);

let timer: ReturnType<typeof setTimeout> | undefined;
listen(() => {
  timer ??= setTimeout(() => {
    timer = undefined;
    void loadInbox();
  }, calm_ms);
});

function kept(): string {
  return `tiendo.read.${identity.value?.user ?? ''}`;
}

function markOf(notice: Notice): string {
  return `${notice.campaign} ${notice.key}`;
}
