// SPDX-License-Identifier: Apache-2.0
import { type Document, nameOf, type Schema } from './openapi';

/** A schema without references at its top: what is referred to, and what stands beside it. */
export function resolve(document: Document, schema: Schema): Schema {
  if (schema.$ref) return resolve(document, document.components?.schemas?.[nameOf(schema.$ref)] ?? {});
  if (!schema.allOf) return schema;
  const { allOf, ...own } = schema;
  return allOf.map((part) => resolve(document, part)).reduce((all, part) => ({ ...all, ...part, properties: { ...all.properties, ...part.properties } }), own as Schema);
}

/** In a few words: `array of Device`, `string (date-time)`. */
export function typeOf(document: Document, schema: Schema): string {
  if (schema.$ref) return nameOf(schema.$ref);
  const [part] = schema.allOf ?? [];
  if (part && !schema.type) return typeOf(document, part);
  if (schema.oneOf) return schema.oneOf.map((one) => typeOf(document, one)).join(' | ');
  if (schema.type === 'array') return `[${schema.items ? typeOf(document, schema.items) : 'any'}]`;
  return [schema.type ?? 'any', schema.format && `(${schema.format})`].filter(Boolean).join(' ');
}

/** What must hold besides the type. */
export function boundsOf(schema: Schema): string {
  const { minimum, maximum, minLength, maxLength, minItems, enum: choices } = schema;
  const limits = [
    ['≥', minimum],
    ['≤', maximum],
    ['length ≥', minLength],
    ['length ≤', maxLength],
    ['count ≥', minItems],
  ] as const;
  const texts = limits.flatMap(([words, limit]) => (limit === undefined ? [] : [`${words} ${limit}`]));
  return [...texts, choices?.map(String).join(', ')].filter(Boolean).join('; ');
}

/** Something of the right shape to begin with. */
export function example(document: Document, schema: Schema, depth = 0): unknown {
  const { type, format, properties = {}, items, enum: choices, oneOf, default: usual, required } = resolve(document, schema);
  if (usual !== undefined) return usual;
  if (choices?.length) return choices[0];
  if (oneOf?.[0]) return example(document, oneOf[0], depth);
  if (type === 'array') return items && depth < 3 ? [example(document, items, depth + 1)] : [];
  if (type === 'object') {
    if (depth >= 3) return {};
    // of many members those that must be there
    const names = Object.keys(properties).filter((name) => !required?.length || required.includes(name));
    return Object.fromEntries(names.map((name) => [name, example(document, properties[name] ?? {}, depth + 1)]));
  }
  if (type === 'boolean') return false;
  if (type === 'integer' || type === 'number') return 1;
  return format === 'date-time' ? '2026-01-31T12:00:00Z' : 'text';
}
