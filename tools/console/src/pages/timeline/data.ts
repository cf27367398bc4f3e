import { useSignal, type Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { call, query } from '../../api/client';
import type { Timeline } from '../../api/types';
import { language } from '../../i18n';
import { today } from '../../live/clock';
import { listen } from '../../live/events';
import type { Resource } from '../../ui/resource';

export type Bar = Timeline['tasks'][number];

const pause_ms = 1000; // between one reading and the next, however much happens

/// The timeline of a campaign, now or as it was at the end of a day, read anew after something happened in it and when a day begins. Where
/// nothing of it changed, what was read before stays and nothing is drawn.
export function useTimeline(campaign: string, as_of: string): Resource<Timeline> {
  const state: Signal<Omit<Resource<Timeline>, 'reload'>> =
    useSignal({ value: undefined, etag: '', error: undefined, loading: true });
  const again = useSignal(0);
  useEffect(() => {
    const stopped = new AbortController();
    const path = `/api/v1/campaigns/${encodeURIComponent(campaign)}/timeline${query({ as_of })}`;
    call<Timeline>('GET', path, { signal: stopped.signal }).then(
      ({ body, etag }) => {
        const before = state.peek();
        if (before.error !== undefined || before.value === undefined || before.etag !== etag) {
          state.value = { value: body, etag, error: undefined, loading: false };
        }
      },
      (error: unknown) => {
        if (!stopped.signal.aborted) {
          state.value = { ...state.peek(), error, loading: false };
        }
      });
    return () => stopped.abort();
  }, [campaign, as_of, language.value, today.value, again.value]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let read_at = 0;
    const stop = listen((happened) => {
      if (happened.campaign === null || happened.campaign === campaign) {
        timer ??= setTimeout(() => {
          timer = undefined;
          read_at = Date.now();
          ++again.value;
        }, Math.max(0, read_at + pause_ms - Date.now()));
      }
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [campaign]);
  return { ...state.value, reload: () => ++again.value };
}
