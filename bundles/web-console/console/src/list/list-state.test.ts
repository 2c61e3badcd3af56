// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { gadget } from '../testing/sample-metadata';
import { filterCount, filterKind, nextSort, parseSearch, toQuery, withFilter } from './list-state';

const named = { filterBy: 'name', filterType: 'like', filterValue: 'pump' };

describe('the address of a list', () => {
  it('is taken as it is when it makes sense', () => {
    const search = { page: 3, rows: 50, sort: '-name', filters: [named] };
    expect(parseSearch({ ...search, other: 1 })).toEqual(search);
    expect(toQuery(search)).toEqual({
      page: 3,
      rowsPerPage: 50,
      sorting: [{ field: 'name', direction: 'desc' }],
      filters: [named],
    });
  });

  it.each([
    { page: 0 },
    { page: 1 },
    { page: 'x' },
    { rows: 7 },
    { rows: 1e9 },
    { sort: '' },
    { sort: '-' },
    { sort: 4 },
    { filters: 'name' },
    { filters: [] },
    { filters: [null, 3, { filterBy: 'name' }, { ...named, filterValue: { a: 1 } }, { ...named, filterValue: [{}] }] },
  ])('shows the list as usual for %j', (search) => {
    expect(parseSearch(search)).toEqual({});
    expect(toQuery(parseSearch(search), 10)).toEqual({ page: 1, rowsPerPage: 10, sorting: [], filters: [] });
  });
});

it('sorts up, down and as usual in turn', () => {
  expect(nextSort(undefined, 'name')).toBe('name');
  expect(nextSort('size', 'name')).toBe('name');
  expect(nextSort('name', 'name')).toBe('-name');
  expect(nextSort('-name', 'name')).toBeUndefined();
});

it('keeps one value for each comparison, and none that is empty', () => {
  const from = { filterBy: 'size', filterType: 'greaterThanOrEqual', filterValue: 1 };
  const to = { filterBy: 'size', filterType: 'lessThanOrEqual', filterValue: 0 };
  const both = withFilter(withFilter([named], from), to);
  expect(both).toEqual([named, from, to]);
  expect(filterCount(both)).toBe(2);
  expect(withFilter(both, { ...from, filterValue: 5 })).toEqual([named, to, { ...from, filterValue: 5 }]);
  expect(withFilter(both, { ...named, filterValue: '' })).toEqual([from, to]);
  expect(withFilter([{ ...named, filterValue: [1] }], { ...named, filterValue: [] })).toEqual([]);
});

it('draws the input that fits what the server compares by', () => {
  expect(gadget.filters.map((filter) => filterKind(filter, gadget))).toEqual([
    'text',
    'boolean',
    'reference',
    'moment',
    'number',
  ]);
  expect(filterKind({ name: 'odd', label: 'Odd', type: 'json', filterTypes: [] }, gadget)).toBe('none');
  expect(filterKind({ name: 'maker', label: 'Maker', type: 'enum', filterTypes: ['equal'], choices: 'options/makers' }, gadget)).toBe('choice');
  expect(filterKind({ name: 'log', label: 'Log', type: 'long', filterTypes: ['equal'] }, gadget)).toBe('exact');
});
