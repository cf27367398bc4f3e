import type { ComponentChildren } from 'preact';
import './lines.css';

export interface Line {
  key: string;
  head: ComponentChildren;
  cells: readonly ComponentChildren[]; // those after the head
}

/// A table whose lines stand one below the other, each cell with its heading, where there is no room.
export function Lines({ heads, lines, caption }: { heads: readonly string[]; lines: readonly Line[]; caption?: string }) {
  return (
    <table class="lines">
      {caption && <caption class="unseen">{caption}</caption>}
      <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
      <tbody>
        {lines.map(({ key, head, cells }) => (
          <tr key={key}>
            <th scope="row">{head}</th>
            {cells.map((cell, i) => <td key={heads[i + 1]} data-head={heads[i + 1]}>{cell}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
