// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { sessionStore, toSession } from '../session/session-store';
import { fakeServer, loginAnswer, noContent, ok, type Received } from '../testing/fake-server';
import { renderConsole } from '../testing/render-console';
import { metadata } from '../testing/sample-metadata';

const general = {
  routerIdentifier: 'serial',
  configGeneratorPhp: false,
  configGeneratorTwig: true,
  passwordExpireDays: 0,
  passwordBlockReuseOldPasswordCount: 0,
  passwordMinimumLength: 8,
  passwordDigitRequired: false,
  passwordBigSmallCharRequired: false,
  passwordSpecialCharRequired: false,
  autoRemoveBackupsAfter: 0,
  diskUsageAlarm: 90,
  failedLoginAttemptsEnabled: false,
  maximumNewDevicesPerHour: 1000,
};
const documentation = { disableAdminRestApiDocumentation: false, disableSmartemsRestApiDocumentation: false, disableVpnSecuritySuiteRestApiDocumentation: true };
const logs = { auditLogsCleanupDuration: 0, auditLogsCleanupSize: 10 };

function answering(more: Parameters<typeof fakeServer>[0] = {}): Received[] {
  return fakeServer({
    'console/resources': () => ok(metadata),
    'profile/preferences': () => ok({}),
    'anonymous/configuration': () => ok({ maintenanceMode: false }),
    'configuration/general': ({ method, body }) => ok(method === 'GET' ? general : body),
    'configuration/logs': ({ method, body }) => ok(method === 'GET' ? logs : body),
    'configuration/documentation': ({ method, body }) => ok(method === 'GET' ? documentation : body),
    ...more,
  });
}

beforeEach(() => sessionStore.set(toSession(loginAnswer(), Date.now())));

const part = async (name: string): Promise<HTMLElement> => (await screen.findByRole('heading', { name })).closest('section') as HTMLElement;

it('stores all settings together, and asks for what a switch needs', async () => {
  const calls = answering();
  renderConsole('/web/settings');
  const form = within(await part('General'));
  await userEvent.click(await form.findByRole('switch', { name: 'Lock after failed logins' }));
  await userEvent.click(form.getByRole('button', { name: 'Submit' }));
  expect(await form.findAllByText('This is required.')).toHaveLength(2);
  await userEvent.type(form.getByRole('textbox', { name: /^Failed logins that lock/ }), '3');
  await userEvent.type(form.getByRole('textbox', { name: /^Locked for/ }), '2 hours');
  await userEvent.click(form.getByRole('button', { name: 'Submit' }));
  expect(await form.findByText('Stored.')).toBeVisible();
  const sent = calls.find(({ method, path }) => method === 'POST' && path === 'configuration/general')?.body;
  expect(sent).toEqual({ ...general, failedLoginAttemptsEnabled: true, failedLoginAttemptsLimit: 3, failedLoginAttemptsDisablingDuration: '2 hours' });
});

it('shows what the server refuses at its field', async () => {
  const errors = { children: { auditLogsCleanupSize: { errors: [{ message: 'validation.greaterThanOrEqual', parameters: { compared_value: 0 } }] } } };
  answering({ 'configuration/logs': ({ method }) => (method === 'GET' ? ok(logs) : { status: 400, body: { errors } }) });
  renderConsole('/web/settings');
  const form = within(await part('Logs'));
  const size = await form.findByRole('textbox', { name: /^Audit logs, size/ });
  await userEvent.clear(size);
  await userEvent.type(size, '-1');
  await userEvent.click(form.getByRole('button', { name: 'Submit' }));
  await waitFor(() => expect(size).toBeInvalid());
});

it('hides the documentation of the REST API, and takes it out of the menu at once', async () => {
  const calls = answering({
    'anonymous/configuration': () => ok(calls.findLast(({ method, path }) => method === 'POST' && path === 'configuration/documentation')?.body ?? {}),
  });
  renderConsole('/web/settings');
  const entry = { name: 'REST API documentation' };
  await userEvent.click(await screen.findByRole('button', { name: /^Menu of / }));
  expect(await screen.findByRole('menuitem', entry)).toBeVisible();
  const form = within(await part('REST API documentation'));
  expect(await form.findAllByRole('switch')).toHaveLength(2);
  await userEvent.click(form.getByRole('switch', { name: 'Hide REST API documentation from administrators' }));
  await userEvent.click(form.getByRole('button', { name: 'Submit' }));
  expect(await form.findByText('Stored.')).toBeVisible();
  const sent = calls.find(({ method, path }) => method === 'POST' && path === 'configuration/documentation')?.body;
  expect(sent).toEqual({ ...documentation, disableAdminRestApiDocumentation: true });
  await userEvent.click(screen.getByRole('button', { name: /^Menu of / }));
  await waitFor(() => expect(screen.queryByRole('menuitem', entry)).toBeNull());
  expect(screen.getByRole('menuitem', { name: 'Settings' })).toBeVisible();
});

it('has a switch for VPN users where there is VPN', async () => {
  answering({ 'anonymous/configuration': () => ok({ isVpnAvailable: true }) });
  renderConsole('/web/settings');
  const form = within(await part('REST API documentation'));
  expect(await form.findByRole('switch', { name: /VPN users$/ })).toBeChecked();
});

it('begins and ends maintenance', async () => {
  let on = false;
  const turn = (to: boolean) => () => {
    on = to;
    return noContent;
  };
  answering({
    'anonymous/configuration': () => ok({ maintenanceMode: on }),
    'maintenance/mode/enable': turn(true),
    'maintenance/mode/disable': turn(false),
  });
  renderConsole('/web/settings');
  await userEvent.click(await screen.findByRole('button', { name: 'Begin maintenance' }));
  expect(on).toBe(false);
  await userEvent.click(await within(await screen.findByRole('dialog')).findByRole('button', { name: 'Begin maintenance' }));
  expect(await screen.findByText(/^Maintenance is going on/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'End maintenance' }));
  expect(await screen.findByRole('button', { name: 'Begin maintenance' })).toBeVisible();
});
