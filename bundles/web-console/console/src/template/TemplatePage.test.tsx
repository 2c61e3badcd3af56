// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { RouteMeta } from '../resource/metadata';
import { sessionStore, toSession } from '../session/session-store';
import { fakeServer, loginAnswer, ok, type Received } from '../testing/fake-server';
import { renderConsole } from '../testing/render-console';
import { field, gadget, metadata } from '../testing/sample-metadata';

const route = (method: string, path: string, more: Partial<RouteMeta> = {}): RouteMeta => ({ method, path, summary: '', inputs: [], ...more });
const deviceType = { id: 2, representation: 'TK800', hasConfig1: true, nameConfig1: 'Startup config', hasVariables: true };
const flags = ['reinstallConfig1', 'reinstallConfig2'].map((name) => field(name, { type: 'boolean' }));
const inputs = ['name', 'config1', 'config2'].map((name) =>
  name === 'name' ? field(name, { required: true }) : field(name, { type: 'one', choices: `options/configs/${name.at(-1)}/{deviceType}` }),
);
const version = {
  ...gadget,
  entity: 'TemplateVersion',
  fields: [field('name'), field('createdAt', { type: 'dateTime' }), ...inputs.slice(1)],
  routes: [
    route('POST', 'templateversion/list'),
    route('POST', 'templateversion/{id}', { denyKey: 'edit', mode: 'edit', inputs }),
    route('POST', 'templateversion/create/staging/{templateId}', { mode: 'create', inputs }),
    route('POST', 'templateversion/select/staging/{id}', { denyKey: 'selectStaging', inputs: flags }),
    route('POST', 'templateversion/detach/staging/{id}', { denyKey: 'detachStaging' }),
    route('POST', 'templateversion/detach/production/{id}', { denyKey: 'detachProduction' }),
  ],
};
const template = {
  ...gadget,
  entity: 'Template',
  routes: [route('POST', 'template/list'), route('POST', 'template/{id}', { denyKey: 'edit' }), route('DELETE', 'template/{id}', { denyKey: 'delete' })],
};
const stored = {
  id: 1,
  representation: 'Routers',
  name: 'Routers',
  deviceType,
  deny: { delete: 'deny.template.usedByDevice' },
  stagingTemplate: {
    id: 4,
    name: 'Next',
    config1: { id: 9, representation: 'Roof config', content: 'hostname roof' },
    variables: [{ name: 'site', variableValue: 'Roof' }],
    createdAt: '2026-01-31T10:00:00+00:00',
    createdBy: { id: 1, representation: 'Ada' },
  },
};
const rows: Record<string, object[]> = {
  staging: [{ id: 4, representation: 'Next', name: 'Next', deviceType, deny: {} }],
  production: [],
};

function open(address: string, handlers: Parameters<typeof fakeServer>[0] = {}): Received[] {
  const calls = fakeServer({
    'anonymous/configuration': () => ok({}),
    'console/resources': () => ok({ ...metadata, template, templateversion: version }),
    'template/1': () => ok(stored),
    'templateversion/list': ({ body }) => {
      const filters = body.filters as { filterBy: string; filterValue: string[] }[];
      const role = filters.find(({ filterBy }) => filterBy === 'type')?.filterValue[0] ?? '';
      return ok({ results: rows[role] ?? [], rowCount: rows[role]?.length ?? 0 });
    },
    ...handlers,
  });
  renderConsole(address);
  return calls;
}

beforeEach(() => sessionStore.set(toSession(loginAnswer(), Date.now())));

it('shows what devices get from both chosen versions', async () => {
  open('/web/list/template/1/details');
  const staging = await screen.findByRole('region', { name: 'Staging' });
  expect(within(staging).getByText('Roof config')).toBeVisible();
  expect(within(staging).getByText('site = Roof')).toBeVisible();
  expect(within(staging).getByText(/\(Ada\)$/)).toBeVisible();
  expect(within(staging).queryByText(/Secondary config/)).toBeNull();
  await userEvent.click(within(staging).getByRole('button', { name: 'Show Roof config' }));
  expect(await screen.findByText('hostname roof')).toBeVisible();
  expect(screen.getByText('No version is chosen: devices get nothing from this template.')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Delete', hidden: true })).toHaveAccessibleDescription('A device uses it.');
});

it('leads to no form that would be refused, and says why', async () => {
  const config = { ...gadget, entity: 'Config', routes: [route('POST', 'config/{id}', { denyKey: 'edit' })] };
  open('/web/list/template/1/details', {
    'console/resources': () => ok({ ...metadata, template, templateversion: version, config }),
    'template/1': () => ok({ ...stored, deny: { edit: 'deny.any.accessDeniedTemplateNotOwned' } }),
    'config/9': () => ok({ id: 9, deny: { edit: 'deny.any.accessDeniedUsedByProductionTemplateVersion' } }),
  });
  const staging = await screen.findByRole('region', { name: 'Staging' });
  const reason = 'A production template version uses it.';
  await waitFor(() => expect(within(staging).getByRole('button', { name: 'Edit Roof config' })).toHaveAccessibleDescription(reason));
  const edit = screen.getAllByRole('button', { name: 'Edit' })[0];
  expect(edit).toHaveAccessibleDescription('Only the owner of the template and administrators may do this.');
});

it('chooses a version and offers to send only what the type has', async () => {
  const calls = open('/web/list/template/1/details', { 'templateversion/select/staging/4': () => ok(rows.staging?.[0]) });
  const versions = await screen.findByRole('region', { name: 'Staging versions' });
  await userEvent.click(await within(versions).findByRole('button', { name: 'More actions: Next' }));
  expect(screen.queryByRole('menuitem', { name: 'Detach from production' })).toBeNull();
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Select for staging' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('switch', { name: 'Send again: Startup config' }));
  expect(within(dialog).getAllByRole('switch')).toHaveLength(1);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Submit' }));
  expect(await screen.findByText('Select for staging: Next is done.')).toBeVisible();
  expect(calls.find(({ path }) => path === 'templateversion/select/staging/4')?.body).toEqual({ reinstallConfig1: true });
});

it('makes a version of the template and comes back to it', async () => {
  const calls = open('/web/list/templateversion/create?template=1', {
    'options/configs/1/2': () => ok([{ id: 9, representation: 'Roof config' }]),
    'templateversion/create/staging/1': () => ok({ id: 5, representation: 'Third' }),
  });
  await userEvent.type(await screen.findByRole('textbox', { name: /^Name/ }), 'Third');
  const config = screen.getByRole('combobox', { name: 'Startup config' });
  await userEvent.click(config);
  await userEvent.click(await screen.findByRole('option', { name: 'Roof config' }));
  expect(screen.queryByRole('combobox', { name: /Secondary config/ })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Submit' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Routers (TK800)' })).toBeVisible();
  expect(screen.getByText('Third is created.')).toBeVisible();
  expect(calls.find(({ path }) => path.startsWith('templateversion/create'))?.body).toEqual({ name: 'Third', config1: 9 });
});
