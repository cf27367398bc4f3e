/// A text in a drawing, broken where it has no room, around its middle. `room`: letters in a line.
export function TextLines({ text, x, y, room, anchor = 'middle' }: {
  text: string;
  x: number;
  y: number;
  room: number;
  anchor?: 'start' | 'middle';
}) {
  const lines = broken(text, room);
  const height = 15;
  return (
    <text x={x} y={y - ((lines.length - 1) * height) / 2} text-anchor={anchor} dominant-baseline="central">
      {lines.map((line, i) => <tspan key={i} x={x} dy={i === 0 ? 0 : height}>{line}</tspan>)}
    </text>
  );
}

function broken(text: string, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}
