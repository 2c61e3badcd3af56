// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { fakeServer, noContent, ok, refused } from '../testing/fake-server';
import { ApiError, send, UnreachableError } from './http';

it('sends a body as JSON and the token in the header', async () => {
  const calls = fakeServer({ 'device/list': () => ok({ rowCount: 0 }) });

  await expect(send('device/list', { body: { page: 1 }, token: 't' })).resolves.toEqual({ rowCount: 0 });

  expect(calls).toEqual([{ path: 'device/list', method: 'POST', token: 't', body: { page: 1 } }]);
});

it('takes an empty answer', async () => {
  fakeServer({ 'authenticated/logout': () => noContent });
  await expect(send('authenticated/logout', { body: {} })).resolves.toBeUndefined();
});

it('tells what the server refused', async () => {
  fakeServer({ 'device/1': () => refused(403, 'accessDenied') });
  const failure = await send('device/1').catch((cause: unknown) => cause);
  expect(failure).toBeInstanceOf(ApiError);
  expect(failure).toMatchObject({ status: 403, message: 'accessDenied', requestId: 'r-1', retryAfter: undefined });
});

it.each([
  ['12', 12],
  [new Date(Date.now() + 30_000).toUTCString(), 30],
  [new Date(0).toUTCString(), 1],
  ['later', undefined],
])('understands Retry-After: %s', async (value, seconds) => {
  fakeServer({ 'device/1': () => refused(503, 'starting', { 'Retry-After': value }) });
  const failure = (await send('device/1').catch((cause: unknown) => cause)) as ApiError;
  if (seconds === undefined) expect(failure.retryAfter).toBeUndefined();
  else expect(Math.abs((failure.retryAfter ?? -9) - seconds)).toBeLessThanOrEqual(1);
});

it('survives an answer that is no JSON', async () => {
  fakeServer({ 'device/1': () => ({ status: 502 }) });
  await expect(send('device/1')).rejects.toMatchObject({ status: 502, message: 'HTTP 502' });
});

it('tells that nobody answered', async () => {
  fakeServer({ 'device/1': () => 'unreachable' });
  await expect(send('device/1')).rejects.toBeInstanceOf(UnreachableError);
});
