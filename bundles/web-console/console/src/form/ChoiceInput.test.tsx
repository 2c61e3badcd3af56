// SPDX-License-Identifier: Apache-2.0
import { render, screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { Providers } from '../Providers';
import { makeQueries } from '../queries';
import { sessionStore, toSession } from '../session/session-store';
import { fakeServer, loginAnswer, ok } from '../testing/fake-server';
import { field } from '../testing/sample-metadata';
import { ChoiceInput } from './ChoiceInput';

const generator = field('generator', { type: 'enum', choices: 'options/config/generators' });
const installed = [
  { id: 'twig', representation: 'Twig' },
  { id: 'mine', representation: 'My language' },
];

beforeEach(() => {
  sessionStore.set(toSession(loginAnswer(), Date.now()));
  fakeServer({ 'options/config/generators': () => ok(installed) });
});

function show(value: string): void {
  render(
    <Providers queries={makeQueries()}>
      <ChoiceInput field={generator} label="Generator" value={value} error={undefined} required onChange={() => undefined} />
    </Providers>,
  );
}

it('offers what the server has', async () => {
  show('');
  expect(await screen.findByRole('option', { name: 'My language' })).toBeInTheDocument();
  expect(screen.getAllByRole('option').map((one) => one.textContent)).toEqual(['Choose one', 'Twig', 'My language']);
});

it('says when what is stored is not there any more, and keeps it until something else is chosen', async () => {
  show('velocity');
  expect(await screen.findByText(/^“velocity” is not installed on this server/)).toBeVisible();
  expect(screen.getByRole('combobox', { name: /^Generator/ })).toHaveDisplayValue('velocity (not installed)');
});
