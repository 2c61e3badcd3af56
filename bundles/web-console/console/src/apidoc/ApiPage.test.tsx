// SPDX-License-Identifier: Apache-2.0
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { sessionStore, toSession } from '../session/session-store';
import { fakeServer, loginAnswer, ok, refused } from '../testing/fake-server';
import { renderConsole } from '../testing/render-console';
import { sampleDocument } from './sample-document';

beforeEach(() => sessionStore.set(toSession(loginAnswer(), Date.now())));

const server = {
  'anonymous/configuration': () => ok({}),
  'console/resources': () => ok({}),
  '/web/doc/admin.json': () => ok(sampleDocument),
};

async function open(call: RegExp): Promise<HTMLElement> {
  await userEvent.type(await screen.findByRole('searchbox', { name: 'Search calls' }), 'label');
  const summary = (await screen.findByText(call, { selector: 'code' })).closest('summary') as HTMLElement;
  await userEvent.click(summary);
  return summary.parentElement as HTMLElement;
}

it('reads the document of the own role and finds calls in it', async () => {
  fakeServer(server);
  renderConsole('/web/api-documentation');
  expect(await screen.findByText('5 calls')).toBeVisible();
  expect(screen.queryByText('unused')).toBeNull();
  const call = await open(/^\/label\/create$/);
  expect(screen.getByText('3 calls')).toBeVisible();
  expect(within(call).getByRole('img', { name: 'Needs an access token' })).toBeVisible();
  expect(await within(call).findByText(/length ≤ 255/)).toBeVisible();
});

it('makes a call for real, with the own token or another one', async () => {
  let made: RequestInit | undefined;
  fakeServer(server);
  const others = globalThis.fetch;
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    if (address !== '/web/api/label/7') return others(address, init);
    made = init;
    return new Response('{"id":7}', { status: 200, headers: { 'Content-Type': 'application/json' } });
  });
  renderConsole('/web/api-documentation');
  await userEvent.type(await screen.findByRole('searchbox', { name: 'Search calls' }), 'get label');
  const call = (await screen.findByText('/label/{id}', { selector: 'code' })).closest('details') as HTMLElement;
  await userEvent.click(within(call).getByText('/label/{id}'));
  const send = await within(call).findByRole('button', { name: 'Send' });
  expect(send).toHaveAttribute('aria-disabled', 'true');
  await userEvent.type(within(call).getByRole('textbox', { name: /^id/ }), '7');
  expect(within(call).getByLabelText('curl')).toHaveTextContent('/web/api/label/7');
  await userEvent.click(send);
  expect(await within(call).findByLabelText('Answer')).toHaveTextContent('"id": 7');
  expect(within(call).getByRole('status')).toHaveTextContent(/^200/);
  expect(new Headers(made?.headers).get('Authorization')).toBe(`Bearer ${sessionStore.get()?.token}`);
  await userEvent.type(screen.getByLabelText('Authorize'), 'another');
  await userEvent.click(send);
  await vi.waitFor(() => expect(new Headers(made?.headers).get('Authorization')).toBe('Bearer another'));
});

it('shows what has a root of its own without a way to try it', async () => {
  fakeServer(server);
  renderConsole('/web/api-documentation');
  await userEvent.type(await screen.findByRole('searchbox', { name: 'Search calls' }), 'tus');
  const call = (await screen.findByText('/tus/upload/{token}', { selector: 'code' })).closest('details') as HTMLElement;
  await userEvent.click(within(call).getByText('/tus/upload/{token}'));
  expect(await within(call).findByText('Tus-Resumable')).toBeVisible();
  expect(within(call).queryByRole('button', { name: 'Send' })).toBeNull();
});

it('has nothing for those without a document, and tries again after a failure', async () => {
  let broken = true;
  fakeServer({ ...server, '/web/doc/admin.json': () => (broken ? refused(403) : ok(sampleDocument)) });
  renderConsole('/web/api-documentation');
  expect(await screen.findByRole('alert')).toBeVisible();
  broken = false;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('5 calls')).toBeVisible();
});

it('is not there when it is switched off for all kinds that the user is of', async () => {
  const calls = fakeServer({ ...server, 'anonymous/configuration': () => ok({ disableAdminRestApiDocumentation: true }) });
  renderConsole('/web/api-documentation');
  expect(await screen.findByRole('heading', { name: 'There is no such page' })).toBeVisible();
  expect(calls.map(({ path }) => path)).not.toContain('/web/doc/admin.json');
});

it('says so when there is no document for the own permissions', async () => {
  sessionStore.set(toSession(loginAnswer({ roles: ['ROLE_USER'] }), Date.now()));
  fakeServer(server);
  renderConsole('/web/api-documentation');
  expect(await screen.findByText('There is no document for your permissions.')).toBeVisible();
});
