import { call } from '../api/client';
import type { Clock, ClockChange } from '../api/types';
import { takeClock } from './clock';
import { tellOfAll } from './events';

/// Of a rehearsal: what falls due in between has been done when this returns. Not sent twice, for a
/// day more would then be two.
export async function moveClock(change: ClockChange): Promise<void> {
  const { body } = await call<Clock>('PUT', '/api/v1/clock', { body: change, once: true });
  takeClock(body);
  tellOfAll();
}
