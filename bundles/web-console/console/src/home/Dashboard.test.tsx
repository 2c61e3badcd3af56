// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { sessionStore, toSession } from '../session/session-store';
import { fakeServer, loginAnswer, ok } from '../testing/fake-server';
import { renderConsole } from '../testing/render-console';
import { gadget, metadata } from '../testing/sample-metadata';
import { questions } from './fleet-counts';

beforeEach(() => sessionStore.set(toSession(loginAnswer(), Date.now())));

it('counts the fleet and leads to the rows behind each figure', async () => {
  const commands = { ...gadget, routes: [{ method: 'POST', path: 'devicecommand/list', summary: '', inputs: [] }] };
  fakeServer({
    'anonymous/configuration': () => ok({}),
    'console/resources': () => ok({ ...metadata, devicecommand: commands }),
    'device/list': ({ body }) => {
      const filters = body.filters as { filterBy: string; filterValue: unknown }[];
      if (filters.some(({ filterBy }) => filterBy === 'seenAt')) return ok({ results: [], rowCount: 6 });
      const enabled = filters.find(({ filterBy }) => filterBy === 'enabled')?.filterValue;
      return ok({ results: [], rowCount: enabled === undefined ? 12 : enabled ? 9 : 3 });
    },
    'devicecommand/list': () => ok({ results: [], rowCount: 20_000, rowCountExact: false }),
  });
  renderConsole('/web/');
  expect(await screen.findByRole('link', { name: '12 Devices' })).toHaveAttribute('href', '/web/list/device');
  expect(await screen.findByRole('link', { name: '3 Disabled' })).toHaveAttribute('href', expect.stringContaining('enabled'));
  expect(await screen.findByRole('link', { name: /^about 20,000/ })).toBeVisible();
  expect(await screen.findByText('6 heard from in the last hour')).toBeVisible();
  expect(screen.getByText('3 enabled, but silent for an hour')).toBeVisible();
  expect(screen.queryByRole('link', { name: /Refused logins/ })).toBeNull();
});

it('asks the same within a minute', () => {
  const at = Date.parse('2026-01-31T10:00:00Z');
  expect(questions(at + 59_000)).toEqual(questions(at));
  expect(questions(at)[1]?.filters[1]?.filterValue).toBe('2026-01-31T09:00:00Z');
});
