// SPDX-License-Identifier: Apache-2.0
import type { TFunction } from 'i18next';
import type { FieldMeta } from './metadata';

/** The words of the language file for the first of the keys that has some, or the fallback. */
export function wordsOf(t: TFunction, keys: readonly string[], fallback: string, options: object = {}): string {
  const look = t as unknown as (key: string, options: object) => unknown;
  for (const key of keys) {
    const found = look(key, { ...options, defaultValue: '' });
    if (typeof found === 'string' && found !== '') return found;
  }
  return fallback;
}

/** `deny.device.config1Disabled` becomes `Config 1 disabled`. */
export function humanise(id: string): string {
  const last = id.slice(id.lastIndexOf('.') + 1);
  const words = last
    .replace(/[/_-]+/g, ' ')
    .replace(/(?<=[a-z])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Z])/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function listTitle(t: TFunction, resource: string, entity?: string): string {
  return wordsOf(t, [`lists.${resource}`], entity ? `${humanise(entity)}s` : humanise(resource));
}

export function fieldLabel(t: TFunction, resource: string, field: Pick<FieldMeta, 'name' | 'label'>): string {
  const name = field.name.replaceAll('.', '_');
  return wordsOf(t, [`fieldsOf.${resource}.${name}`, `fields.${name}`], field.label || humanise(field.name));
}

/** One of the few texts a choice allows. */
export function optionLabel(t: TFunction, field: string, option: string): string {
  return wordsOf(t, [`options.${field}.${option}`, `options.any.${option}`], humanise(option));
}

/** Why something is refused, made of the server's label such as `deny.device.alreadyEnabled`. */
export function denyReason(t: TFunction, label: string): string {
  return wordsOf(t, [label, `deny.any.${label.slice(label.lastIndexOf('.') + 1)}`], humanise(label));
}
