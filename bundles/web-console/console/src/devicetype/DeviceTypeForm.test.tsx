// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { Metadata, ResourceMeta } from '../resource/metadata';
import { sessionStore, toSession } from '../session/session-store';
import { fakeServer, loginAnswer, ok, type Received, refused } from '../testing/fake-server';
import { renderConsole } from '../testing/render-console';
import { field } from '../testing/sample-metadata';

const sent = { create: true, edit: true };
const devicetype: ResourceMeta = {
  entity: 'DeviceType',
  fields: [
    field('name', { required: true, ...sent }),
    field('communicationProcedure', { type: 'enum', choices: 'options/communication/procedures', required: true, default: 'none', ...sent }),
    field('hasConfig1', { type: 'boolean', ...sent }),
    field('hasConfig2', { type: 'boolean', ...sent }),
    field('nameConfig1', { acceptedIf: 'hasConfig1', ...sent }),
    field('procedureSettings', { type: 'json', kept: true, ...sent }),
  ],
  filters: [],
  sortings: [],
  denyKeys: [],
  routes: [
    { method: 'POST', path: 'devicetype/list', summary: 'List', inputs: [] },
    { method: 'POST', path: 'devicetype/create', summary: 'Create' },
    { method: 'POST', path: 'devicetype/{id}', summary: 'Edit' },
  ],
};
const device: ResourceMeta = {
  ...devicetype,
  entity: 'Device',
  fields: [
    field('deviceType', { type: 'one', choices: 'options/available/device/types', required: true, create: true }),
    field('name', { required: true, ...sent }),
    field('serialNumber', sent),
    field('variables', { type: 'list', members: [field('name')], ...sent }),
  ],
  routes: [{ method: 'POST', path: 'device/create', summary: 'Create' }],
};
const metadata: Metadata = { devicetype, device };

const settings = [
  { name: 'words', label: 'Words', type: 'text', required: true, secret: false, help: 'Said at each call.', maximumLength: 9 },
  { name: 'pause', label: 'Pause', type: 'integer', required: false, secret: false, minimum: 1, maximum: 60, defaultValue: 5 },
  { name: 'loud', label: 'Loud', type: 'boolean', required: false, secret: false, defaultValue: false },
  { name: 'tone', label: 'Tone', type: 'choice', required: true, secret: false, options: [{ id: 'low', representation: 'Low' }] },
  { name: 'key', label: 'Key', type: 'text', required: true, secret: true },
];

const answers = {
  'console/resources': () => ok(metadata),
  'profile/preferences': () => ok({}),
  'options/communication/procedures': () => ok([{ id: 'brook', representation: 'Brook' }]),
  'devicetype/communication/procedure/requirements/none': () => ok(requirements([])),
  'devicetype/communication/procedure/requirements/brook': () => ok(requirements(settings)),
  'devicetype/default/brook': () => ok({ hasConfig1: true, nameConfig1: 'Startup', name: 'never' }),
};

function requirements(of: object[]): object {
  return {
    communicationProcedureRequirementsRequired: [],
    communicationProcedureRequirementsOptional: ['hasConfig1'],
    procedureSettings: of,
  };
}

const stored = (calls: Received[], path: string): unknown => calls.filter((call) => call.path === path && call.method === 'POST').at(-1)?.body;

beforeEach(() => sessionStore.set(toSession(loginAnswer(), Date.now())));

it('begins with what is usual for the procedure and draws its settings', async () => {
  const refusal = { children: { procedureSettings: { children: { words: { errors: [{ message: 'validation.required' }] } } } } };
  const calls = fakeServer({ ...answers, 'devicetype/create': () => ({ status: 400, body: { message: 'validation.failed', errors: refusal } }) });
  renderConsole('/web/list/devicetype/create');
  await userEvent.type(await screen.findByRole('textbox', { name: /^Name/ }), 'Mine');
  expect(screen.queryByRole('group', { name: 'Settings of the procedure' })).toBeNull();
  await screen.findByRole('option', { name: 'Brook' });
  await userEvent.selectOptions(screen.getByRole('combobox', { name: /^Communication procedure/ }), 'brook');
  expect(await screen.findByRole('textbox', { name: /^Words/ })).toHaveAccessibleDescription(/Said at each call/);
  expect(screen.getByRole('textbox', { name: 'Pause' })).toHaveValue('5');
  expect(screen.queryByRole('switch', { name: 'Has secondary config' })).toBeNull();
  await waitFor(() => expect(screen.getByRole('switch', { name: 'Has primary config' })).toBeChecked());
  expect(screen.getByRole('textbox', { name: /^Name( \*)?$/ })).toHaveValue('Mine');

  await userEvent.clear(screen.getByRole('textbox', { name: 'Pause' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Pause' }), '12');
  await userEvent.click(screen.getByRole('switch', { name: 'Loud' }));
  await userEvent.selectOptions(screen.getByRole('combobox', { name: /^Tone/ }), 'low');
  await userEvent.type(screen.getByLabelText(/^Key/), 'geheim');
  await userEvent.click(screen.getByRole('button', { name: 'Submit' }));
  await waitFor(() => expect(screen.getByRole('textbox', { name: /^Words/ })).toBeInvalid());
  expect(screen.getByRole('textbox', { name: /^Words/ })).toHaveAccessibleDescription(/This is required/);
  expect(stored(calls, 'devicetype/create')).toMatchObject({
    name: 'Mine',
    nameConfig1: 'Startup',
    procedureSettings: { pause: 12, loud: true, tone: 'low', key: 'geheim' },
  });
});

it('says of a stored secret only what is typed anew', async () => {
  const thing = { id: 3, name: 'Mine', communicationProcedure: 'brook', procedureSettings: { words: 'hi', tone: 'low' } };
  const calls = fakeServer({ ...answers, 'devicetype/3': () => ok(thing) });
  renderConsole('/web/list/devicetype/3');
  expect(await screen.findByRole('textbox', { name: /^Words/ })).toHaveValue('hi');
  expect(screen.getByLabelText(/^Key/)).toHaveAccessibleDescription(/stays unless something is typed/);
  await userEvent.click(screen.getByRole('button', { name: 'Submit' }));
  await waitFor(() => expect(stored(calls, 'devicetype/3')).toMatchObject({ procedureSettings: { words: 'hi', tone: 'low' } }));
});

it('asks for what devices of the chosen type have', async () => {
  const type = { id: 4, representation: 'Shelf', hasConfig1: false, hasVariables: false, fieldSerialNumber: 'required' };
  const calls = fakeServer({
    ...answers,
    'options/available/device/types': () => ok([{ id: 4, representation: 'Shelf' }]),
    'options/devicetype/4': () => ok(type),
    'device/create': () => ({ status: 400, body: { message: 'validation.failed', errors: { errors: [] } } }),
  });
  renderConsole('/web/list/device/create');
  await userEvent.click(await screen.findByRole('combobox', { name: /^Device type/ }));
  expect(screen.queryByRole('textbox', { name: /^Name/ })).toBeNull();
  await userEvent.click(await screen.findByRole('option', { name: 'Shelf' }));
  await userEvent.type(await screen.findByRole('textbox', { name: /^Name/ }), 'One');
  expect(screen.queryByRole('group', { name: /Variables/ })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Submit' }));
  expect(await screen.findByText('This is required.')).toBeVisible();
  await userEvent.type(screen.getByRole('textbox', { name: /^Serial number/ }), 'S1');
  await userEvent.click(screen.getByRole('button', { name: 'Submit' }));
  await waitFor(() => expect(stored(calls, 'device/create')).toEqual({ deviceType: 4, name: 'One', serialNumber: 'S1' }));
});

it('says that the type of a device cannot be told, and goes on with it on demand', async () => {
  let broken = true;
  fakeServer({
    ...answers,
    'options/available/device/types': () => ok([{ id: 4, representation: 'Shelf' }]),
    'options/devicetype/4': () => (broken ? refused(404) : ok({ id: 4, representation: 'Shelf', hasConfig1: false })),
  });
  renderConsole('/web/list/device/create');
  await userEvent.click(await screen.findByRole('combobox', { name: /^Device type/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'Shelf' }));
  const again = await screen.findByRole('button', { name: 'Try again' });
  expect(screen.getByRole('alert')).toHaveTextContent('It is not there any more');
  broken = false;
  await userEvent.click(again);
  expect(await screen.findByRole('textbox', { name: /^Name/ })).toBeVisible();
  expect(screen.queryByRole('alert')).toBeNull();
});

it('says that what a procedure asks for and what is usual for it cannot be told', async () => {
  let broken = true;
  const when = (answer: () => ReturnType<typeof ok>) => () => (broken ? refused(400) : answer());
  fakeServer({
    ...answers,
    'devicetype/communication/procedure/requirements/brook': when(() => ok(requirements(settings))),
    'devicetype/default/brook': when(answers['devicetype/default/brook']),
  });
  renderConsole('/web/list/devicetype/create');
  await screen.findByRole('option', { name: 'Brook' });
  await userEvent.selectOptions(screen.getByRole('combobox', { name: /^Communication procedure/ }), 'brook');
  const again = await screen.findByRole('button', { name: 'Try again' });
  broken = false;
  await userEvent.click(again);
  expect(await screen.findByRole('textbox', { name: /^Words/ })).toBeVisible();
  await waitFor(() => expect(screen.getByRole('switch', { name: 'Has primary config' })).toBeChecked());
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull());
});
