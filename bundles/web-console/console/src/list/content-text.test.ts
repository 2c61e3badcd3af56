// SPDX-License-Identifier: Apache-2.0
import i18n from 'i18next';
import { expect, it } from 'vitest';
import { fileName } from '../api/http';
import { cellText, cut, isLong } from './cell-text';
import { contentText } from './content-text';

it.each([
  ['line\nline', 'line\nline'],
  [{ content: 'text' }, 'text'],
  [{ old: '{"a":1}' }, '{\n  "old": {\n    "a": 1\n  }\n}'],
  [{ old: '{a' }, '{\n  "old": "{a"\n}'],
  [[{ id: 1, representation: 'One', version: '1.0' }, { id: 2, representation: 'Two' }], '1. One (1.0)\n2. Two'],
  [[], '[]'],
  [null, ''],
  [undefined, ''],
  [7, '7'],
])('shows %j to read', (answer, text) => {
  expect(contentText(answer)).toBe(text);
});

it.each([
  ['text', 'a', 'a'],
  ['boolean', false, 'No'],
  ['enum', 'error', 'Error'],
  ['enum', 'somethingNew', 'Something new'],
  ['one', { id: 3, representation: 'Roof' }, 'Roof'],
  ['one', { id: 3 }, '#3'],
  ['many', [{ id: 1, representation: 'a' }, { id: 2, representation: 'b' }], 'a, b'],
  ['many', [], ''],
  ['json', {}, ''],
  ['long', 0, '0'],
  ['text', null, ''],
] as const)('shows a %s in a cell', (type, value, text) => {
  expect(cellText(i18n.t, { name: 'any', type }, value)).toBe(text);
});

it('cuts a long text at its first line', () => {
  expect(isLong('x'.repeat(80))).toBe(false);
  expect(cut('x'.repeat(81))).toBe(`${'x'.repeat(79)}…`);
  expect(cut('one\ntwo')).toBe('one…');
});

it.each([
  [`attachment; filename="a b.csv"`, 'a b.csv'],
  [`attachment; filename="x.csv"; filename*=UTF-8''Ger%C3%A4te.csv`, 'Geräte.csv'],
  [`attachment; filename=x.csv; filename*=UTF-8''%E0%`, 'x.csv'],
  [null, undefined],
])('takes the name of a file from %s', (header, name) => {
  expect(fileName(header)).toBe(name);
});
