import { useMemo } from 'preact/hooks';
import { query } from '../api/client';
import type { Campaign, UnitList } from '../api/types';
import { byId, UnitNames, units } from '../api/units';
import { inBoth } from '../i18n';
import { dayOf, dayText } from '../i18n/dates';
import { today } from '../live/clock';
import { useResource } from '../ui/resource';

const vi = {
  day: 'Tính đến hết ngày',
  endOf: (day: string) => `hết ngày ${day}`,
  notYet: (day: string) => `Ngày ${day} chưa đến. Hãy chọn hôm nay hoặc một ngày đã qua.`,
  notIssued: (day: string, issued: string) => `Ngày ${day} kế hoạch chưa được ban hành. Kế hoạch ban hành ngày ${issued}.`,
};

const en: typeof vi = {
  day: 'As of the end of',
  endOf: (day) => `the end of ${day}`,
  notYet: (day) => `${day} has not come yet. Choose today, or a day gone by.`,
  notIssued: (day, issued) => `On ${day} the plan had not been issued. It was issued on ${issued}.`,
};

export const asOfWords = inBoth(vi, en);

/// Why the campaign cannot be shown as it was on that day; an empty day is now.
export function refusalOf(as_of: string, { issued_at }: Campaign): string | undefined {
  const issued = dayOf(issued_at);
  if (as_of > today.value) {
    return asOfWords.value.notYet(dayText(as_of));
  }
  return as_of !== '' && as_of < issued ? asOfWords.value.notIssued(dayText(as_of), dayText(issued)) : undefined;
}

/// What units were called on that day, for UnitsThen; what has come since has its name of now.
export function useUnitsAsOf(as_of: string): UnitNames | undefined {
  const { value } = useResource<UnitList>(as_of === '' ? '' : `/api/v1/units${query({ as_of })}`, ({ task }) => task === null);
  const since = units.value;
  return useMemo(() => (as_of === '' || value === undefined ? undefined : new UnitNames(new Map([...since, ...byId(value)]))), [as_of, value, since]);
}
