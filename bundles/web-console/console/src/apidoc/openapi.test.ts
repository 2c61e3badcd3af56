// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { areasFor } from './areas';
import { filled, found, groupsOf } from './openapi';
import { sampleDocument as document } from './sample-document';
import { boundsOf, example, resolve, typeOf } from './schema';

it('offers the documents of the own roles', () => {
  expect(areasFor(['ROLE_USER', 'ROLE_ADMIN'])).toEqual(['admin']);
  expect(areasFor(['ROLE_USER', 'ROLE_SMARTEMS', 'ROLE_VPN'])).toEqual(['smartems', 'vpnsecuritysuite', 'smartemsvpnsecuritysuite']);
  expect(areasFor(['ROLE_USER'])).toEqual([]);
});

it('puts calls together and knows which need a token', () => {
  const groups = groupsOf(document);
  expect(groups.map(({ tag, calls }) => [tag, calls.map(({ method, path, locked }) => `${method} ${path} ${locked}`)])).toEqual([
    ['authentication', ['POST /authentication/login_check false']],
    ['label', ['POST /label/create true', 'GET /label/{id} true', 'DELETE /label/{id} true']],
    ['tus', ['HEAD /tus/upload/{token} true']],
  ]);
  expect(groups[1]?.calls[1]?.answers.map(({ status, description }) => [status, description])).toEqual([
    ['200', 'Done.'],
    ['404', 'There is no such thing.'],
  ]);
});

it('reads the parameters of a path and of a reference, and tries nothing that has a root of its own', () => {
  const calls = groupsOf(document).flatMap((group) => group.calls);
  const upload = calls.find(({ path }) => path.startsWith('/tus'));
  expect(upload?.parameters.map(({ name }) => name)).toEqual(['token', 'Tus-Resumable']);
  expect(calls.filter(({ tried }) => !tried)).toEqual([upload]);
});

it('finds calls by all words in any order', () => {
  const groups = groupsOf(document);
  expect(found(groups, 'label delete').flatMap(({ calls }) => calls.map(({ method }) => method))).toEqual(['DELETE']);
  expect(found(groups, 'nowhere')).toEqual([]);
  expect(found(groups, ' ')).toHaveLength(3);
});

it('reads references and what stands beside them', () => {
  const member = document.components?.schemas?.Label?.properties?.parent ?? {};
  expect(typeOf(document, member)).toBe('Label');
  expect(resolve(document, member).description).toBe('The one above');
  expect(Object.keys(resolve(document, member).properties ?? {})).toEqual(['id', 'name', 'parent', 'kind']);
  expect(typeOf(document, { type: 'array', items: { type: 'string', format: 'date-time' } })).toBe('[string (date-time)]');
  expect(boundsOf({ minLength: 1, maxLength: 255, enum: ['a', 'b'] })).toBe('length ≥ 1; length ≤ 255; a, b');
});

it('makes an example that ends, although the schema refers to itself', () => {
  expect(example(document, { $ref: '#/components/schemas/NewLabel' })).toEqual({ name: 'text' });
  expect(JSON.stringify(example(document, { $ref: '#/components/schemas/Label' })).length).toBeLessThan(500);
});

it('fills a path in so that a value stays one segment', () => {
  expect(filled('/label/{id}/of/{kind}', { id: 'a/b', kind: '1' })).toBe('/label/a%2Fb/of/1');
});
