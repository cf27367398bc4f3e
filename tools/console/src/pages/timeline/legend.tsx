import { timelineWords } from './words';

const high = 18;
const wide = 38;

/// What the signs of the picture mean; the colours are those of the tiles.
export function Legend() {
  const { signs } = timelineWords.value;
  const signs_drawn: ReadonlyArray<readonly [keyof typeof signs, preact.JSX.Element]> = [
    ['done', <g class="tl-bar not_due"><rect class="whole" y="3" width={wide} height="12" rx="3" /><rect class="part" y="3" width="22" height="12" rx="3" /></g>],
    ['baseline', <g class="tl-bar not_due"><path class="baseline" d={`M1 6v6M1 9H${wide - 1}M${wide - 1} 6v6`} /></g>],
    ['tentative', <g class="tl-bar not_due"><rect class="whole" y="3" width={wide} height="12" rx="3" />
      <rect y="3" width={wide} height="12" rx="3" fill="url(#tl-hatch-not_due)" /><rect class="edge" x="0.5" y="3.5" width={wide - 1} height="11" rx="2.5" /></g>],
    ['open', <g class="tl-bar no_due_date"><rect y="4" width={wide} height="10" fill="url(#tl-open)" /><path class="edge" d={`M${wide - 6} 5l5 4l-5 4`} /></g>],
    ['late', <g class="tl-bar overdue"><rect class="whole" y="3" width="16" height="12" rx="3" /><path class="late" d={`M16 9H${wide}`} /></g>],
    ['doneLate', <g class="tl-bar done_late"><rect class="part" y="3" width={wide} height="12" rx="3" /><path class="red" d={`M${wide - 3} 1h3v16h-3z`} /></g>],
    ['suspended', <g class="tl-bar none suspended"><rect class="whole" y="3" width={wide} height="12" rx="3" /><rect class="edge" x="0.5" y="3.5" width={wide - 1} height="11" rx="2.5" /><path class="pause" d="M16 6v6M22 6v6" /></g>],
    ['cancelled', <g class="tl-bar none cancelled"><rect class="edge" x="0.5" y="3.5" width={wide - 1} height="11" rx="2.5" /><path class="strike" d={`M0 9h${wide}`} /></g>],
    ['today', <path class="tl-now" d="M19 0v18" />],
    ['peak', <rect class="tl-peak" width={wide} height={high} />],
    ['off', <rect class="tl-off" x="12" width="14" height={high} />],
  ];
  return (
    <ul class="tl-legend" aria-label={timelineWords.value.legend}>
      {signs_drawn.map(([name, drawn]) => (
        <li key={name}><svg width={wide} height={high} aria-hidden="true">{drawn}</svg>{signs[name]}</li>
      ))}
    </ul>
  );
}
