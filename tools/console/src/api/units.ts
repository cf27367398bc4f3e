import { signal } from '@preact/signals';
import { get, type Wish } from './client';
import type { Part, Unit, UnitList } from './types';

export const units = signal<ReadonlyMap<string, Unit>>(new Map());

export async function loadUnits(wish: Wish = {}): Promise<void> {
  const list = await get<UnitList>('/api/v1/units', undefined, wish);
  units.value = new Map(list.units.map((unit) => [unit.id, unit]));
}

/// As the office calls it; its id where it is not known.
export function unitName(id: string): string {
  return units.value.get(id)?.name ?? id;
}

export function unitShort(id: string): string {
  const unit = units.value.get(id);
  return unit ? unit.short || unit.name : id;
}

export function partNames(parts: readonly Part[], name = unitName): string {
  return parts.map((part) => name(part.unit)).join(', ');
}
