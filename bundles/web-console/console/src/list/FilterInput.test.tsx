// SPDX-License-Identifier: Apache-2.0
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactElement, useState } from 'react';
import { expect, it, vi } from 'vitest';
import { Providers } from '../Providers';
import { makeQueries } from '../queries';
import { sessionStore, toSession } from '../session/session-store';
import { fakeServer, loginAnswer, ok } from '../testing/fake-server';
import { gadget, metadata } from '../testing/sample-metadata';
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

it('never shows an id in place of a name that it is about to know', async () => {
  sessionStore.set(toSession(loginAnswer(), Date.now()));
  const label = { name: 'labels', label: 'Labels', type: 'many' as const, filterTypes: ['equalMultiple'], resource: 'label' };
  let answer = (): void => {};
  const calls = fakeServer({
    'console/resources': () => ok(metadata),
    'label/list': () => ok({ results: [{ id: 6, representation: 'Cellar' }], rowCount: 1 }),
    'label/5': () => new Promise((resolve) => (answer = () => resolve(ok({ id: 5, representation: 'Roof' })))),
  });
  function Page(): ReactElement {
    const [draft, setDraft] = useState<FilterValue[]>([{ filterBy: 'labels', filterType: 'equalMultiple', filterValue: [5] }]);
    return <FilterInput label="Labels" filter={label} meta={gadget} draft={draft} onChange={setDraft} />;
  }
  render(
    <Providers queries={makeQueries()}>
      <Page />
    </Providers>,
  );
  expect((await screen.findAllByText('…')).length).toBeGreaterThan(0);
  expect(screen.queryByText('#5')).toBeNull();
  answer();
  expect((await screen.findAllByText('Roof')).length).toBeGreaterThan(0);
  await userEvent.click(screen.getByRole('combobox', { name: 'Labels' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Cellar' }));
  expect(screen.getAllByText('Roof').length).toBeGreaterThan(0);
  expect(screen.queryByText('…')).toBeNull();
  expect(calls.filter(({ path }) => /^label\/\d/.test(path))).toHaveLength(1);
});
