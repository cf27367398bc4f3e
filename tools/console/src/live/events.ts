import { signal } from '@preact/signals';
import { call } from '../api/client';
import { readClock, rehearsal } from './clock';
import { lookForNewVersion } from './version';

/// Something happened. Nothing said of which campaign or task: it may have been any.
export interface Happened {
  campaign: string | null;
  task: string | null;
}

export type Connection = 'connecting' | 'open' | 'lost';
export const connection = signal<Connection>('connecting');

const patience_ms = 4000; // a connection that comes back sooner is not spoken of
const followed_ms = 3000;
const calm_ms = 200;
const listeners = new Set<(happened: Happened) => void>();
let source: EventSource | undefined;
let clock_timer: ReturnType<typeof setTimeout> | undefined;
let losing: ReturnType<typeof setTimeout> | undefined;

/// Called with everything that happens from now on. Answers with how to stop it.
export function listen(listener: (happened: Happened) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/// The browser comes again by itself, with the id of the last event; the server sends what was missed.
export function openLive(): void {
  closeLive();
  const opened = new EventSource('/api/v1/events');
  source = opened;
  opened.onopen = () => {
    clearTimeout(losing);
    losing = undefined;
    if (connection.value === 'lost') {
      void readClock().catch(() => undefined);
      tellOfAll();
    }
    if (connection.value !== 'connecting') {
      void lookForNewVersion(); // a server that was updated is gone for a second or two
    }
    connection.value = 'open';
  };
  opened.onerror = () => {
    losing ??= setTimeout(() => {
      connection.value = 'lost';
    }, patience_ms);
    if (opened.readyState === EventSource.CLOSED) {
      comeAgain(opened);
    }
  };
  opened.addEventListener('happened', (event) => {
    const { campaign = null, task = null } = JSON.parse(event.data as string) as Partial<Happened>;
    tell({ campaign, task });
    followClock();
  });
}

export function closeLive(): void {
  source?.close();
  source = undefined;
}

/// The server refused. Where the session has ended, this request has the person sign in again.
function comeAgain(refused: EventSource): void {
  setTimeout(() => {
    if (source !== refused) {
      return;
    }
    connection.value = 'lost';
    void call('GET', '/api/v1/clock').then(openLive, () => comeAgain(refused));
  }, patience_ms);
}

/// Anything may have happened.
export function tellOfAll(): void {
  tell({ campaign: null, task: null });
}

// Long before the browser finds out that nothing comes any more.
addEventListener('offline', () => {
  connection.value = source ? 'lost' : connection.value;
});
addEventListener('online', () => source && openLive());

/// Somebody else may move the clock of a rehearsal, and nothing but the time says so; where it goes on by
/// days much happens.
function followClock(): void {
  if (rehearsal.value && connection.value === 'open') {
    clock_timer ??= setTimeout(() => {
      clock_timer = undefined;
      readClock().then((moved) => moved && tellOfAll(), () => undefined);
    }, calm_ms);
  }
}

setInterval(followClock, followed_ms);

function tell(happened: Happened): void {
  listeners.forEach((listener) => listener(happened));
}
