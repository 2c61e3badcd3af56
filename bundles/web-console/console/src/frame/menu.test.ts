// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { metadata } from '../testing/sample-metadata';
import { menuOf } from './menu';

it('shows the lists of this user in the order of the sidebar, and what it does not know at the end', () => {
  expect(menuOf(metadata)).toEqual([
    { resource: 'device' },
    { group: 'logs', resources: ['auditlogchange'] },
    { resource: 'label' },
    { group: 'more', resources: ['gadget'] },
  ]);
  expect(menuOf({})).toEqual([]);
});
