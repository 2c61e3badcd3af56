// SPDX-License-Identifier: Apache-2.0
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { expect, it, vi } from 'vitest';
import { ApiError } from '../api/http';
import { Providers } from '../Providers';
import { makeQueries } from '../queries';
import { Waiting } from './Waiting';

const failure = new ApiError(500, { message: 'broken', requestId: 'r-7' });
const queries = makeQueries();
const shown = (error: unknown, refetch = vi.fn()): ReactElement => (
  <Providers queries={queries}>
    <Waiting on={[{ data: {}, error: null, refetch: vi.fn() }, { data: undefined, error, refetch }]} />
  </Providers>
);

it('keeps a failure on screen while it is asked again', async () => {
  const refetch = vi.fn();
  const { rerender } = render(shown(null));
  expect(screen.getByRole('status')).toBeVisible();
  rerender(shown(failure, refetch));
  expect(screen.getByRole('alert')).toHaveTextContent('r-7');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(refetch).toHaveBeenCalledOnce();
  rerender(shown(null));
  expect(screen.getByRole('alert')).toHaveTextContent('r-7');
});
