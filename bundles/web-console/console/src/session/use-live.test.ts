// SPDX-License-Identifier: Apache-2.0
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeServer, loginAnswer, ok, type Received } from '../testing/fake-server';
import { sessionStore, toSession } from './session-store';
import { useLive } from './use-live';

const REFRESH = 'authentication/token/refresh';

async function pass(seconds: number): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(seconds * 1000));
}

function show(state: 'visible' | 'hidden'): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
}

let calls: Received[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  sessionStore.set(toSession(loginAnswer(), Date.now()));
  calls = fakeServer({ [REFRESH]: () => ok(loginAnswer()) });
});
afterEach(() => {
  vi.useRealTimers();
});

it('goes on past the access token, and does not put off the end of the session', async () => {
  const end = sessionStore.get()?.endsAt;
  const { result } = renderHook(useLive);
  await pass(840);
  expect(result.current).toBe(5000);
  expect(calls).toHaveLength(3);
  expect(sessionStore.get()?.endsAt).toBe(end);
});

it('pauses while nobody can see the page, and goes on when it is shown', async () => {
  const { result } = renderHook(useLive);
  show('hidden');
  expect(result.current).toBe(false);
  await pass(400);
  expect(calls).toEqual([]);
  show('visible');
  await pass(0);
  expect(result.current).toBe(5000);
});

it('asks for a token now and then while there is no answer', async () => {
  calls = fakeServer({ [REFRESH]: () => 'unreachable' });
  const { result } = renderHook(useLive);
  await pass(290);
  expect(result.current).toBe(false);
  expect(calls.length).toBeLessThan(6);
  calls = fakeServer({ [REFRESH]: () => ok(loginAnswer()) });
  await pass(6);
  expect(result.current).toBe(5000);
});
