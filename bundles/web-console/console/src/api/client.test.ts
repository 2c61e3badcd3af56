// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { sessionStore, toSession } from '../session/session-store';
import { fakeServer, loginAnswer, ok, refused } from '../testing/fake-server';
import { request } from './client';

const REFRESH = 'authentication/token/refresh';

function logIn(ago = 0): string {
  const session = toSession(loginAnswer(), Date.now() - ago);
  sessionStore.set(session);
  return session.token;
}

it('calls with the token it has', async () => {
  const token = logIn();
  const calls = fakeServer({ 'device/1': () => ok({ id: 1 }) });

  await expect(request('device/1')).resolves.toEqual({ id: 1 });

  expect(calls.map((call) => call.token)).toEqual([token]);
});

it('replaces a token that is about to end, first', async () => {
  logIn(285_000);
  const next = loginAnswer();
  const calls = fakeServer({ 'device/1': () => ok({ id: 1 }), [REFRESH]: () => ok(next) });

  await request('device/1');

  expect(calls.map((call) => [call.path, call.token])).toEqual([
    [REFRESH, null],
    ['device/1', next.token],
  ]);
});

it('replaces a refused token and tries once more', async () => {
  const old = logIn();
  const next = loginAnswer();
  const calls = fakeServer({
    'device/1': ({ token }) => (token === old ? refused(401) : ok({ id: 1 })),
    [REFRESH]: () => ok(next),
  });

  await expect(request('device/1')).resolves.toEqual({ id: 1 });
  expect(calls).toHaveLength(3);
});

it('refreshes once for several calls that were refused together', async () => {
  const old = logIn();
  const calls = fakeServer({
    'device/1': ({ token }) => (token === old ? refused(401) : ok({ id: 1 })),
    'device/2': ({ token }) => (token === old ? refused(401) : ok({ id: 2 })),
    [REFRESH]: () => ok(loginAnswer()),
  });

  await Promise.all([request('device/1'), request('device/2'), request('device/1')]);

  expect(calls.filter((call) => call.path === REFRESH)).toHaveLength(1);
});

it('does not try a third time', async () => {
  logIn();
  const calls = fakeServer({ 'device/1': () => refused(401), [REFRESH]: () => ok(loginAnswer()) });

  await expect(request('device/1')).rejects.toMatchObject({ status: 401 });
  expect(calls.filter((call) => call.path === 'device/1')).toHaveLength(2);
});

it('ends the session when the server refuses to renew it', async () => {
  logIn();
  fakeServer({ 'device/1': () => refused(401), [REFRESH]: () => refused(401) });

  await expect(request('device/1')).rejects.toMatchObject({ status: 401 });
  expect(sessionStore.get()).toBeNull();
  expect(sessionStore.endReason()).toBe('refused');
});

it('calls nobody without a session', async () => {
  const calls = fakeServer({});
  await expect(request('device/1')).rejects.toMatchObject({ status: 401 });
  expect(calls).toEqual([]);
});
