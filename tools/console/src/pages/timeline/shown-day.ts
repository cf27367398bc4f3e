import { computed } from '@preact/signals';
import { now_ms, today } from '../../live/clock';
import { route } from '../../router';
import { numberOf } from './scale';

const zone_ms = 7 * 3_600_000;
const day_ms = 86_400_000;

/// The day of which the address asks; empty: it is about now.
export const asOf = computed(() => route.value.query.get('as_of') ?? '');

/// The day that is shown.
export const shownDay = computed(() => asOf.value || today.value);

/// How far it is shown, in days: to this moment, or to the end of that day.
export const shownUntil = computed(() =>
  numberOf(shownDay.value) + (asOf.value === '' ? ((now_ms.value + zone_ms) % day_ms) / day_ms : 1));
