// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { sessionStore, toSession } from '../session/session-store';
import { fakeServer, loginAnswer, ok, refused } from '../testing/fake-server';
import { renderConsole } from '../testing/render-console';
import { field, gadget, metadata } from '../testing/sample-metadata';

const things = {
  ...gadget,
  entity: 'Label',
  fields: [field('name', { edit: true })],
  routes: [
    { method: 'POST', path: 'label/{id}', summary: '', denyKey: 'edit', inputs: [field('name')] },
    { method: 'POST', path: 'label/list', summary: '', inputs: [] },
  ],
};
const handlers = {
  'anonymous/configuration': () => ok({}),
  'console/resources': () => ok({ ...metadata, label: things }),
  'label/7': () => ok({ id: 7, representation: 'Roof', name: 'Roof' }),
};

beforeEach(() => sessionStore.set(toSession(loginAnswer(), Date.now())));

it('keeps what was typed when somebody comes back from another tab', async () => {
  const calls = fakeServer(handlers);
  renderConsole('/web/list/label/7');
  const name = await screen.findByRole('textbox', { name: /Name/ });
  await userEvent.clear(name);
  await userEvent.type(name, 'Cellar');
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  window.dispatchEvent(new Event('online'));
  await userEvent.type(screen.getByRole('textbox', { name: /Name/ }), ' 2');
  expect(screen.getByRole('textbox', { name: /Name/ })).toHaveValue('Cellar 2');
  expect(calls.filter(({ path }) => path === 'label/7')).toHaveLength(1);
});

it('says what went wrong, and asks again when it is told to', async () => {
  let broken = true;
  fakeServer({ ...handlers, 'label/7': () => (broken ? refused(404) : handlers['label/7']()) });
  renderConsole('/web/list/label/7');
  const retry = await screen.findByRole('button', { name: 'Try again' });
  expect(screen.getByRole('alert')).toBeVisible();
  broken = false;
  await userEvent.click(retry);
  expect(await screen.findByRole('textbox', { name: /Name/ })).toHaveValue('Roof');
});

it('shows no form that would only be refused, but why, and the way back', async () => {
  fakeServer({
    ...handlers,
    'usertable/columns': () => ok([]),
    'label/list': () => ok({ results: [], rowCount: 0 }),
    'label/7': () => ok({ id: 7, representation: 'Roof', name: 'Roof', deny: { edit: 'deny.label.inUse' } }),
  });
  renderConsole('/web/list/label/7');
  expect(await screen.findByText('It is in use.')).toBeVisible();
  expect(screen.queryByRole('textbox')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Back' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Labels' })).toBeVisible();
});
