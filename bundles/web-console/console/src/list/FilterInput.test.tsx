// SPDX-License-Identifier: Apache-2.0
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { Providers } from '../Providers';
import { makeQueries } from '../queries';
import { sessionStore, toSession } from '../session/session-store';
import { fakeServer, loginAnswer, ok } from '../testing/fake-server';
import { gadget } from '../testing/sample-metadata';
import { FilterInput } from './FilterInput';
import type { FilterValue } from './list-state';

const filter = { name: 'maker', label: 'Maker', type: 'enum' as const, filterTypes: ['equal', 'equalMultiple'], choices: 'options/makers' };

it('offers what the server provides now, and keeps what it provides no more', async () => {
  sessionStore.set(toSession(loginAnswer(), Date.now()));
  fakeServer({ 'options/makers': () => ok([{ id: 'acme', representation: 'Acme Works' }]) });
  const onChange = vi.fn();
  const draft: FilterValue[] = [{ filterBy: 'maker', filterType: 'equal', filterValue: 'lost' }];
  render(
    <Providers queries={makeQueries()}>
      <FilterInput label="Maker" filter={filter} meta={gadget} draft={draft} onChange={onChange} />
    </Providers>,
  );
  await waitFor(() => expect(screen.getAllByText(/^lost \(/)).not.toHaveLength(0));
  await userEvent.click(screen.getByRole('combobox', { name: 'Maker' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Acme Works' }));
  expect(onChange).toHaveBeenCalledWith([{ filterBy: 'maker', filterType: 'equalMultiple', filterValue: ['lost', 'acme'] }]);
});
