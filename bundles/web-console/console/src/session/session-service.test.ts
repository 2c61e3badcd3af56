// SPDX-License-Identifier: Apache-2.0
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { UnreachableError } from '../api/http';
import { fakeLocks } from '../testing/fake-locks';
import { fakeServer, loginAnswer, noContent, ok, refused } from '../testing/fake-server';
import { endIfOver, logOut, noteActivity, refresh, renew } from './session-service';
import { sessionStore, toSession } from './session-store';

const REFRESH = 'authentication/token/refresh';
const LOGOUT = 'authenticated/logout';
const KEY = 'smartems.session';

function logIn(ago = 0): ReturnType<typeof toSession> {
  const session = toSession(loginAnswer(), Date.now() - ago);
  sessionStore.set(session);
  return session;
}

beforeEach(() => vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { locks: fakeLocks() })));

describe('refresh', () => {
  it('stores the newest token', async () => {
    const before = logIn();
    const next = loginAnswer();
    const calls = fakeServer({ [REFRESH]: () => ok(next) });

    await refresh();

    expect(calls[0]?.body).toEqual({ refreshToken: before.refreshToken });
    expect(sessionStore.get()?.refreshToken).toBe(next.refreshToken);
    expect(localStorage.getItem(KEY)).toContain(next.refreshToken);
  });

  it('runs once when several ask at a time', async () => {
    logIn();
    const calls = fakeServer({ [REFRESH]: () => ok(loginAnswer()) });
    const sessions = await Promise.all([refresh(), refresh(), refresh()]);
    expect(calls).toHaveLength(1);
    expect(new Set(sessions.map((session) => session?.token)).size).toBe(1);
  });

  it('never sends a token twice, however many tabs ask at a time', async () => {
    logIn();
    const used = new Set<unknown>();
    fakeServer({
      [REFRESH]: async ({ body }) => {
        if (used.has(body.refreshToken)) return refused(401);
        used.add(body.refreshToken);
        await Promise.resolve();
        return ok(loginAnswer());
      },
    });
    const tabs = [await openTab(), await openTab(), await openTab()];

    const sessions = await Promise.all(tabs.map((tab) => tab.refresh()));

    expect(used.size).toBe(1);
    expect(new Set(sessions.map((session) => session?.token)).size).toBe(1);
  });

  it('keeps the session when the server cannot be reached', async () => {
    const session = logIn();
    fakeServer({ [REFRESH]: () => 'unreachable' });
    await expect(refresh()).rejects.toBeInstanceOf(UnreachableError);
    expect(sessionStore.get()).toEqual(session);
  });

  it('keeps the session while the server starts', async () => {
    logIn();
    fakeServer({ [REFRESH]: () => refused(503) });
    await expect(refresh()).rejects.toMatchObject({ status: 503 });
    expect(sessionStore.get()).not.toBeNull();
  });

  it('ends the session when the server refuses', async () => {
    logIn();
    fakeServer({ [REFRESH]: () => refused(401) });
    await expect(refresh()).resolves.toBeNull();
    expect(sessionStore.endReason()).toBe('refused');
  });

  it('does not bring back a session somebody left meanwhile', async () => {
    logIn();
    const next = loginAnswer();
    const calls = fakeServer({
      [LOGOUT]: () => noContent,
      [REFRESH]: () => {
        logOut();
        return ok(next);
      },
    });

    await expect(refresh()).resolves.toBeNull();

    expect(sessionStore.get()).toBeNull();
    await vi.waitFor(() => expect(calls.at(-1)).toMatchObject({ path: LOGOUT, token: next.token }));
  });
});

describe('renew', () => {
  it('gets a token that serves, and leaves the end where it was', async () => {
    const before = logIn(290_000);
    fakeServer({ [REFRESH]: () => ok(loginAnswer()) });
    await renew();
    expect(sessionStore.get()?.tokenEndsAt).toBeGreaterThan(Date.now() + 290_000);
    expect(sessionStore.get()?.endsAt).toBe(before.endsAt);
  });

  it('does not hold up what the user does meanwhile', async () => {
    logIn(290_000);
    const calls = fakeServer({ [REFRESH]: () => ok(loginAnswer()) });
    await Promise.all([renew(), noteActivity(), renew()]);
    await vi.waitFor(() => expect(sessionStore.get()?.endsAt).toBeGreaterThan(Date.now() + 890_000));
    expect(calls).toHaveLength(2);
    expect(calls[1]?.body.refreshToken).not.toBe(calls[0]?.body.refreshToken);
  });

  it('in another tab does not stand for what the user does in this one', async () => {
    logIn(880_000);
    const calls = fakeServer({ [REFRESH]: () => ok(loginAnswer()) });
    const live = await openTab();
    const used = await openTab();

    await Promise.all([live.renew(), used.refresh()]);

    sessionStore.reread();
    expect(sessionStore.get()?.endsAt).toBeGreaterThan(Date.now() + 890_000);
    expect(new Set(calls.map((call) => call.body.refreshToken)).size).toBe(2);
  });
});

describe('activity', () => {
  it('extends the session at most once a minute', async () => {
    logIn(61_000);
    const calls = fakeServer({ [REFRESH]: () => ok(loginAnswer()) });
    noteActivity();
    noteActivity();
    await vi.waitFor(() => expect(sessionStore.get()?.endsAt).toBeGreaterThan(Date.now() + 890_000));
    noteActivity();
    expect(calls).toHaveLength(1);
  });

  it('does nothing soon after the login', () => {
    logIn(30_000);
    const calls = fakeServer({});
    noteActivity();
    expect(calls).toEqual([]);
  });
});

describe('log out', () => {
  it('leaves at once and tells the server', () => {
    const { token, refreshToken } = logIn();
    const calls = fakeServer({ [LOGOUT]: () => noContent });
    logOut();
    expect(sessionStore.get()).toBeNull();
    expect(localStorage.getItem(KEY)).not.toContain(refreshToken);
    expect(calls).toEqual([{ path: LOGOUT, method: 'POST', token, body: { refreshToken } }]);
  });

  it('gets a fresh access token for that when the old one is over', async () => {
    logIn(400_000);
    const next = loginAnswer();
    const calls = fakeServer({ [LOGOUT]: () => noContent, [REFRESH]: () => ok(next) });
    logOut();
    await vi.waitFor(() => expect(calls).toHaveLength(2));
    expect(calls[1]).toMatchObject({ token: next.token, body: { refreshToken: next.refreshToken } });
    expect(sessionStore.get()).toBeNull();
  });

  it('works without a server', () => {
    logIn();
    fakeServer({ [LOGOUT]: () => 'unreachable' });
    logOut();
    expect(sessionStore.get()).toBeNull();
  });
});

describe('end of time', () => {
  it('ends the session, here and at the server', async () => {
    const { refreshToken } = logIn(900_001);
    const next = loginAnswer();
    const calls = fakeServer({ [LOGOUT]: () => noContent, [REFRESH]: () => ok(next) });
    endIfOver();
    expect(sessionStore.endReason()).toBe('expired');
    // the server may think it goes on
    await vi.waitFor(() => expect(calls.at(-1)).toMatchObject({ path: LOGOUT, token: next.token }));
    expect(calls[0]?.body).toEqual({ refreshToken });
  });

  it('does not end one that another tab prolonged', () => {
    logIn(900_001);
    localStorage.setItem(KEY, JSON.stringify({ session: toSession(loginAnswer(), Date.now()) }));
    endIfOver();
    expect(sessionStore.get()).not.toBeNull();
  });
});

/** Modules of its own, but the same storage and the same locks. */
async function openTab(): Promise<typeof import('./session-service')> {
  vi.resetModules();
  const store = await import('./session-store');
  store.sessionStore.reread();
  return import('./session-service');
}
