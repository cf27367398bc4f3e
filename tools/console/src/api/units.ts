import { computed, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { get, type Wish } from './client';
import type { Part, Unit, UnitList } from './types';

export type Units = ReadonlyMap<string, Unit>;

export const units = signal<Units>(new Map());

export async function loadUnits(wish: Wish = {}): Promise<void> {
  const list = await get<UnitList>('/api/v1/units', undefined, wish);
  units.value = byId(list);
}

export function byId({ units: all }: UnitList): Units {
  return new Map(all.map((unit) => [unit.id, unit]));
}

/// As the office calls them; the id of one that is not known.
export class UnitNames {
  readonly #units: Units;

  constructor(known: Units) {
    this.#units = known;
  }

  readonly name = (id: string): string => this.#units.get(id)?.name ?? id;
  readonly short = (id: string): string => {
    const unit = this.#units.get(id);
    return unit ? unit.short || unit.name : id;
  };
}

const now = computed(() => new UnitNames(units.value));

export function unitName(id: string): string {
  return now.value.name(id);
}

export function unitShort(id: string): string {
  return now.value.short(id);
}

export function partNames(parts: readonly Part[], name = unitName): string {
  return parts.map((part) => name(part.unit)).join(', ');
}

/// Of the day in the past that is shown: units had other names then. Undefined: they have those of now.
export const UnitsThen = createContext<UnitNames | undefined>(undefined);

/// What units are called on the day that is shown.
export function useUnitNames(): UnitNames {
  return useContext(UnitsThen) ?? now.value;
}
