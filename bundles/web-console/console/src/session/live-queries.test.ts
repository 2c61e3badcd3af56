// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { figures } from '../home/figures';
import { liveListQuery } from '../list/use-list';
import { makeQueries } from '../queries';
import { liveThingQuery } from '../resource/metadata';
import { fakeServer, loginAnswer, ok } from '../testing/fake-server';
import { sessionStore, toSession } from './session-store';

const query = { page: 1, rowsPerPage: 1, sorting: [], filters: [] };

it.each([
  ['dashboard/devices', figures.devices],
  ['dashboard/firmware', figures.firmware],
  ['dashboard/contacts', figures.contacts],
  ['dashboard/commands', figures.commands],
  ['device/list', liveListQuery('device', query, 5000)],
  ['device/7', liveThingQuery('device', '7', 5000)],
] as const)('looks at %s however late without prolonging the session', async (path, options) => {
  const calls = fakeServer({ [path]: () => ok({ id: 7 }), 'authentication/token/refresh': () => ok(loginAnswer()) });
  // as after a sleep of the computer
  const old = toSession(loginAnswer(), Date.now() - 400_000);
  sessionStore.set(old);
  await makeQueries().fetchQuery<unknown>({ queryKey: options.queryKey, queryFn: options.queryFn as () => Promise<unknown> });
  expect(calls.map((call) => call.path)).toEqual(['authentication/token/refresh', path]);
  expect(sessionStore.get()?.token).not.toBe(old.token);
  expect(sessionStore.get()?.endsAt).toBe(old.endsAt);
});
