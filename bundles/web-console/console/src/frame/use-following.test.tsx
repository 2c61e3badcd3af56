// SPDX-License-Identifier: Apache-2.0
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { makeQueries } from '../queries';
import { metadataQuery } from '../resource/metadata';
import { sessionStore, toSession } from '../session/session-store';
import { fakeServer, loginAnswer, ok, type Received, refused } from '../testing/fake-server';
import { renderConsole } from '../testing/render-console';
import { metadata } from '../testing/sample-metadata';

const REFRESH = 'authentication/token/refresh';
const { gadget, label } = metadata;

let maintenanceMode = false;
let resources: object = metadata;
let calls: Received[] = [];

beforeEach(() => {
  sessionStore.set(toSession(loginAnswer(), Date.now()));
  maintenanceMode = false;
  resources = { gadget, label };
  calls = fakeServer({
    'anonymous/configuration': () => ok({ maintenanceMode }),
    // as for everybody who is no administrator
    'console/resources': () => (maintenanceMode ? refused(403) : ok(resources)),
    'usertable/columns': () => ok([]),
    'gadget/list': () => ok({ results: [{ id: 1, representation: 'Pump 1', name: 'Pump 1', deny: {} }], rowCount: 1 }),
    'gadget/1': () => refused(403),
    'gadget/create': () => refused(403),
    [REFRESH]: () => ok(loginAnswer({ roles: ['ROLE_USER', 'ROLE_SMARTEMS'] })),
  });
});

const menu = (): HTMLElement => screen.getByRole('navigation', { name: 'Main navigation', hidden: true });

it('tells within a minute that maintenance has begun, and that it has ended', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  onTestFinished(() => void vi.useRealTimers());
  renderConsole('/web/list/gadget');
  expect(await screen.findByText('Pump 1')).toBeVisible();
  const end = sessionStore.get()?.endsAt;
  maintenanceMode = true;
  await act(() => vi.advanceTimersByTimeAsync(61_000));
  // the answer says that this is no administrator any more
  expect(await screen.findByText(/^Maintenance is going on: only administrators can work now/)).toBeVisible();
  expect(within(menu()).queryByRole('link', { name: 'Labels' })).toBeNull();
  expect(screen.getByRole('heading', { level: 1, name: 'Gadgets' })).toBeVisible();
  expect(sessionStore.get()?.endsAt).toBe(end);
  maintenanceMode = false;
  await act(() => vi.advanceTimersByTimeAsync(61_000));
  await waitFor(() => expect(screen.queryByText(/^Maintenance is going on/)).toBeNull());
  expect(within(menu()).getByRole('link', { name: 'Labels' })).toBeVisible();
});

it('takes a permission that is gone from the menu as soon as a call is refused', async () => {
  renderConsole('/web/list/gadget');
  await screen.findByText('Pump 1');
  expect(within(menu()).getByRole('link', { name: 'Labels' })).toBeVisible();
  resources = { gadget };
  await userEvent.click(screen.getByRole('button', { name: 'Delete: Pump 1' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Delete' }));
  expect(await screen.findByText('You may not do this.')).toBeVisible();
  await waitFor(() => expect(within(menu()).queryByRole('link', { name: 'Labels', hidden: true })).toBeNull());
  await waitFor(() => expect(sessionStore.get()?.roles).toEqual(['ROLE_USER', 'ROLE_SMARTEMS']));
  await waitFor(() => expect(calls.filter(({ path }) => path === 'gadget/list')).toHaveLength(2));
});

it('leaves what was typed on the page when a permission goes', async () => {
  renderConsole('/web/list/gadget/create');
  await userEvent.type(await screen.findByRole('textbox', { name: /^Name/ }), 'Pump 9');
  resources = { label };
  await userEvent.click(screen.getByRole('button', { name: 'Submit' }));
  await waitFor(() => expect(within(menu()).queryByRole('link', { name: /^Gadget/ })).toBeNull());
  expect(screen.getByRole('textbox', { name: /^Name/ })).toHaveValue('Pump 9');
});

it('does not prolong the session, however late it looks', async () => {
  // as after a sleep of the computer
  const old = toSession(loginAnswer(), Date.now() - 400_000);
  sessionStore.set(old);
  await makeQueries().fetchQuery(metadataQuery);
  expect(sessionStore.get()?.token).not.toBe(old.token);
  expect(sessionStore.get()?.endsAt).toBe(old.endsAt);
});
