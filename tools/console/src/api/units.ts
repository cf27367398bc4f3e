import { signal } from '@preact/signals';
import { get, type Wish } from './client';
import type { Part, Unit, UnitList } from './types';

export const units = signal<ReadonlyMap<string, Unit>>(new Map());

/// Of the day in the past that a page shows, while it does: units had other names then.
export const unitsThen = signal<ReadonlyMap<string, Unit> | undefined>(undefined);

export async function loadUnits(wish: Wish = {}): Promise<void> {
  const list = await get<UnitList>('/api/v1/units', undefined, wish);
  units.value = byId(list);
}

export function byId({ units: all }: UnitList): ReadonlyMap<string, Unit> {
  return new Map(all.map((unit) => [unit.id, unit]));
}

function known(id: string): Unit | undefined {
  return unitsThen.value?.get(id) ?? units.value.get(id);
}

/// As the office calls it; its id where it is not known.
export function unitName(id: string): string {
  return known(id)?.name ?? id;
}

export function unitShort(id: string): string {
  const unit = known(id);
  return unit ? unit.short || unit.name : id;
}

export function partNames(parts: readonly Part[], name = unitName): string {
  return parts.map((part) => name(part.unit)).join(', ');
}
