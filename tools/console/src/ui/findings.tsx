import type { Finding } from '../api/types';

/// What is wrong in files that were sent, or asks for a second look, and where.
export function Findings({ of }: { of: readonly Finding[] }) {
  return of.length === 0 ? null : (
    <ul class="findings">
      {of.map((one, i) => (
        <li key={i}><code>{placeOf(one)}</code> {one.message}</li>
      ))}
    </ul>
  );
}

/// "ke-hoach.yaml:12:5", as editors show it.
function placeOf({ file, line, column }: Finding): string {
  return [file, line > 0 && line, line > 0 && column > 0 && column].filter(Boolean).join(':');
}
