import { managesOffice } from '../../api/session';
import { words } from '../../i18n';
import { address, route } from '../../router';
import { Empty } from '../../ui/parts';
import { Holidays } from './holidays';
import { Merge } from './merge';
import { Units } from './units';
import { officeWords } from './words';
import './office.css';

const parts = { units: Units, merge: Merge, holidays: Holidays };
type PartName = keyof typeof parts;

/// What the office is made of, and what it goes by: #/office, #/office/merge, #/office/holidays.
export default function OfficePage() {
  const said = officeWords.value;
  const names = Object.keys(parts) as PartName[];
  const shown = names.find((name) => name === route.value.parts[0]) ?? 'units';
  const Part = parts[shown];
  return (
    <div class="page office-page">
      <div class="page-head">
        <h1>{words.value.pages.office}</h1>
        <nav class="switch" aria-label={said.switch}>
          {names.map((name) => (
            <a key={name} href={address('office', name === 'units' ? [] : [name])} aria-current={name === shown ? 'page' : undefined}>{said[name]}</a>
          ))}
        </nav>
      </div>
      {managesOffice.value ? <Part /> : <Empty>{said.onlyOffice}</Empty>}
    </div>
  );
}
