// SPDX-License-Identifier: Apache-2.0
import { act, fireEvent, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Countdown } from '../frame/Countdown';
import { Providers } from '../Providers';
import { makeQueries } from '../queries';
import { fakeServer, loginAnswer, noContent, ok } from '../testing/fake-server';
import * as EndWarning from './EndWarning';
import { SessionWatch } from './SessionWatch';
import { sessionStore, toSession } from './session-store';
import { useSession } from './use-session';

// at hand, so that it is there within the time that passes
const loadWarning = vi.fn(() => Promise.resolve<typeof EndWarning | undefined>(EndWarning));

const REFRESH = 'authentication/token/refresh';

function Page(): ReactElement | null {
  const session = useSession();
  if (!session) return <p>over</p>;
  return (
    <>
      <Countdown endsAt={session.endsAt} />
      <SessionWatch session={session} loadWarning={loadWarning} />
    </>
  );
}

async function pass(seconds: number): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(seconds * 1000));
}

const dialog = (): HTMLElement | null => screen.queryByRole('dialog', { name: 'Your session is about to end' });

beforeEach(() => {
  vi.useFakeTimers();
  loadWarning.mockReset();
  sessionStore.set(toSession(loginAnswer(), Date.now()));
  render(
    <Providers queries={makeQueries()}>
      <Page />
    </Providers>,
  );
});
afterEach(() => {
  vi.useRealTimers();
});

it('counts down while nothing is done', async () => {
  expect(screen.getByRole('timer')).toHaveTextContent('15:00');
  await pass(61);
  expect(screen.getByRole('timer')).toHaveTextContent('13:59');
});

it('warns in the last minute and stays on demand', async () => {
  fakeServer({ [REFRESH]: () => ok(loginAnswer()) });
  await pass(838);
  expect(dialog()).toBeNull();
  await pass(3);
  expect(dialog()).toBeVisible();

  fireEvent.click(screen.getByRole('button', { name: 'Stay logged in' }));
  await pass(2);

  expect(dialog()).toBeNull();
  expect(screen.getByRole('timer')).toHaveTextContent('14:58');
});

it('warns although the server is away by then, or was away before', async () => {
  loadWarning.mockResolvedValueOnce(undefined);
  await pass(6);
  await pass(5);
  expect(loadWarning).toHaveBeenCalledTimes(2);
  loadWarning.mockResolvedValue(undefined);
  await pass(840);
  expect(dialog()).toBeVisible();
  expect(loadWarning).toHaveBeenCalledTimes(2);
});

it('logs out from the warning', async () => {
  const calls = fakeServer({ 'authenticated/logout': () => noContent, [REFRESH]: () => ok(loginAnswer()) });
  await pass(850);
  fireEvent.click(screen.getByRole('button', { name: 'Log out' }));
  await pass(0);
  expect(screen.getByText('over')).toBeVisible();
  expect(calls.at(-1)?.path).toBe('authenticated/logout');
});

it('tells in the warning that staying did not work', async () => {
  fakeServer({ [REFRESH]: () => 'unreachable' });
  await pass(850);
  fireEvent.click(screen.getByRole('button', { name: 'Stay logged in' }));
  await pass(1);
  expect(screen.getByRole('alert')).toHaveTextContent(/cannot be reached/);
});

it('ends the session in time', async () => {
  await pass(899);
  expect(screen.queryByText('over')).toBeNull();
  await pass(2);
  expect(screen.getByText('over')).toBeVisible();
  expect(sessionStore.endReason()).toBe('expired');
});

it('goes on while somebody works, but not by itself', async () => {
  const calls = fakeServer({ [REFRESH]: () => ok(loginAnswer()) });
  await pass(120);
  expect(calls).toHaveLength(0);
  fireEvent.keyDown(document.body, { key: 'a' });
  fireEvent.pointerDown(document.body);
  await pass(1);
  expect(calls).toHaveLength(1);
  expect(screen.getByRole('timer')).toHaveTextContent('14:59');
});

it('lets only the answer to the warning count', async () => {
  const calls = fakeServer({ [REFRESH]: () => ok(loginAnswer()) });
  await pass(850);
  fireEvent.keyDown(document.body, { key: 'Escape' });
  fireEvent.pointerDown(document.body);
  await pass(1);
  expect(calls).toHaveLength(0);
  expect(dialog()).toBeVisible();
});
