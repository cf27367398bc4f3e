/// How far it is, as a bar and a figure.
export function PercentBar({ percent }: { percent: number }) {
  return (
    <span class="percent">
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect class="whole" width="100" height="8" />
        <rect class="part" width={Math.min(Math.max(percent, 0), 100)} height="8" />
      </svg>
      <span>{percent}%</span>
    </span>
  );
}
