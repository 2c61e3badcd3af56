// SPDX-License-Identifier: Apache-2.0
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Providers } from '../Providers';
import { makeQueries } from '../queries';
import { ChangesDialog } from './ChangesDialog';
import { changesOf } from './changes';

const answer = { oldValues: '{"name":"Roof","enabled":true,"note":[]}', newValues: '{"name":"Cellar","enabled":true,"tags":[1]}' };

it('compares the values of both sides, by field', () => {
  expect(changesOf(answer)).toEqual([
    { name: 'name', before: 'Roof', after: 'Cellar', changed: true },
    { name: 'enabled', before: 'true', after: 'true', changed: false },
    { name: 'note', before: '', after: '', changed: false },
    { name: 'tags', before: '', after: '[\n  1\n]', changed: true },
  ]);
  expect(changesOf({ oldValues: null, newValues: '{"a":1}' })).toEqual([{ name: 'a', before: '', after: '1', changed: true }]);
});

it.each([[null], ['text'], [{ content: 'x' }], [{ oldValues: '{no json', newValues: null }], [{ oldValues: '[1]' }]])('leaves %j to others', (other) => {
  expect(changesOf(other)).toBeUndefined();
});

it('shows the whole difference, the changes alone, or one side', async () => {
  render(
    <Providers queries={makeQueries()}>
      <ChangesDialog title="Label 3" changes={changesOf(answer) ?? []} onClose={() => {}} />
    </Providers>,
  );
  const fields = (): (string | null)[] => screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
  expect(fields()).toEqual(['Name (changed)', 'Enabled', 'Note', 'Tags (changed)']);
  await userEvent.click(screen.getByRole('button', { name: 'Only changes' }));
  expect(fields()).toEqual(['Name', 'Tags']);
  await userEvent.click(screen.getByRole('button', { name: 'Before' }));
  expect(fields()).toEqual(['Name', 'Enabled']);
  expect(within(screen.getByRole('table')).queryByText('Cellar')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'After' }));
  expect(within(screen.getByRole('table')).getByText('Cellar')).toBeVisible();
});
