import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

// What many rows of a page need from the server comes in turn: first for those in sight.

const begins_ms = 1000; // after the last row has appeared; those out of sight can wait so long
const pause_ms = 60;
const waiting = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

function goOn(): void {
  const [next] = waiting;
  timer = next && setTimeout(goOn, pause_ms);
  next?.();
}

/// Whether it is the turn of an element: as soon as it is in sight; out of sight one after the other.
/// `first`: it need not wait at all.
export function useTurn(of: RefObject<Element | null>, first = false): boolean {
  const [has, take] = useState(first);
  useEffect(() => {
    if (has) {
      return undefined;
    }
    const go = () => {
      observer.disconnect();
      waiting.delete(go);
      take(true);
    };
    const observer = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && go());
    if (of.current) {
      observer.observe(of.current);
    }
    waiting.add(go);
    clearTimeout(timer);
    timer = setTimeout(goOn, begins_ms);
    return () => {
      observer.disconnect();
      waiting.delete(go);
    };
  }, []);
  return has;
}
