// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { formatCountdown, formatTimestamp, fromPicker, fromTyped, toPicker, toTyped } from './format';

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

it('takes and gives a moment as people of every language type it', () => {
  const moment = new Date(2026, 0, 5, 7, 8).toISOString().replace('.000', '');
  expect(toTyped(moment)).toBe('05-01-2026 07:08');
  expect(fromTyped('05-01-2026 07:08')).toBe(moment);
  expect(fromTyped(' 5.1.2026 7:08 ')).toBe(moment);
  expect(fromTyped('2026-01-05 07:08')).toBe(moment);
  expect(fromTyped('05-01-2026')).toBe(new Date(2026, 0, 5).toISOString().replace('.000', ''));
  expect(toTyped('')).toBe('');
});

it.each(['', 'soon', '31-02-2026 10:00', '05-01-2026 25:00', '05-01-2026 07:', '2026-13-05 07:08', '05-01.2026', '05-01-26 07:08'])(
  'takes %o for no moment',
  (text) => {
    expect(fromTyped(text)).toBeUndefined();
  },
);

it("speaks to the browser's calendar in its own form", () => {
  const moment = new Date(2026, 0, 5, 7, 8).toISOString().replace('.000', '');
  expect(toPicker(moment)).toBe('2026-01-05T07:08');
  expect(fromPicker(toPicker(moment))).toBe(moment);
  expect([toPicker('soon'), fromPicker('')]).toEqual(['', '']);
});
