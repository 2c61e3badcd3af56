// SPDX-License-Identifier: Apache-2.0
import type { TFunction } from 'i18next';
import type { FieldMeta } from '../resource/metadata';
import { optionLabel } from '../resource/words';
import { formatTimestamp } from '../util/format';

/** The value of a field as text; an empty text where there is none. */
export function cellText(t: TFunction, field: Pick<FieldMeta, 'name' | 'type'>, value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  switch (field.type) {
    case 'boolean':
      return value ? t('yes') : t('no');
    case 'dateTime':
      return formatTimestamp(String(value));
    case 'enum':
      return optionLabel(t, field.name, String(value));
    case 'one':
      return represent(value);
    case 'many':
    case 'list':
      return Array.isArray(value) ? value.map(represent).join(', ') : represent(value);
    default:
      return typeof value === 'object' ? represent(value) : String(value);
  }
}

function represent(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { representation, name, id } = value as Record<string, unknown>;
  const text = representation ?? name;
  if (typeof text === 'string' && text !== '') return text;
  if (id !== undefined) return `#${String(id)}`;
  const json = JSON.stringify(value);
  return json === '[]' || json === '{}' ? '' : json;
}

/** Texts of this length are cut in a cell. */
export const longest = 80;

export const isLong = (text: string): boolean => text.length > longest || text.includes('\n');

export const cut = (text: string): string => {
  const line = text.split('\n', 1)[0] ?? '';
  return `${[...line].slice(0, longest - 1).join('').trimEnd()}…`;
};
