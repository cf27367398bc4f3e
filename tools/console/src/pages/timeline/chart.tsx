import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Timeline } from '../../api/types';
import { language } from '../../i18n';
import { goTo, taskAddress } from '../../router';
import { Still } from '../../ui/still';
import { Axis } from './axis';
import { BarShape, GroupShape, Patterns } from './bar';
import { Card, type Told } from './card';
import { Names } from './names';
import { holidaysOf, type PhaseSpan } from './phases';
import { heights, rowAt, topsOf, type Row } from './rows';
import { numberOf, scaleOf, xOf, zooms, type Span, type Zoom } from './scale';
import { Shade } from './shade';
import { shownDay } from './shown-day';
import { TodayLine } from './today';
import { useDrag } from './drag';
import { timelineWords } from './words';

interface ChartProps {
  timeline: Timeline;
  rows: readonly Row[];
  range: Span;
  lanes: ReadonlyArray<readonly PhaseSpan[]>;
  zoom: Zoom;
  onZoom: (zoom: Zoom) => void;
  steps: ReadonlyMap<string, string>;
  onToggle: (group: string) => void;
  /// Counts up: each time, today comes into sight.
  wished: number;
}

const piece_px = { x: 800, y: 400 }; // what is drawn changes when so much was scrolled, not before

/// The picture: scrolled by the browser alone; only rows and days in sight and a little more of them
/// are in the document.
export function Chart({ timeline, rows, range, lanes, zoom, onZoom, steps, onToggle, wished }: ChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [piece, setPiece] = useState({ x: 0, y: 0 });
  const [active, setActive] = useState('');
  const told = useSignal<Told | undefined>(undefined);
  const lit = useSignal(-1);
  const focus_next = useRef(false);
  const anchor = useRef<{ day: number; offset: number } | undefined>(undefined);

  const left = size.width < 1000 ? 410 : 520;
  const scale = useMemo(() => scaleOf(range, zoom, Math.max(size.width - left, 200)), [range, zoom, size.width]);
  const tops = useMemo(() => topsOf(rows), [rows]);
  const { off, works } = useMemo(() => holidaysOf(timeline), [timeline]);
  const height = tops.at(-1) ?? 0;
  const now = numberOf(shownDay.value);
  const current = rows.find((row) => row.key === active) ?? rows[0];

  useEffect(() => {
    const element = frame.current as HTMLDivElement;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);

  const toDay = (day: number, offset: number) => {
    (frame.current as HTMLDivElement).scrollLeft = xOf(scale, day) - offset;
  };
  useLayoutEffect(() => {
    const kept = anchor.current;
    anchor.current = undefined;
    if (kept) {
      toDay(kept.day, kept.offset);
    } else if (size.width > 0) {
      toDay(now, (size.width - left) / 3);
    }
  }, [scale, wished]);

  /// The day under `offset` stays there. Without: today where it is in sight, else the middle.
  const zoomTo = (next: Zoom | undefined, offset?: number) => {
    if (next !== undefined && next !== zoom) {
      const { scrollLeft } = frame.current as HTMLDivElement;
      const of_today = xOf(scale, now + 0.5) - scrollLeft;
      const room = size.width - left;
      const kept = offset ?? (of_today > 0 && of_today < room ? of_today : room / 2);
      anchor.current = { day: scale.first + (scrollLeft + kept) / scale.day_px, offset: kept };
      onZoom(next);
    }
  };
  const step = (by: number, offset?: number) => zoomTo(zooms[zooms.indexOf(zoom) + by], offset);
  const stepNow = useRef(step);
  stepNow.current = step;
  useEffect(() => {
    const element = frame.current as HTMLDivElement;
    const wheel = (event: WheelEvent) => {
      if (event.ctrlKey) {
        event.preventDefault();
        stepNow.current(event.deltaY < 0 ? 1 : -1, Math.max(event.clientX - element.getBoundingClientRect().left - left, 0));
      }
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [left]);

  const goToRow = (index: number) => {
    const element = frame.current as HTMLDivElement;
    const at = Math.min(Math.max(index, 0), rows.length - 1);
    const room = element.clientHeight - (head.current?.offsetHeight ?? 0);
    const [top = 0, bottom = 0] = [tops[at], tops[at + 1]];
    if (top < element.scrollTop) {
      element.scrollTop = top;
    } else if (bottom > element.scrollTop + room) {
      element.scrollTop = bottom - room;
    }
    focus_next.current = true;
    setActive(rows[at]?.key ?? '');
  };
  useLayoutEffect(() => {
    if (focus_next.current) {
      focus_next.current = false;
      frame.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus({ preventScroll: true });
    }
  });
  const open = (row: Row | undefined) => {
    if (row?.kind === 'group') {
      onToggle(row.key);
    } else if (row) {
      goTo(taskAddress({ campaign: timeline.campaign, id: row.task.id }));
    }
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const index = rows.findIndex((row) => row.key === current?.key);
    const of_rows: Record<string, () => void> = {
      ArrowDown: () => goToRow(index + 1),
      ArrowUp: () => goToRow(index - 1),
      PageDown: () => goToRow(index + 8),
      PageUp: () => goToRow(index - 8),
      Home: () => goToRow(0),
      End: () => goToRow(rows.length - 1),
      Enter: () => open(current),
      ArrowRight: () => current?.kind === 'group' && (current.closed ? onToggle(current.key) : goToRow(index + 1)),
      ArrowLeft: () => (current?.kind === 'task' ? goToRow(rows.findIndex((row) => row.key === current.group))
        : current && !current.closed && onToggle(current.key)),
      Escape: () => (told.value = undefined),
    };
    const of_all: Record<string, () => void> = {
      't': () => toDay(now, (size.width - left) / 3), '+': () => step(1), '=': () => step(1), '-': () => step(-1), '_': () => step(-1),
    };
    const on_row = (event.target as Element).getAttribute('role') === 'row';
    const act = (on_row ? of_rows[event.key] : undefined) ?? of_all[event.key.toLowerCase()];
    if (act) {
      event.preventDefault();
      act();
    }
  };

  const scrolled = () => {
    const { scrollLeft, scrollTop } = frame.current as HTMLDivElement;
    const [x, y] = [Math.floor(scrollLeft / piece_px.x), Math.floor(scrollTop / piece_px.y)];
    if (x !== piece.x || y !== piece.y) {
      setPiece({ x, y });
    }
    told.value = undefined;
  };
  const pointed = (event: PointerEvent) => {
    const element = frame.current as HTMLDivElement;
    const box = element.getBoundingClientRect();
    const y = event.clientY - box.top - (head.current?.offsetHeight ?? 0);
    const index = y < 0 || y + element.scrollTop >= height ? -1 : rowAt(tops, y + element.scrollTop);
    lit.value = index;
    const row = rows[index];
    const is_on_bar = (event.target as Element).closest('.tl-bar') !== null;
    told.value = row?.kind === 'task' && is_on_bar ? { task: row.task, x: event.clientX, y: event.clientY + 14 } : undefined;
  };
  const drag = useDrag(frame, (target) => {
    const key = target.closest('[data-key]')?.getAttribute('data-key');
    open(key ? rows.find((row) => row.key === key) : undefined);
  });

  const first = rowAt(tops, piece.y * piece_px.y - 300);
  const last = Math.min(rowAt(tops, (piece.y + 1) * piece_px.y + size.height + 200), rows.length - 1);
  const drawn = rows.slice(first, last + 1).map((row, i) => ({ row, index: first + i }));
  const active_index = current ? rows.indexOf(current) : -1;
  const named = active_index < first || active_index > last
    ? [...drawn, ...(current ? [{ row: current, index: active_index }] : [])] : drawn;
  const seen: Span = {
    first: Math.max(scale.first, Math.floor(scale.first + (piece.x - 1) * piece_px.x / scale.day_px)),
    last: Math.min(scale.last, Math.ceil(scale.first + ((piece.x + 2) * piece_px.x + size.width) / scale.day_px)),
  };
  const peak = timeline.peak ? { first: numberOf(timeline.peak.start), last: numberOf(timeline.peak.due) } : undefined;
  // While it is scrolled, rows only come and go: what stays is not drawn again.
  const pictureOf = (row: Row, index: number) => {
    const top = tops[index] ?? 0;
    return (
      <Still key={row.key} by={[row, top, scale, now, language.value]} draw={() => (
        <g data-key={row.kind === 'task' ? row.key : undefined} transform={`translate(0 ${top})`}>
          <path class="tl-row-line" d={`M0 ${heights[row.kind] - 0.5}h${scale.width}`} />
          {row.kind === 'task' ? <BarShape task={row.task} scale={scale} now={now} height={heights.task} />
            : row.span && <GroupShape span={row.span} scale={scale} height={heights.group} />}
        </g>
      )} />
    );
  };
  const width = left + scale.width;
  return (
    <div class="tl-frame" ref={frame} style={{ '--tl-left': `${left}px` }} onScroll={scrolled} onKeyDown={pressed} onPointerMove={pointed}
      onPointerLeave={() => {
        lit.value = -1;
        told.value = undefined;
      }} {...drag}>
      <div class="tl-head" ref={head} style={{ width: `${width}px` }}>
        <div class="tl-corner" style={{ width: `${left}px` }} aria-hidden="true">
          <span>{timelineWords.value.tasks}</span>
          <span>{timelineWords.value.standing}</span>
        </div>
        <div class="tl-axis" style={{ width: `${scale.width}px` }}>
          <Still by={[scale, seen.first, seen.last, timeline, lanes, language.value]}
            draw={() => <Axis scale={scale} seen={seen} lanes={lanes} peak={peak} holidays={off} />} />
        </div>
      </div>
      <div class="tl-body" style={{ width: `${width}px`, height: `${height}px` }}>
        <Names rows={named} tops={tops} count={rows.length} width={left} campaign={timeline.campaign} title={timeline.title}
          active={current?.key ?? ''} lit={lit} onToggle={onToggle}
          onFocus={(row, box) => {
            setActive(row.key);
            told.value = row.kind === 'task' && box ? { task: row.task, x: box.right + 8, y: box.bottom + 4 } : undefined;
          }}
          onBlur={() => (told.value = undefined)} />
        <div class="tl-picture" style={{ left: `${left}px` }}>
          <Still by={[scale, seen.first, seen.last, timeline, height]}
            draw={() => <Shade scale={scale} seen={seen} height={height} peak={peak} off={off} works={works} />} />
          <svg class="tl-bars" width={scale.width} height={height} aria-hidden="true">
            <Patterns />
            {drawn.map(({ row, index }) => pictureOf(row, index))}
          </svg>
          <TodayLine scale={scale} height={height} />
        </div>
      </div>
      <Card told={told} steps={steps} />
    </div>
  );
}
