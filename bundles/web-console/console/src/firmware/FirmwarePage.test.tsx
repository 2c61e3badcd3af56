// SPDX-License-Identifier: Apache-2.0
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { sessionStore, toSession } from '../session/session-store';
import { fakeServer, loginAnswer, ok, refused } from '../testing/fake-server';
import { renderConsole } from '../testing/render-console';
import { field, gadget } from '../testing/sample-metadata';

beforeEach(() => sessionStore.set(toSession(loginAnswer(), Date.now())));

const meta = {
  ...gadget,
  entity: 'Firmware',
  routes: [
    { method: 'POST', path: 'firmware/list', summary: '', inputs: [] },
    { method: 'GET', path: 'firmware/{id}', summary: '', inputs: [] },
    { method: 'GET', path: 'firmware/{id}/update/path', summary: '', inputs: [] },
    { method: 'POST', path: 'firmware/{id}/source/upload/edit', summary: 'Edit', denyKey: 'editSourceUpload', mode: 'edit', inputs: [field('name')] },
    { method: 'POST', path: 'firmware/{id}/source/externalurl/edit', summary: 'Edit', denyKey: 'editSourceExternalUrl', mode: 'edit', inputs: [field('name')] },
    { method: 'DELETE', path: 'firmware/{id}', summary: '', denyKey: 'delete', inputs: [] },
  ],
};
const files = { ...gadget, routes: [{ method: 'POST', path: 'firmwarehardware/list', summary: '', inputs: [] }] };

const uploaded = {
  id: 5,
  representation: 'Release 2',
  name: 'Release 2',
  version: '2.0',
  feature: '1',
  sourceType: 'upload',
  filename: 'fw 2.bin',
  filepath: 'ab'.repeat(32),
  md5: 'cd'.repeat(16),
  downloadUrl: '/web/api/download/firmware/tk800/abc123/fw%202.bin',
  deviceType: { id: 1, representation: 'TK800', nameFirmware1: 'System' },
  deny: { delete: 'deny.firmware.usedByTemplate' },
};

const server = {
  'anonymous/configuration': () => ok({}),
  'console/resources': () => ok({ firmware: meta, firmwarehardware: files }),
  'firmware/5': () => ok(uploaded),
  'firmware/5/update/path': () =>
    ok([
      { id: 4, representation: 'Release 1', version: '1.0' },
      { id: 5, representation: 'Release 2', version: '2.0' },
    ]),
  'firmwarehardware/list': () => ok({ results: [{ id: 1, representation: 'Board B', filename: 'b.bin', md5: 'ef' }], rowCount: 1 }),
};

it('shows the file with its checksums, the way to it, and the files for other hardware', async () => {
  fakeServer(server);
  renderConsole('/web/list/firmware/5/details');
  expect(await screen.findByRole('heading', { level: 1, name: 'Release 2 (TK800)' })).toBeVisible();
  const file = screen.getByRole('region', { name: 'File' });
  expect(file).toHaveTextContent('System');
  expect(file).toHaveTextContent('ab'.repeat(32));
  expect(file).toHaveTextContent('cd'.repeat(16));
  expect(await screen.findByRole('link', { name: '1.0' })).toHaveAttribute('href', '/web/list/firmware/4/details');
  expect(await screen.findByText(/Board B: b.bin/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Delete' })).toHaveAttribute('aria-disabled', 'true');
  await userEvent.click(screen.getByRole('link', { name: 'Edit' }));
  expect(await screen.findByRole('button', { name: 'Submit' })).toBeVisible();
  expect(window.location.search).toContain('upload');
});

it('fetches the file as the user and says when it is gone', async () => {
  let gone = false;
  const calls = fakeServer({ ...server, 'download/firmware/tk800/abc123/fw%202.bin': () => (gone ? refused(404) : ok('bytes')) });
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:1', revokeObjectURL: () => {} }));
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  renderConsole('/web/list/firmware/5/details');
  const button = await screen.findByRole('button', { name: 'Download' });
  await userEvent.click(button);
  await vi.waitFor(() => expect(click).toHaveBeenCalledOnce());
  expect(calls.at(-1)?.token).toBe(sessionStore.get()?.token);
  gone = true;
  await userEvent.click(button);
  expect(await within(screen.getByRole('region', { name: 'File' })).findByRole('alert')).toHaveTextContent('not there any more');
});

it('leads to an address elsewhere, unless it is none of the web', async () => {
  const elsewhere = { ...uploaded, sourceType: 'externalUrl', externalUrl: 'https://files.example/fw.bin', filepath: undefined };
  fakeServer({ ...server, 'firmware/5': () => ok(elsewhere), 'firmware/6': () => ok({ ...elsewhere, id: 6, externalUrl: 'javascript:alert(1)' }) });
  const router = renderConsole('/web/list/firmware/5/details');
  expect(await screen.findByRole('link', { name: /files\.example/ })).toHaveAttribute('href', 'https://files.example/fw.bin');
  expect(screen.queryByText('SHA-256')).toBeNull();
  await router.navigate({ to: '/web/list/$resource/$id/details', params: { resource: 'firmware', id: '6' } });
  expect(await screen.findByText('javascript:alert(1)')).toBeVisible();
  expect(screen.queryByRole('link', { name: /alert/ })).toBeNull();
});

it('says that the files for other hardware cannot be told, and asks again on demand', async () => {
  let broken = true;
  fakeServer({ ...server, 'firmwarehardware/list': () => (broken ? refused(400) : server['firmwarehardware/list']()) });
  renderConsole('/web/list/firmware/5/details');
  const files = await screen.findByRole('region', { name: 'Files for other hardware' });
  const again = await within(files).findByRole('button', { name: 'Try again' });
  expect(within(files).getByRole('alert')).toBeVisible();
  broken = false;
  await userEvent.click(again);
  expect(await within(files).findByText(/Board B: b.bin/)).toBeVisible();
});
