// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { columns, ofHour, rest, spreadByType, stateParts } from './figures';

it('gives each state the filters that show the same devices', () => {
  const parts = stateParts({
    countedAt: '2026-03-01T12:40:00Z',
    states: [
      { enabled: true, contact: 'hour', amount: 5 },
      { enabled: true, contact: 'day', amount: 4 },
      { enabled: false, contact: 'hour', amount: 2 },
      { enabled: false, contact: 'never', amount: 1 },
    ],
  });
  expect(parts.map(({ key, amount }) => [key, amount])).toEqual([
    ['heard', 5],
    ['day', 4],
    ['silent', 0],
    ['never', 0],
    ['off', 3],
  ]);
  expect(parts[1]?.filters?.map(({ filterType, filterValue }) => [filterType, filterValue])).toEqual([
    ['boolean', true],
    ['dateTimeGreaterThanOrEqual', '2026-02-28T12:40:00Z'],
    ['dateTimeLessThanOrEqual', '2026-03-01T11:39:00Z'],
  ]);
  expect(parts[3]?.filters).toBeUndefined();
});

it('puts rare versions together and the unknown one last', () => {
  const versions = ['1.0', '1.1', '1.2', '1.3', '1.4', '1.5', '1.6'].map((firmwareVersion1, place) => ({
    deviceType: 1,
    representation: 'TK800',
    firmwareVersion1,
    amount: 10 + place,
  }));
  const [type, other] = spreadByType({
    countedAt: '',
    spread: [
      { deviceType: 2, representation: 'Gateway', firmwareVersion1: null, amount: 9 },
      { deviceType: 2, representation: 'Gateway', firmwareVersion1: '5', amount: 2 },
      ...versions,
    ],
  });
  expect(type?.parts.map(({ key, amount }) => [key, amount])).toEqual([
    ['1.6', 16],
    ['1.5', 15],
    ['1.4', 14],
    ['1.3', 13],
    ['1.2', 12],
    [rest, 21],
  ]);
  expect(other?.parts.map(({ key }) => key)).toEqual(['5', '']);
  expect(other?.parts[0]?.filters?.map(({ filterValue }) => filterValue)).toEqual([[2], '5']);
});

it('adds the versions that the server puts together, and tells apart those that reported none', () => {
  const versions = ['1.0', '1.1', '1.2', '1.3', '1.4', '1.5'].map((firmwareVersion1) => ({ firmwareVersion1, amount: 9 }));
  const rows = [...versions, { firmwareVersion1: null, amount: 4 }, { firmwareVersion1: null, others: 30, amount: 40 }];
  const [type] = spreadByType({ countedAt: '', spread: rows.map((row) => ({ deviceType: 1, representation: 'TK800', ...row })) });
  expect(type?.amount).toBe(98);
  expect(type?.parts.map(({ key, amount }) => [key, amount])).toEqual([
    ['1.0', 9],
    ['1.1', 9],
    ['1.2', 9],
    ['1.3', 9],
    [rest, 58],
    ['', 4],
  ]);
});

it('has a column for every hour and puts what is no success together', () => {
  const all = columns({
    from: '2026-02-28T13:00:00Z',
    hours: [
      { hour: '2026-02-28T13:00:00Z', outcome: 'nothing', amount: 3 },
      { hour: '2026-03-01T12:00:00Z', outcome: 'invalid', amount: 1 },
      { hour: '2026-03-01T12:00:00Z', outcome: 'maintenance', amount: 1 },
      { hour: '2026-03-01T12:00:00Z', outcome: 'created', amount: 1 },
      { hour: '2026-03-02T12:00:00Z', outcome: 'work', amount: 9 },
    ],
  });
  expect(all).toHaveLength(24);
  expect(all[0]).toEqual({ hour: '2026-02-28T13:00:00Z', amounts: { nothing: 3 }, total: 3 });
  expect(all[23]).toEqual({ hour: '2026-03-01T12:00:00Z', amounts: { refused: 2, off: 1 }, total: 3 });
  expect(all[1]?.total).toBe(0);
});

it('ends an hour with its last minute', () => {
  expect(ofHour('2026-03-01T12:00:00Z').map(({ filterValue }) => filterValue)).toEqual(['2026-03-01T12:00:00Z', '2026-03-01T12:59:00Z']);
});
