// SPDX-License-Identifier: Apache-2.0
import { beforeEach, expect, it, vi } from 'vitest';
import { loginAnswer } from '../testing/fake-server';
import { followOtherTabs, sessionStore, toSession } from './session-store';

const KEY = 'smartems.session';
const session = (changes = {}): ReturnType<typeof toSession> => toSession(loginAnswer(changes), Date.now());

/** What this page sees when another tab writes. */
function otherTabStores(value: unknown): void {
  if (value === null) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, JSON.stringify(value));
  window.dispatchEvent(new StorageEvent('storage', { key: KEY }));
}

beforeEach(followOtherTabs);

it('counts the end from the sending, by the clock of this computer', () => {
  const sentAt = Date.now() - 2000;
  const { endsAt, tokenEndsAt } = toSession(loginAnswer({ refreshTokenExpiration: 1 }), sentAt);
  expect(endsAt).toBe(sentAt + 900_000);
  expect(tokenEndsAt).toBe(sentAt + 300_000);
});

it('survives a reload', () => {
  const kept = session();
  localStorage.setItem(KEY, JSON.stringify({ session: kept }));
  sessionStore.reread();
  expect(sessionStore.get()).toEqual(kept);
});

it.each([
  ['of yesterday', { session: { ...session(), endsAt: Date.now() - 1 } }],
  ['that is no session', { session: {} }],
  ['that is no object', 7],
])('ignores what is stored %s', (_name, stored) => {
  localStorage.setItem(KEY, JSON.stringify(stored));
  sessionStore.reread();
  expect(sessionStore.get()).toBeNull();
});

it('logs in with another tab', () => {
  const listener = vi.fn();
  const unsubscribe = sessionStore.subscribe(listener);
  otherTabStores({ session: session({ username: 'eve' }) });
  unsubscribe();
  expect(sessionStore.get()?.username).toBe('eve');
  expect(listener).toHaveBeenCalledOnce();
});

it('logs out with another tab, and knows why', () => {
  sessionStore.set(session());
  otherTabStores({ ended: 'expired' });
  expect(sessionStore.get()).toBeNull();
  expect(sessionStore.endReason()).toBe('expired');
});

it('logs out when somebody clears the storage', () => {
  sessionStore.set(session());
  otherTabStores(null);
  expect(sessionStore.get()).toBeNull();
});

it('notices on return from the back-forward cache', () => {
  sessionStore.set(session());
  localStorage.setItem(KEY, JSON.stringify({ ended: 'loggedOut' }));
  window.dispatchEvent(new Event('pageshow'));
  expect(sessionStore.get()).toBeNull();
});

it('works in one tab where storage is refused', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('refused', 'SecurityError');
  });
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('refused', 'SecurityError');
  });
  sessionStore.set(session());
  sessionStore.reread();
  expect(sessionStore.get()).not.toBeNull();
});
