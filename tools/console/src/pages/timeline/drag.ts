import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';

const still_px = 4; // moved less than this, it was a click

/// Scrolls `frame` with the mouse as if it were held in the hand. What is touched is scrolled by the
/// browser.
export function useDrag(frame: RefObject<HTMLDivElement | null>, onClick: (target: Element) => void) {
  const held = useRef<{ x: number; y: number; left: number; top: number; moved: boolean } | undefined>(undefined);
  return {
    onPointerDown: (event: PointerEvent) => {
      const element = frame.current;
      if (element && event.button === 0 && event.pointerType === 'mouse' && (event.target as Element).closest('.tl-picture')) {
        event.preventDefault(); // no text is selected
        held.current = { x: event.clientX, y: event.clientY, left: element.scrollLeft, top: element.scrollTop, moved: false };
      }
    },
    onPointerMoveCapture: (event: PointerEvent) => {
      const from = held.current;
      const element = frame.current;
      if (!from || !element) {
        return;
      }
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      if (!from.moved && Math.hypot(dx, dy) >= still_px) {
        from.moved = true;
        element.setPointerCapture(event.pointerId);
        element.classList.add('held');
      }
      if (from.moved) {
        element.scrollTo(from.left - dx, from.top - dy);
      }
    },
    onPointerUp: (event: PointerEvent) => {
      const from = held.current;
      held.current = undefined;
      frame.current?.classList.remove('held');
      if (from && !from.moved) {
        onClick(event.target as Element);
      } else if (!from && event.pointerType !== 'mouse' && (event.target as Element).closest('.tl-bar')) {
        onClick(event.target as Element);
      }
    },
    onPointerCancel: () => {
      held.current = undefined;
      frame.current?.classList.remove('held');
    },
  };
}
