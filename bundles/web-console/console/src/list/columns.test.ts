// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { field, gadget } from '../testing/sample-metadata';
import { defaultColumns, mergeColumns, moved, visibleFields } from './columns';

const names = (columns: readonly { name: string }[]): string[] => columns.map(({ name }) => name);

it('begins with the columns of the declaration, what the thing is called first', () => {
  const columns = defaultColumns(gadget);
  expect(names(visibleFields(gadget, columns))).toEqual(['name', 'seenAt', 'secret']);
  expect(names(columns)).not.toContain('hidden');
});

it('shows the first few when the declaration names none', () => {
  const fields = Array.from({ length: 9 }, (_none, place) => field(`f${place}`));
  expect(visibleFields({ ...gadget, fields }, defaultColumns({ ...gadget, fields }))).toHaveLength(6);
});

it('follows what was kept, as far as it still exists', () => {
  const kept = [
    { name: 'size', visible: true },
    { name: 'gone', visible: true },
    { name: 'size', visible: false },
    { name: 'name', visible: false },
  ];
  const columns = mergeColumns(gadget, kept);
  expect(columns.slice(0, 2)).toEqual([
    { name: 'size', visible: true },
    { name: 'name', visible: false },
  ]);
  expect(names(visibleFields(gadget, columns))).toEqual(['size']);
  expect(names(columns)).toContain('seenAt');
});

it('shows the usual columns rather than none', () => {
  expect(mergeColumns(gadget, [])).toEqual(defaultColumns(gadget));
  expect(mergeColumns(gadget, [{ name: 'name', visible: false }])).toEqual(defaultColumns(gadget));
});

it('moves one and leaves the others in their order', () => {
  const list = ['a', 'b', 'c'];
  expect(moved(list, 0, 2)).toEqual(['b', 'c', 'a']);
  expect(moved(list, 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moved(list, 0, 3)).toBe(list);
  expect(moved(list, -1, 0)).toBe(list);
});

it('begins the list of devices with their state, and with no more than a small screen holds', () => {
  const all = ['template', 'seenAt', 'serialNumber', 'enabled', 'name'].map((name) => field(name, { column: true }));
  const meta = { ...gadget, entity: 'Device', fields: all };
  expect(names(visibleFields(meta, defaultColumns(meta)))).toEqual(['name', 'enabled', 'template', 'seenAt']);
  expect(defaultColumns(meta)).toHaveLength(all.length);
});

it('shows with commands why they failed', () => {
  const fields = ['createdAt', 'updatedAt', 'commandName', 'commandStatus', 'device'].map((name) => field(name, { column: true }));
  const why = [field('commandStatusErrorCategory'), field('commandStatusErrorMessage', { type: 'longText' })];
  const meta = { ...gadget, entity: 'DeviceCommand', fields: [...fields, ...why] };
  expect(names(visibleFields(meta, defaultColumns(meta)))).toEqual(expect.arrayContaining(['commandStatusErrorMessage', 'commandStatusErrorCategory']));
});
