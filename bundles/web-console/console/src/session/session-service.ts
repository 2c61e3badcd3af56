// SPDX-License-Identifier: Apache-2.0
import { authentication, type LoginAnswer } from '../api/authentication';
import { ApiError } from '../api/http';
import { type EndReason, type Session, sessionStore, toSession } from './session-store';

const LOCK = 'smartems.refresh';
/** An access token this near to its end may be too late at the server. */
const MARGIN = 20_000;
const ACTIVITY_INTERVAL = 60_000;

/** Runs a call that answers a session, and keeps that session. */
export async function begin(call: () => Promise<LoginAnswer>): Promise<Session> {
  const sentAt = Date.now();
  const session = toSession(await call(), sentAt);
  sessionStore.set(session);
  return session;
}

let refreshing: { prolongs: boolean; done: Promise<Session | null> } | null = null;

/**
 * Exchanges the refresh token for a new one, and lets the session begin anew; null when it is over. A refresh token
 * serves once and the server ends the session when it sees one twice, so all tabs queue here, and whoever waited takes
 * what the one before got.
 */
export const refresh = (): Promise<Session | null> => exchange(true);

/** The same for a page that asks by itself: the end of the session stays where what the user did has put it. */
export const renew = (): Promise<Session | null> => exchange(false);

function exchange(prolongs: boolean): Promise<Session | null> {
  if (refreshing && (refreshing.prolongs || !prolongs)) return refreshing.done;
  const before = refreshing?.done.catch(() => null) ?? Promise.resolve();
  const done = before.then(() => exclusively(exchangeUnlessDone(sessionStore.get(), prolongs)));
  const mine = { prolongs, done };
  refreshing = mine;
  const clear = (): void => {
    if (refreshing === mine) refreshing = null;
  };
  void done.then(clear, clear);
  return done;
}

function exchangeUnlessDone(seen: Session | null, prolongs: boolean): () => Promise<Session | null> {
  return async () => {
    sessionStore.reread();
    const session = sessionStore.get();
    if (!session) return null;
    if (session.refreshToken !== seen?.refreshToken && !(prolongs && isOld(session))) return session;
    const sentAt = Date.now();
    try {
      const next = toSession(await authentication.refresh(session.refreshToken), sentAt);
      return keep(session, prolongs ? next : { ...next, endsAt: Math.min(session.endsAt, next.endsAt) });
    } catch (failure) {
      if (!(failure instanceof ApiError) || ![401, 403].includes(failure.status)) throw failure;
      endIfStill(session, 'refused');
      return null;
    }
  };
}

/** Another tab may have been faster with a token that prolonged nothing. */
const isOld = (session: Session): boolean => Date.now() - (session.endsAt - session.timeout) > 10_000;

/** Somebody may have logged out while the answer was under way: then the new token must die as well. */
function keep(before: Session, after: Session): Session | null {
  sessionStore.reread();
  if (sessionStore.get()?.refreshToken !== before.refreshToken) {
    void authentication.logout(after.token, after.refreshToken).catch(() => {});
    return sessionStore.get();
  }
  sessionStore.set(after);
  return after;
}

function endIfStill(session: Session, why: EndReason): void {
  sessionStore.reread();
  if (sessionStore.get()?.refreshToken === session.refreshToken) sessionStore.end(why);
}

function exclusively<T>(work: () => Promise<T>): Promise<T> {
  // absent on plain HTTP: there each tab is on its own
  return navigator.locks ? navigator.locks.request(LOCK, work) as Promise<T> : work();
}

/** A session whose access token still serves for a moment, or null; a page that asks by itself prolongs nothing. */
export async function freshSession(prolongs = true): Promise<Session | null> {
  const session = sessionStore.get();
  return session && session.tokenEndsAt - MARGIN <= Date.now() ? exchange(prolongs) : session;
}

/** Whether a call can be made that refreshes nothing. The first call of an interval must not come in the last moment. */
export function servesNow(): boolean {
  const session = sessionStore.get();
  return session !== null && session.tokenEndsAt - MARGIN - 10_000 > Date.now();
}

/**
 * The user did something, so the session goes on. Only this and the calls the user causes postpone its end, never a
 * timer: a session nobody uses must end.
 */
export function noteActivity(): void {
  const session = sessionStore.get();
  if (!session || refreshing?.prolongs) return;
  const begun = session.endsAt - session.timeout;
  if (Date.now() - begun < Math.min(ACTIVITY_INTERVAL, session.timeout / 4)) return;
  // without an answer the countdown goes on, and the next activity tries again
  refresh().catch(() => {});
}

/** Ends the session when its time is over, unless another tab prolonged it. */
export function endIfOver(): void {
  const seen = sessionStore.get();
  sessionStore.reread();
  const session = sessionStore.get();
  if (!seen || (session && session.endsAt > Date.now())) return;
  if (!session && sessionStore.endReason() !== 'expired') return;
  sessionStore.end('expired');
  // a page that asks by itself has put off the end at the server
  void tellServer(seen).catch(() => {});
}

/** Leaves at once; the server is told in the background, with a fresh access token if the old one is over. */
export function logOut(): void {
  const session = sessionStore.get();
  sessionStore.end('loggedOut');
  if (session) void tellServer(session).catch(() => {});
}

async function tellServer(session: Session): Promise<void> {
  if (session.tokenEndsAt > Date.now()) return authentication.logout(session.token, session.refreshToken);
  const answer = await exclusively(() => authentication.refresh(session.refreshToken));
  return authentication.logout(answer.token, answer.refreshToken);
}
