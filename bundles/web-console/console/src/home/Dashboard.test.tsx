// SPDX-License-Identifier: Apache-2.0
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { sessionStore, toSession } from '../session/session-store';
import { fakeServer, loginAnswer, ok, refused } from '../testing/fake-server';
import { renderConsole } from '../testing/render-console';
import { gadget, metadata } from '../testing/sample-metadata';
import { questions } from './fleet-counts';

beforeEach(() => sessionStore.set(toSession(loginAnswer(), Date.now())));

const list = (name: string): typeof gadget => ({
  ...gadget,
  routes: [{ method: 'POST', path: `${name}/list`, summary: '', inputs: [] }],
});

const figures = {
  'anonymous/configuration': () => ok({}),
  'console/resources': () => ok({ ...metadata, devicecommand: list('devicecommand'), communicationlog: list('communicationlog') }),
  'device/list': ({ body }: { body: Record<string, unknown> }) => ok({ results: [], rowCount: (body.filters as unknown[]).length > 0 ? 3 : 12 }),
  'devicecommand/list': () => ok({ results: [], rowCount: 20_000, rowCountExact: false }),
  'dashboard/devices': () =>
    ok({
      countedAt: '2026-03-01T12:40:00Z',
      states: [
        { enabled: true, contact: 'hour', amount: 9 },
        { enabled: false, contact: 'never', amount: 3 },
      ],
    }),
  'dashboard/firmware': () =>
    ok({
      countedAt: '2026-03-01T12:40:00Z',
      spread: [
        { deviceType: 4, representation: 'TK800', firmwareVersion1: '2.1', amount: 9 },
        { deviceType: 4, representation: 'TK800', amount: 3 },
      ],
    }),
  'dashboard/contacts': () =>
    ok({
      from: '2026-02-28T13:00:00Z',
      countedUntil: '2026-03-01T12:39:30Z',
      hours: [
        { hour: '2026-03-01T12:00:00Z', outcome: 'nothing', amount: 1234 },
        { hour: '2026-03-01T11:00:00Z', outcome: 'disabled', amount: 7 },
      ],
    }),
  'dashboard/commands': () => ok({ from: '2026-02-28T13:00:00Z', countedUntil: '2026-03-01T12:40:00Z', hours: [] }),
};

it('counts the fleet and leads to the rows behind each figure', async () => {
  fakeServer(figures);
  renderConsole('/web/');
  expect(await screen.findByRole('link', { name: '12 Devices' })).toHaveAttribute('href', '/web/list/device');
  expect(await screen.findByRole('link', { name: '3 Disabled' })).toHaveAttribute('href', expect.stringContaining('enabled'));
  expect(await screen.findByRole('link', { name: /^about 20,000/ })).toBeVisible();
  const states = await screen.findByRole('figure', { name: 'Devices by state' });
  expect(within(states).getByRole('link', { name: '9 heard from in the last hour' })).toHaveAttribute('href', expect.stringContaining('seenAt'));
  expect(within(states).getByText('enabled, never heard from', { ignore: 'title' }).closest('a')).toBeNull();
  const type = await screen.findByRole('region', { name: 'TK800' });
  expect(within(type).getByRole('link', { name: '9 2.1' })).toHaveAttribute('href', expect.stringContaining('firmwareVersion1'));
  expect(within(type).getByText('no version reported', { ignore: 'title' }).closest('a')).toBeNull();
  expect(await screen.findByText('No command has failed in the last 24 hours.')).toBeVisible();
  expect(screen.queryByRole('link', { name: /Refused logins/ })).toBeNull();
});

it('says that the server does not tell what there is, and asks again on demand', async () => {
  let answer = refused(500, 'internal');
  fakeServer({ ...figures, 'console/resources': () => answer });
  renderConsole('/web/');
  const again = await screen.findByRole('button', { name: 'Try again' });
  answer = figures['console/resources']();
  await userEvent.click(again);
  expect(await screen.findByRole('link', { name: '12 Devices' })).toBeVisible();
});

it('tells the figures of each hour as a table, too', async () => {
  fakeServer(figures);
  renderConsole('/web/');
  const contacts = await screen.findByRole('figure', { name: 'Contacts of the last 24 hours' });
  await waitFor(() => expect(contacts).toHaveTextContent('counted until'));
  await userEvent.click(within(contacts).getByText('The figures as a table'));
  const texts = (role: string): (string | null)[] => within(contacts).getAllByRole(role).map(({ textContent }) => textContent);
  expect(texts('columnheader')).toEqual(['Hour from', 'nothing to do', 'new or disabled device']);
  expect(texts('cell')).toEqual(['1,234', '0', '0', '7']);
  const hour = within(contacts).getAllByRole('rowheader')[0] as HTMLElement;
  expect(decodeURIComponent(within(hour).getByRole('link').getAttribute('href') ?? '')).toContain('2026-03-01T12:59:00Z');
});

it('says of one figure that it cannot be had, and shows the others', async () => {
  let broken = true;
  fakeServer({ ...figures, 'dashboard/contacts': () => (broken ? refused(403) : figures['dashboard/contacts']()) });
  renderConsole('/web/');
  const contacts = await screen.findByRole('figure', { name: 'Contacts of the last 24 hours' });
  expect(await within(contacts).findByRole('alert')).toBeVisible();
  expect(await screen.findByRole('region', { name: 'TK800' })).toBeVisible();
  broken = false;
  await userEvent.click(within(contacts).getByRole('button', { name: 'Try again' }));
  expect(await within(contacts).findByText('nothing to do', { selector: 'li' })).toBeVisible();
});

it('counts anew each minute, and says when it cannot', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  onTestFinished(() => void vi.useRealTimers());
  let answer = ok({ results: [], rowCount: 12 });
  fakeServer({ ...figures, 'device/list': () => answer, 'devicecommand/list': () => refused(403) });
  renderConsole('/web/');
  expect(await screen.findByRole('link', { name: '12 Devices' })).toBeVisible();
  expect(await screen.findByRole('link', { name: /^– Failed commands.* could not be counted/ })).toBeVisible();
  answer = ok({ results: [], rowCount: 13 });
  await act(() => vi.advanceTimersByTimeAsync(61_000));
  expect(await screen.findByRole('link', { name: '13 Devices' })).toBeVisible();
});

it('says how to begin where there are no devices', async () => {
  const credentials = { ...gadget, routes: ['list', 'create'].map((call) => ({ method: 'POST', path: `deviceauthentication/${call}`, summary: '' })) };
  fakeServer({
    ...figures,
    'console/resources': () => ok({ device: list('device'), deviceauthentication: credentials }),
    'device/list': () => ok({ results: [], rowCount: 0 }),
  });
  renderConsole('/web/');
  expect(await screen.findByText(/^There are no devices yet/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Create a credential for devices' })).toHaveAttribute('href', '/web/list/deviceauthentication/create');
  expect(screen.queryByRole('figure')).toBeNull();
});

it('asks the same within a minute', () => {
  const at = Date.parse('2026-01-31T10:00:00Z');
  expect(questions(at + 59_000)).toEqual(questions(at));
  expect(questions(at)[2]?.filters[0]?.filterValue).toBe('2026-01-30T10:00:00Z');
});
