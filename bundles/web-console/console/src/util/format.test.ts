// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { formatCountdown, formatTimestamp } from './format';

it.each([
  [900_000, '15:00'],
  [899_001, '15:00'],
  [61_000, '01:01'],
  [1, '00:01'],
  [0, '00:00'],
  [-5000, '00:00'],
  [7_200_000, '120:00'],
])('shows %d ms as %s', (milliseconds, text) => {
  expect(formatCountdown(milliseconds)).toBe(text);
});

it('shows a time of the server in the zone of the reader', () => {
  const local = new Date(2026, 0, 5, 7, 8, 9);
  expect(formatTimestamp(local.toISOString())).toBe('05-01-2026 07:08:09');
});

it('leaves alone what is no time', () => {
  expect(formatTimestamp('soon')).toBe('soon');
});
