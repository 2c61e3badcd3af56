// SPDX-License-Identifier: Apache-2.0
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import type { RouteMeta } from '../resource/metadata';
import { sessionStore, toSession } from '../session/session-store';
import { fakeServer, loginAnswer, noContent, ok, type Received } from '../testing/fake-server';
import { renderConsole } from '../testing/render-console';
import { field, gadget, metadata } from '../testing/sample-metadata';

const route = (method: string, path: string, more: Partial<RouteMeta> = {}): RouteMeta => ({ method, path, summary: '', inputs: [], ...more });
const flag = (name: string): ReturnType<typeof field> => field(name, { type: 'boolean' });
const meta = {
  ...gadget,
  entity: 'Device',
  fields: ['name', 'serialNumber', 'host'].map((name) => field(name)),
  routes: [
    route('POST', 'device/list'),
    route('POST', 'device/{id}', { denyKey: 'edit' }),
    route('DELETE', 'device/{id}', { denyKey: 'delete' }),
    route('POST', 'device/{id}/disable', { denyKey: 'disable' }),
    route('GET', 'device/{id}/generate/config/primary', { denyKey: 'generateConfigPrimary' }),
    route('POST', 'device/{id}/template/apply', {
      denyKey: 'templateApply',
      inputs: [
        field('template', { type: 'one', resource: 'template', choices: 'options/templates/{deviceType}' }),
        flag('applyVariables'),
        flag('applyMasquerade'),
        flag('reinstallConfig1'),
      ],
    }),
    route('POST', 'device/batch/reinstallconfig1', { inputs: [flag('reinstallConfig1'), field('ids', { type: 'json' })] }),
    route('POST', 'device/batch/reinstallconfig3', { inputs: [flag('reinstallConfig3'), field('ids', { type: 'json' })] }),
  ],
};
const device = {
  id: 7,
  representation: 'Pump 7',
  name: 'Pump 7',
  enabled: true,
  serialNumber: 'SN7',
  host: '192.0.2.7',
  seenAt: '2026-01-31T10:00:00+00:00',
  reinstallConfig1: true,
  variables: [{ name: 'site', variableValue: 'Roof' }],
  customData: [
    { path: 'cpuTemp', type: 'number', label: 'Temperature', value: 61.3 },
    { path: 'door', type: 'boolean', label: 'Door open', value: false },
    { path: 'fan', type: 'string', label: 'Fan' },
  ],
  deviceType: { id: 3, representation: 'TK800', hasTemplates: true, hasVariables: true, hasConfig1: true, nameConfig1: 'Startup config' },
  template: { id: 5, representation: 'Routers', productionTemplate: { id: 6, representation: 'Production' } },
  deny: { delete: 'deny.any.accessDenied' },
};

function open(handlers: Parameters<typeof fakeServer>[0] = {}): Received[] {
  const calls = fakeServer({
    'anonymous/configuration': () => ok({}),
    'console/resources': () => ok({ ...metadata, device: meta, communicationlog: { ...gadget, routes: [route('POST', 'communicationlog/list')] } }),
    'device/7': () => ok(device),
    'templateversion/6': () => ok({ id: 6, config1: { id: 1, representation: 'Roof config' } }),
    'device/7/predefined/variables': () => ok({ serialNumber: 'SN7', imei: '' }),
    'communicationlog/list': () => ok({ results: [{ id: 1, name: 'It called', deny: {} }], rowCount: 12 }),
    ...handlers,
  });
  renderConsole('/web/list/device/7/details');
  return calls;
}

beforeEach(() => sessionStore.set(toSession(loginAnswer(), Date.now())));

it('tells how the device is, what it is to get and what it said last', async () => {
  const calls = open();
  expect(await screen.findByRole('heading', { level: 1, name: 'Pump 7' })).toBeVisible();
  expect(within(screen.getByRole('navigation', { name: 'Breadcrumb' })).getByText('Pump 7')).toHaveAttribute('aria-current', 'page');
  expect(document.title).toBe('Pump 7 – Smart EMS');
  expect(screen.getByText('Enabled')).toBeVisible();
  expect(await screen.findByText('Roof config')).toBeVisible();
  expect(screen.getByText('Is sent at the next contact')).toBeVisible();
  expect(screen.getByText('Startup config is sent')).toBeVisible();
  expect(screen.getByRole('row', { name: 'site Roof' })).toBeVisible();
  expect(await screen.findByRole('row', { name: 'serialNumber SN7' })).toBeVisible();
  expect(screen.queryByText('imei')).toBeNull();
  expect(screen.getByRole('region', { name: 'Custom data' })).toHaveTextContent('Temperature61.3Door openfalseFanNot reported');
  const log = screen.getByRole('region', { name: 'Communication logs' });
  expect(await within(log).findByText('It called')).toBeVisible();
  expect(calls.find(({ path }) => path === 'communicationlog/list')?.body).toMatchObject({
    rowsPerPage: 5,
    filters: [{ filterBy: 'device', filterType: 'equalMultiple', filterValue: [7] }],
  });
});

it('says of which days a log has no lines', async () => {
  open({ 'communicationlog/list': () => ok({ results: [], rowCount: 0, createdAtFrom: '2026-02-20T10:00:00+00:00' }) });
  const log = await screen.findByRole('region', { name: 'Communication logs' });
  expect(await within(log).findByText(/^Shows entries since 20-02-2026/)).toBeVisible();
  expect(within(log).getByText('No results')).toBeVisible();
});

it('tells of the newest config of each slot, and does not praise what nobody compared', async () => {
  const deviceType = { ...device.deviceType, hasConfig2: true, nameConfig2: 'Second config' };
  const calls = open({
    'console/resources': () => ok({ ...metadata, device: meta, configlog: { ...gadget, routes: [route('POST', 'configlog/list')] } }),
    'device/7': () => ok({ ...device, deviceType, reinstallConfig1: false }),
    'configlog/list': ({ body }) => {
      const slot = (body.filters as { filterValue: unknown }[])[1]?.filterValue;
      return ok({ results: [{ id: Number(slot), representation: 'x', createdAt: `202${slot as string}-03-01T10:00:00+00:00` }], rowCount: 1 });
    },
  });
  const delivery = await screen.findByRole('region', { name: 'Configs and firmware' });
  expect(await within(delivery).findByRole('row', { name: /^Startup config Roof config 01-03-2021/ })).toBeVisible();
  expect(within(delivery).getByRole('row', { name: /^Second config – 01-03-2022/ })).toBeVisible();
  for (const chip of within(delivery).getAllByText('Reported')) expect(chip).toHaveAttribute('data-kind', 'off');
  const filters = calls.find(({ path, body }) => path === 'configlog/list' && body.rowsPerPage === 1)?.body.filters;
  expect(filters).toContainEqual({ filterBy: 'createdAt', filterType: 'dateTimeGreaterThanOrEqual', filterValue: '1970-01-01T00:00:00Z' });
});

it('offers what makes sense for the device, and says why the rest is refused', async () => {
  const calls = open({ 'device/batch/reinstallconfig1': () => ok([{ id: 7, status: 'success', messages: [] }]) });
  await userEvent.click(await screen.findByRole('button', { name: 'Actions' }));
  const remove = await screen.findByRole('menuitem', { name: /^Delete/ });
  expect(remove).toHaveAttribute('aria-disabled', 'true');
  expect(remove).toHaveTextContent('You may not do this.');
  expect(screen.queryByRole('menuitem', { name: /Tertiary config/ })).toBeNull();
  // it is set already
  await userEvent.click(screen.getByRole('menuitem', { name: 'Withdraw: Send again: Startup config' }));
  expect(await screen.findByText(/is done\.$/)).toBeVisible();
  expect(calls.find(({ path }) => path === 'device/batch/reinstallconfig1')?.body).toEqual({ ids: [7], reinstallConfig1: false });
});

it('applies a template and shows what was not applied', async () => {
  const warning = { message: 'batch.device.templateApply.warning.notAllAccessTagsWereApplied', parameters: {} };
  const calls = open({
    'options/templates/3': () => ok([{ id: 5, representation: 'Routers' }]),
    'device/7/template/apply': () => ({ status: 409, body: { code: 409, severity: 'warning', errors: [warning], payload: device } }),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Apply template' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).queryByRole('checkbox', { name: 'Apply masquerade' })).toBeNull();
  await userEvent.click(within(dialog).getByRole('checkbox', { name: 'Apply variables' }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Apply' }));
  expect(await within(dialog).findByText('The template is applied, but not the whole of it')).toBeVisible();
  expect(calls.find(({ path }) => path === 'device/7/template/apply')?.body).toEqual({
    template: 5,
    applyVariables: true,
    reinstallConfig1: false,
  });
});

it('says above the list that the device is deleted', async () => {
  let gone = false;
  open({
    'usertable/columns': () => ok([]),
    'device/list': () => ok({ results: [], rowCount: 0 }),
    'device/7': ({ method }) => {
      gone ||= method === 'DELETE';
      return gone ? noContent : ok({ ...device, deny: {} });
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Actions' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Delete' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Devices' })).toBeVisible();
  expect(screen.getByText('Pump 7 is deleted.')).toBeVisible();
  await userEvent.click(screen.getByRole('link', { name: 'Labels' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Labels' })).toBeVisible();
  expect(screen.queryByText('Pump 7 is deleted.')).toBeNull();
});

it('follows the version of the template', async () => {
  let named = 'Roof config';
  open({
    'templateversion/6': () => ok({ id: 6, config1: { id: 1, representation: named } }),
    'device/batch/reinstallconfig1': () => ok([{ id: 7, status: 'success', messages: [] }]),
  });
  expect(await screen.findByText('Roof config')).toBeVisible();
  named = 'Cellar config';
  await userEvent.click(screen.getByRole('button', { name: 'Actions' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: /^Withdraw/ }));
  expect(await screen.findByText('Cellar config')).toBeVisible();
});

it('looks again by itself what the version is', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  onTestFinished(() => void vi.useRealTimers());
  let named = 'Roof config';
  open({ 'templateversion/6': () => ok({ id: 6, config1: { id: 1, representation: named } }) });
  expect(await screen.findByText('Roof config')).toBeVisible();
  named = 'Cellar config';
  await act(() => vi.advanceTimersByTimeAsync(6000));
  expect(await screen.findByText('Cellar config')).toBeVisible();
});

it('tells everybody why a button of the page does nothing', async () => {
  open({ 'device/7': () => ok({ ...device, deny: { edit: 'deny.any.accessDenied', templateApply: 'deny.any.templatesDisabled' } }) });
  const edit = await screen.findByRole('button', { name: 'Edit' });
  expect(edit).toHaveAttribute('aria-disabled', 'true');
  expect(edit).toHaveAccessibleDescription('You may not do this.');
  const apply = screen.getByRole('button', { name: 'Apply template' });
  await userEvent.click(apply);
  expect(screen.queryByRole('dialog')).toBeNull();
  act(() => apply.blur());
  act(() => apply.focus());
  expect(await screen.findByRole('tooltip')).toHaveTextContent('The device type has no templates.');
});
