// SPDX-License-Identifier: Apache-2.0
import type { TFunction } from 'i18next';
import type { FieldMeta, Thing } from '../resource/metadata';
import { dependencies, type Reference } from '../resource/references';

/**
 * What a form holds, by field: texts and numbers as they are typed, moments in UTC, references as lists of things, lists
 * of objects as lists of such records.
 */
export type Values = Record<string, unknown>;

/** A form of a new thing; what was copied goes before what is usual. */
export function emptyValues(fields: readonly FieldMeta[]): Values {
  return Object.fromEntries(fields.map((field) => [field.name, toValue(field, field.default)]));
}

export function valuesOf(fields: readonly FieldMeta[], thing: Thing | Values): Values {
  return Object.fromEntries(fields.map((field) => [field.name, toValue(field, (thing as Values)[field.name])]));
}

function toValue(field: FieldMeta, value: unknown): unknown {
  switch (field.type) {
    case 'boolean':
      return value === true;
    case 'one':
      return isReference(value) ? [value] : [];
    case 'many':
      return Array.isArray(value) ? value.filter(isReference) : [];
    case 'list':
      return Array.isArray(value) ? value.map((one) => valuesOf(field.members ?? [], one as Values)) : [];
    case 'json':
      return value;
    default:
      return value === null || value === undefined ? '' : String(value);
  }
}

function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && 'id' in value;
}

/** JSON of these fields is described by a plug-in, and so it can be drawn. */
const drawn = new Set(['procedureSettings']);

/** The fields that count now: some appear with a switch. JSON of any other kind has no input. */
export function visibleInputs(fields: readonly FieldMeta[], values: Values): FieldMeta[] {
  return fields.filter((field) => (field.type !== 'json' || drawn.has(field.name)) && isAccepted(field, values));
}

const isAccepted = ({ acceptedIf, acceptedIfValue }: FieldMeta, values: Values): boolean =>
  !acceptedIf || values[acceptedIf] === (acceptedIfValue ?? true);

export function isRequired(field: FieldMeta, values: Values): boolean {
  if (field.type === 'boolean') return false;
  const { required, minimumCount = 0, requiredIf, requiredIfValue } = field;
  return required === true || minimumCount > 0 || (!!requiredIf && values[requiredIf] === (requiredIfValue ?? true));
}

/** With one value set anew; what was chosen among choices that depend on it is chosen no more. */
export function withValue(fields: readonly FieldMeta[], values: Values, name: string, value: unknown): Values {
  const dependent = fields.filter((field) => dependencies(field).includes(name));
  return { ...values, ...Object.fromEntries(dependent.map((field) => [field.name, []])), [name]: value };
}

/** What to send. A member that is not sent counts as empty, so everything that counts is sent. */
export function toBody(fields: readonly FieldMeta[], values: Values): Record<string, unknown> {
  const accepted = fields.filter((field) => isAccepted(field, values));
  const members = accepted.map((field) => [field.name, toMember(field, values[field.name])]);
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}

function toMember(field: FieldMeta, value: unknown): unknown {
  // a secret is never answered, so an empty input says nothing of it
  if (field.kept && field.sensitive && value === '') return undefined;
  switch (field.type) {
    case 'boolean':
      return value === true;
    case 'one':
      return (value as Reference[])[0]?.id ?? null;
    case 'many':
      return (value as Reference[]).map(({ id }) => id);
    case 'list':
      return (value as Values[]).map((one) => toBody(field.members ?? [], one));
    case 'json':
      return value ?? undefined;
    case 'integer':
    case 'long':
      return value === '' ? null : toNumber(String(value));
    default:
      return value === '' ? null : value;
  }
}

/** What is no number is sent as it is, so that the server says so at the field. */
function toNumber(text: string): unknown {
  const number = Number(text);
  return text.trim() !== '' && Number.isSafeInteger(number) ? number : text;
}

/** What is required and empty, by the path of the field. */
export function missingRequired(fields: readonly FieldMeta[], values: Values, t: TFunction): Record<string, string> {
  const missing: Record<string, string> = {};
  for (const field of fields) {
    const value = values[field.name];
    const empty = value === '' || value === undefined || (Array.isArray(value) && value.length === 0);
    const few = Array.isArray(value) && value.length < (field.minimumCount ?? 0);
    if (isRequired(field, values) && empty) missing[field.name] = t('validation.required');
    else if (few) missing[field.name] = t('validation.countMin', { limit: field.minimumCount });
    if (field.type !== 'list' || !Array.isArray(value)) continue;
    value.forEach((one: Values, place) => {
      const inner = missingRequired(field.members ?? [], one, t);
      for (const [path, text] of Object.entries(inner)) missing[`${field.name}.${place}.${path}`] = text;
    });
  }
  return missing;
}

const leading = ['name', 'username', 'deviceType', 'serialNumber', 'enabled', 'description'];

/** By what a thing is called first, then what must be filled in, then the rest as it was declared; lists come last. */
export function inFormOrder(fields: readonly FieldMeta[]): FieldMeta[] {
  const rank = (field: FieldMeta): number => {
    const place = leading.indexOf(field.name);
    if (place >= 0) return place;
    if (field.type === 'list') return 1000;
    return leading.length + (field.required ? 0 : field.type === 'boolean' ? 2 : 1);
  };
  return fields
    .map((field, place) => ({ field, place }))
    .sort((one, other) => rank(one.field) - rank(other.field) || one.place - other.place)
    .map(({ field }) => field);
}
