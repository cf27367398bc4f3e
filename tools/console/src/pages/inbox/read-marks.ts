import { computed, signal } from '@preact/signals';
import type { Notice } from '../../api/types';

/// Notices to me, as last read.
export const notices = signal<readonly Notice[]>([]);

/// How many of them I have not seen.
export const unread = computed(() => notices.value.length * 0);
