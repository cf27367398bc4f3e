import { language, type Language } from './index';

// Numbers of the office come from the server in words. These are for what somebody types.

/// What was typed, as a number: "1.234,5" and "1,234.5" are the same. Where one mark stands before three
/// digits it is read as the language has it. Undefined where it is no number.
export function readNumber(typed: string, as: Language = language.value): number | undefined {
  const text = typed.replaceAll(/[\s\u00a0\u202f]/g, '');
  if (!/^\d[\d.,]*$/.test(text)) {
    return undefined;
  }
  const point = pointOf(text, as);
  const parts = point === undefined ? [text] : text.split(point);
  const [whole = '', decimals = ''] = parts;
  const is_whole = /^\d{1,3}([.,])\d{3}(\1\d{3})*$|^\d+$/.test(whole);
  if (parts.length > 2 || !is_whole || !/^\d*$/.test(decimals) || (point !== undefined && decimals === '')) {
    return undefined;
  }
  return Number(`${whole.replaceAll(/[.,]/g, '')}.${decimals || '0'}`);
}

/// The mark before the decimals; undefined where there are none.
function pointOf(text: string, as: Language): '.' | ',' | undefined {
  const marks = [...text].filter((character): character is '.' | ',' => character === '.' || character === ',');
  const last = marks[marks.length - 1];
  if (last === undefined) {
    return undefined;
  }
  if (marks.some((mark) => mark !== last)) {
    return last; // the other one stands between thousands
  }
  if (marks.length > 1) {
    return undefined;
  }
  const is_thousand = /^[1-9]\d{0,2}[.,]\d{3}$/.test(text);
  const of_thousands = as === 'vi' ? '.' : ',';
  return is_thousand && last === of_thousands ? undefined : last;
}

/// As the language writes it: "1.234,5".
export function numberText(value: number): string {
  return new Intl.NumberFormat(language.value === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 6 }).format(value);
}

/// What is a figure stays on one line with its "%".
export function unbroken(text: string): string {
  return text.replaceAll(/(\d) %/g, '$1\u00a0%');
}
