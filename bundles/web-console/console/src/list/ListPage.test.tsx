// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { sessionStore, toSession } from '../session/session-store';
import { fakeServer, loginAnswer, noContent, ok, type Received, refused } from '../testing/fake-server';
import { renderConsole } from '../testing/render-console';
import { gadget, metadata } from '../testing/sample-metadata';

const rows = [
  { id: 1, representation: 'Pump 1', name: 'Pump 1', seenAt: '2026-01-31T10:00:00+00:00', secret: 'hush', deny: {} },
  { id: 2, representation: 'Pump 2', name: 'Pump 2', deny: { delete: 'deny.gadget.inUse' } },
];
type Handlers = Parameters<typeof fakeServer>[0];

function open(address: string, handlers: Handlers = {}): Received[] {
  const calls = fakeServer({
    'anonymous/configuration': () => ok({}),
    'console/resources': () => ok(metadata),
    'usertable/columns': () => ok([]),
    'gadget/list': () => ok({ results: rows, rowCount: 12_000, rowCountExact: false }),
    ...handlers,
  });
  renderConsole(address);
  return calls;
}

const last = (calls: Received[], path: string): Received | undefined => calls.findLast((call) => call.path === path);

beforeEach(() => sessionStore.set(toSession(loginAnswer(), Date.now())));

it('shows the rows, what is refused and why, and no secret before it is asked for', async () => {
  open('/web/list/gadget');
  expect(await screen.findByText('Pump 1')).toBeVisible();
  expect(screen.getByText('1–2 of about 12,000')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Mass actions (0)' })).toHaveAccessibleDescription('Select rows first');
  expect(screen.getByRole('button', { name: 'Delete: Pump 2 (It is in use.)' })).toHaveAttribute('aria-disabled', 'true');

  await userEvent.click(screen.getByRole('button', { name: 'Delete: Pump 2 (It is in use.)' }));
  expect(screen.queryByRole('dialog')).toBeNull();

  expect(screen.queryByText('hush')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Show Secret' }));
  expect(screen.getByText('hush')).toBeVisible();
});

it('cuts the long name of a thing that has a page, and tells all of it on its page and beside it', async () => {
  const name = 'W'.repeat(200);
  open('/web/list/device', {
    'device/list': () => ok({ results: [{ id: 3, representation: name, name, deny: {} }], rowCount: 1, rowCountExact: true }),
  });
  const link = await screen.findByTitle(name);
  expect(link).toHaveTextContent(/^W{79}…$/);
  expect(link).toHaveAttribute('href', '/web/list/device/3/details');
});

it('filters by what the address says, and says in the address what it filters by', async () => {
  const calls = open('/web/list/gadget?sort=-name&filters=[{"filterBy":"name","filterType":"like","filterValue":"pu"}]');
  const name = await screen.findByRole('textbox', { name: 'Name' });
  expect(name).toHaveValue('pu');
  await screen.findByText('Pump 1');
  expect(last(calls, 'gadget/list')?.body).toMatchObject({
    page: 1,
    sorting: [{ field: 'name', direction: 'desc' }],
    filters: [{ filterBy: 'name', filterType: 'like', filterValue: 'pu' }],
  });

  await userEvent.type(name, 'm');
  await userEvent.click(screen.getByRole('button', { name: 'Apply' }));
  await waitFor(() => expect(decodeURIComponent(window.location.search)).toContain('"filterValue":"pum"'));
  await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
  await waitFor(() => expect(window.location.search).not.toContain('filters'));
});

it('says what is wrong and tries again on demand', async () => {
  let broken = true;
  open('/web/list/gadget', {
    'gadget/list': () => (broken ? refused(400, 'validation.failed') : ok({ results: [], rowCount: 0 })),
  });
  expect(await screen.findByRole('alert')).toHaveTextContent('The list cannot be shown');
  broken = false;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('No results')).toBeVisible();
});

it('acts on the chosen rows with what it needs, and tells what became of each', async () => {
  const calls = open('/web/list/gadget', {
    'gadget/batch/labels/add': () =>
      ok([
        { id: 1, representation: 'Pump 1', status: 'success', messages: [] },
        { id: 2, representation: 'Pump 2', status: 'skipped', messages: [{ message: 'deny.gadget.inUse' }] },
      ]),
  });
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Select all rows of this page' }));
  await userEvent.click(screen.getByRole('button', { name: 'Mass actions (2)' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Add labels' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Submit' }));
  expect(within(dialog).getByRole('textbox', { name: /Name/ })).toHaveAccessibleDescription('This is required.');
  await userEvent.type(within(dialog).getByRole('textbox', { name: /Name/ }), 'x');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Submit' }));
  expect(await within(dialog).findByText('1 skipped, 1 successful')).toBeVisible();
  expect(within(dialog).getByText('It is in use.')).toBeVisible();
  expect(last(calls, 'gadget/batch/labels/add')?.body).toEqual({ name: 'x', ids: [1, 2] });
});

it('leads from a device to the lines of a log about it', async () => {
  const [list] = gadget.routes;
  const device = { ...gadget, entity: 'Device', denyKeys: ['communicationLogs', 'configLogs'], routes: [{ ...list, path: 'device/list' }] };
  const calls = open('/web/list/device', {
    'console/resources': () => ok({ device, communicationlog: { ...gadget, routes: [{ ...list, path: 'communicationlog/list' }] } }),
    'device/list': () => ok({ results: [{ ...rows[0], deny: { configLogs: 'deny.any.accessDenied' } }], rowCount: 1 }),
    'communicationlog/list': () => ok({ results: [], rowCount: 0 }),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'More actions: Pump 1' }));
  expect(await screen.findByRole('menuitem', { name: /^Config logs/ })).toHaveTextContent('You may not do this.');
  await userEvent.click(screen.getByRole('menuitem', { name: 'Communication logs' }));
  await waitFor(() =>
    expect(last(calls, 'communicationlog/list')?.body.filters).toEqual([{ filterBy: 'device', filterType: 'equalMultiple', filterValue: [1] }]),
  );
});

it('looks again on demand, and forgets which rows were chosen when they are gone or filtered', async () => {
  let left = rows;
  open('/web/list/gadget', { 'gadget/list': () => ok({ results: left, rowCount: left.length }) });
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Select all rows of this page' }));
  left = rows.slice(1);
  await userEvent.click(screen.getByRole('button', { name: 'Refresh' }));
  expect(await screen.findByRole('button', { name: 'Mass actions (1)' })).toBeVisible();
  expect(screen.queryByText('Pump 1')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Show filters' }));
  await userEvent.type(await screen.findByRole('textbox', { name: 'Name' }), 'p');
  await userEvent.click(screen.getByRole('button', { name: 'Apply' }));
  expect(await screen.findByRole('button', { name: 'Mass actions (0)' })).toBeVisible();

  await userEvent.click(await screen.findByRole('checkbox', { name: 'Select all rows of this page' }));
  expect(screen.getByRole('button', { name: 'Mass actions (1)' })).toBeVisible();
  window.history.back();
  expect(await screen.findByRole('button', { name: 'Mass actions (0)' })).toBeVisible();
});

it('deletes after a question', async () => {
  const calls = open('/web/list/gadget', { 'gadget/1': () => noContent });
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Select all rows of this page' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Delete: Pump 1' }));
  const dialog = await screen.findByRole('dialog');
  expect(last(calls, 'gadget/1')).toBeUndefined();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Delete' }));
  expect(await screen.findByText('Pump 1 is deleted.')).toBeVisible();
  expect(last(calls, 'gadget/1')?.method).toBe('DELETE');
  expect(screen.getByRole('button', { name: 'Mass actions (1)' })).toBeVisible();
});

it('leaves alone a dialog that was opened after the one which an answer is for', async () => {
  let answer = (): void => {};
  open('/web/list/gadget', { 'gadget/1': () => new Promise((resolve) => (answer = () => resolve(noContent))) });
  await userEvent.click(await screen.findByRole('button', { name: 'Delete: Pump 1' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Delete' }));
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
  const columns = await screen.findByRole('dialog', { name: 'Adjust visible columns' });
  answer();
  expect(await screen.findByText('Pump 1 is deleted.')).toBeInTheDocument();
  expect(columns).toBeVisible();
});

it('orders the columns by keyboard and keeps them on the server', async () => {
  const calls = open('/web/list/gadget', { 'usertable/columns/edit': (call) => ok(call.body.columns) });
  await screen.findByText('Pump 1');
  await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
  const dialog = await screen.findByRole('dialog');
  within(dialog).getByRole('button', { name: /^Move Secret: drag/ }).focus();
  await userEvent.keyboard('{ArrowUp}{ArrowUp}');
  await userEvent.click(within(dialog).getByRole('checkbox', { name: 'Last seen' }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Confirm' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const heads = screen.getAllByRole('columnheader').map((head) => head.textContent);
  expect(heads).toEqual(['', 'Secret', 'Name', 'Actions']);
  expect(last(calls, 'usertable/columns/edit')?.body).toMatchObject({
    tableKey: 'gadget',
    columns: expect.arrayContaining([{ name: 'seenAt', visible: false }]) as unknown,
  });
});

it('stores a new thing, after the server found a fault at a field', async () => {
  let tries = 0;
  const errors = { children: { name: { errors: [{ message: 'validation.uniqueEntity' }] } } };
  const calls = open('/web/list/gadget/create', {
    'gadget/create': ({ body }) => {
      tries += 1;
      if (tries === 1) return { status: 400, body: { message: 'validation.failed', errors } };
      return ok({ ...body, id: 9, representation: body.name });
    },
  });
  const name = await screen.findByRole('textbox', { name: /^Name/ });
  await userEvent.type(name, 'Pump 9');
  await userEvent.click(screen.getByRole('button', { name: 'Submit' }));
  await waitFor(() => expect(name).toHaveAccessibleDescription('This is used already.'));
  expect(name).toHaveFocus();
  await userEvent.click(screen.getByRole('button', { name: 'Submit' }));
  expect(await screen.findByText('Pump 9 is created.')).toBeVisible();
  expect(window.location.pathname).toBe('/web/list/gadget');
  expect(last(calls, 'gadget/create')?.body).toMatchObject({ name: 'Pump 9', limited: false, labels: [] });
});

it('asks before what was typed is lost', async () => {
  open('/web/list/gadget/create');
  await userEvent.type(await screen.findByRole('textbox', { name: /^Name/ }), 'x');
  await userEvent.click(screen.getByRole('button', { name: 'Back' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Stay here' }));
  expect(window.location.pathname).toBe('/web/list/gadget/create');
  await userEvent.click(screen.getByRole('button', { name: 'Back' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Leave without saving' }));
  await waitFor(() => expect(window.location.pathname).toBe('/web/list/gadget'));
});
