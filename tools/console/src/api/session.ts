import { computed, signal } from '@preact/signals';
import { openLive, closeLive } from '../live/events';
import { readClock } from '../live/clock';
import { draftsOf, forgetDrafts } from '../drafts';
import { call, get, session, type Wish } from './client';
import { Problem } from './problem';
import { loadUnits } from './units';
import type { Identity, Me } from './types';

/// Who sits here. `ended`: he is known, and has to sign in again before anything more is sent.
export type Standing = 'unknown' | 'unreachable' | 'nobody' | 'password_due' | 'signed_in' | 'ended';

export const standing = signal<Standing>('unknown');
export const identity = signal<Identity | undefined>(undefined);
export const me = signal<Me | undefined>(undefined);

/// The posts that are held today.
export const posts = computed(() => (me.value?.posts ?? []).filter((post) => post.now));
export const isLeader = computed(() => holds('leader'));
export const isOffice = computed(() => holds('office'));
/// Else only what their units lead or help with.
export const seesAll = computed(() => posts.value.some((post) => post.role !== 'head' && post.role !== 'staff'));
/// What plans become is for leaders and the office; what the office is made of for the office; units
/// are merged by administrators.
export const managesPlans = computed(() => holds('leader', 'office', 'administrator'));
export const managesOffice = computed(() => holds('office', 'administrator'));
export const administers = computed(() => holds('administrator'));
export const myUnits = computed(() =>
  [...new Set(posts.value.flatMap((post) => (post.unit === null ? [] : [post.unit])))]);

function holds(...roles: ReadonlyArray<Me['posts'][number]['role']>): boolean {
  return posts.value.some((post) => roles.includes(post.role));
}

type Begin = () => Promise<unknown> | undefined;

/// Done as soon as it is known who sits here, before there is a page.
export const onKnown: Begin[] = [];
/// Done each time somebody has signed in.
export const onSignedIn: Begin[] = [];

const sat_here = 'tiendo.sat-here'; // kept while somebody is signed in by this browser

let waiting: Array<() => void> = [];

session.again = () => new Promise((resolve) => {
  waiting.push(resolve);
  standing.value = 'ended';
});

let first_page: Promise<unknown> | undefined; // what it begins with has been read

/// Finds out who is signed in. Where he is, what his first page begins with has been read as well.
export async function begin(): Promise<void> {
  // Where somebody was signed in he mostly still is: what he needs need not wait for the answer.
  const early = localStorage.getItem(sat_here) === null ? undefined : getToKnow({ guest: true });
  early?.catch(() => undefined);
  try {
    await enter(await get<Identity>('/api/v1/session'), early);
  } catch (error) {
    const isNobody = error instanceof Problem && error.status === 401;
    if (isNobody) {
      localStorage.removeItem(sat_here);
    }
    standing.value = isNobody ? 'nobody' : 'unreachable';
  }
  await first_page;
}

export async function signIn(user: string, password: string): Promise<void> {
  const { body } = await call<Identity>('POST', '/api/v1/session', { body: { user, password } });
  const before = identity.value?.user;
  if (standing.value === 'ended' && before !== undefined && before !== body.user) {
    forgetDrafts();
    location.reload(); // somebody else: nothing of the one before is shown to him
    return;
  }
  await enter(body);
}

export async function changePassword(old: string, chosen: string): Promise<void> {
  const { body } = await call<Identity>('PUT', '/api/v1/session/password', { body: { old, new: chosen } });
  await enter(body);
}

export async function signOut(): Promise<void> {
  await call('DELETE', '/api/v1/session');
  localStorage.removeItem(sat_here);
  forgetDrafts();
  location.hash = '';
  location.reload();
}

/// Who sits here, what time it is for him, and what the units are called.
async function getToKnow(wish: Wish = {}): Promise<void> {
  const person = async () => {
    me.value = await get<Me>('/api/v1/me', undefined, wish);
    first_page = allOf(onKnown);
  };
  await Promise.all([person(), readClock(wish), loadUnits(wish)]);
}

function allOf(begins: readonly Begin[]): Promise<unknown> {
  return Promise.allSettled(begins.map((begin) => begin()));
}

async function enter(who: Identity, known?: Promise<void>): Promise<void> {
  identity.value = who;
  draftsOf(who.user);
  session.token = who.anti_forgery_token ?? '';
  if (who.must_change_password) {
    closeLive();
    standing.value = 'password_due';
    return;
  }
  await (known?.catch(() => getToKnow()) ?? getToKnow());
  localStorage.setItem(sat_here, '');
  standing.value = 'signed_in';
  openLive();
  first_page = Promise.all([first_page, allOf(onSignedIn)]);
  const resumed = waiting;
  waiting = [];
  resumed.forEach((resume) => resume());
}
