// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { safeReturnPath } from './return-path';

it.each(['/web', '/web/', '/web/devices?page=2#top'])('goes back to %s', (path) => {
  expect(safeReturnPath(path)).toBe(path);
});

it.each([
  'https://elsewhere.example/web/',
  '//elsewhere.example/web/',
  '/\\elsewhere.example/web',
  'javascript:alert(1)',
  '/web/../df/token',
  '/website',
  '/authentication/login',
  'web/devices',
  '',
  undefined,
  7,
])('does not go to %s', (path) => {
  expect(safeReturnPath(path)).toBe('/web/');
});
