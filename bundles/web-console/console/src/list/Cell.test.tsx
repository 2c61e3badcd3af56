// SPDX-License-Identifier: Apache-2.0
import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Providers } from '../Providers';
import { makeQueries } from '../queries';
import { field } from '../testing/sample-metadata';
import { RowCell } from './Cell';

const at = new Date(2026, 0, 5, 7, 8, 9).toISOString();

it.each([
  [{ id: 1, createdBy: { id: 2, representation: 'Ada' } }, '05-01-2026 07:08:09 (Ada)'],
  [{ id: 1 }, '05-01-2026 07:08:09'],
])('names who made the thing beside the moment: %j', (row, text) => {
  const { container } = render(
    <Providers queries={makeQueries()}>
      <RowCell resource="gadget" row={{ ...row, createdAt: at }} field={field('createdAt', { type: 'dateTime' })} label="Created" />
    </Providers>,
  );
  expect(container).toHaveTextContent(text);
});
