// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { metadata } from '../testing/sample-metadata';
import { dependencies, sourceOfField, sourceOfFilter } from './references';

const ofType = { resource: 'label', choices: 'options/labels/{deviceType}' };

it('searches the list of those who see it and asks for the choices of others', () => {
  expect(sourceOfFilter({ resource: 'label', choices: 'options/labels' }, metadata)).toEqual({ resource: 'label' });
  expect(sourceOfFilter({ resource: 'user', choices: 'options/users' }, metadata)).toEqual({ choices: 'options/users' });
  expect(sourceOfFilter({ resource: 'user' }, metadata)).toBeUndefined();
  expect(sourceOfFilter({}, metadata)).toBeUndefined();
  // nothing tells a filter which type is meant
  expect(sourceOfFilter({ ...ofType, resource: 'user' }, metadata)).toBeUndefined();
});

it('offers a field what may be chosen for the thing as it is now', () => {
  expect(sourceOfField(ofType, metadata, { deviceType: [{ id: 7, representation: 'TK' }] })).toEqual({ choices: 'options/labels/7' });
  expect(sourceOfField(ofType, metadata, { deviceType: { id: 7 } })).toEqual({ choices: 'options/labels/7' });
  expect(sourceOfField(ofType, metadata, { deviceType: 'a/b' })).toEqual({ choices: 'options/labels/a%2Fb' });
  expect(sourceOfField({ resource: 'label' }, metadata, {})).toEqual({ resource: 'label' });
});

it('waits for what the choices depend on', () => {
  expect(dependencies(ofType)).toEqual(['deviceType']);
  expect(dependencies({})).toEqual([]);
  for (const deviceType of [undefined, null, '', []]) {
    expect(sourceOfField(ofType, metadata, { deviceType })).toBeUndefined();
  }
});
