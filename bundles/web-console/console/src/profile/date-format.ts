// SPDX-License-Identifier: Apache-2.0

/** In which order and with what between them day, month and year stand. */
const forms = {
  dashes: { parts: ['day', 'month', 'year'], between: '-' },
  dots: { parts: ['day', 'month', 'year'], between: '.' },
  slashes: { parts: ['day', 'month', 'year'], between: '/' },
  monthFirst: { parts: ['month', 'day', 'year'], between: '/' },
  yearFirst: { parts: ['year', 'month', 'day'], between: '-' },
} as const;

export type DateFormat = keyof typeof forms;
export const dateFormats = Object.keys(forms) as DateFormat[];
export const usualFormat: DateFormat = 'dashes';

export const isDateFormat = (value: unknown): value is DateFormat => typeof value === 'string' && Object.hasOwn(forms, value);

export interface Day {
  day: number;
  month: number;
  year: number;
}

export function writeDay(format: DateFormat, day: Day): string {
  const { parts, between } = forms[format];
  return parts.map((part) => String(day[part]).padStart(part === 'year' ? 4 : 2, '0')).join(between);
}

/** As it may be typed: with any of the separators, and the year with four digits. */
export function readDay(format: DateFormat, text: string): Day | undefined {
  const numbers = /^(\d{1,4})([-./])(\d{1,2})\2(\d{1,4})$/.exec(text);
  if (!numbers) return undefined;
  const [, first = '', , second = '', third = ''] = numbers;
  // the year first is clear in every format
  const parts = first.length === 4 ? forms.yearFirst.parts : forms[format].parts;
  const texts = [first, second, third];
  if (parts.some((part, place) => (part === 'year') !== (texts[place]?.length === 4))) return undefined;
  const day: Day = { day: 0, month: 0, year: 0 };
  parts.forEach((part, place) => (day[part] = Number(texts[place])));
  return day;
}

/** What is to be typed, such as `dd-mm-yyyy`. */
export function patternOf(format: DateFormat): string {
  const { parts, between } = forms[format];
  return parts.map((part) => ({ day: 'dd', month: 'mm', year: 'yyyy' })[part]).join(between);
}
