// Drawn on 16 by 16, in the colour of the text. They stand beside words, so nobody is read them.
const shapes = {
  clock: 'M8 1.75a6.25 6.25 0 1 1 0 12.5 6.25 6.25 0 0 1 0-12.5M8 4.5V8l2.5 1.75',
  soon: 'M8 1.75a6.25 6.25 0 1 1 0 12.5 6.25 6.25 0 0 1 0-12.5M8 4.75v3.75M8 11v.1',
  today: 'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 1.75V4M10.5 1.75V4M8 8.6v2.8M6.6 10h2.8',
  overdue: 'M8 1.9 14.6 13.6H1.4zM8 6.2v3.6M8 11.6v.1',
  done: 'M8 1.75a6.25 6.25 0 1 1 0 12.5 6.25 6.25 0 0 1 0-12.5M5.2 8.2l2 2 3.7-4.1',
  doneLate: 'M12.6 3.8A6.25 6.25 0 1 0 14.2 8M5.2 8.2l2 2L14 3.4',
  none: 'M8 1.75a6.25 6.25 0 1 1 0 12.5 6.25 6.25 0 0 1 0-12.5M5.25 8h5.5',
  check: 'M3 8.5l3.2 3.2L13 4.8',
  cross: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  right: 'M6 3.5 10.5 8 6 12.5',
  down: 'M3.5 6 8 10.5 12.5 6',
  person: 'M8 7.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5M2.5 14c.5-3 2.6-4.5 5.5-4.5s5 1.5 5.5 4.5',
  file: 'M4 1.75h5.5L12.5 5v9.25h-8.5zM9.25 2v3.25h3',
  comment: 'M2 2.75h12v8.5H7L4 14v-2.75H2z',
  play: 'M4.5 2.75v10.5l8.5-5.25z',
  pause: 'M5 3v10M11 3v10',
  search: 'M7 2.25a4.75 4.75 0 1 1 0 9.5 4.75 4.75 0 0 1 0-9.5M10.5 10.5 14 14',
  print: 'M4.5 5.5V2h7v3.5M4.5 11.5h-2.25v-6h11.5v6H11.5M4.5 9.5h7V14h-7z',
  mail: 'M1.75 3.25h12.5v9.5H1.75zM2 3.75l6 4.75 6-4.75',
  reload: 'M13.5 8A5.5 5.5 0 1 1 11.6 3.8M13.5 1.8v3h-3',
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor"
      stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}
