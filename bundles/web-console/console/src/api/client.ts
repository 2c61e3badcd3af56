// SPDX-License-Identifier: Apache-2.0
import { freshSession, refresh, renew } from '../session/session-service';
import { sessionStore } from '../session/session-store';
import { ApiError, type Call, send, sendForFile } from './http';

/** A call as the user who is logged in. A refused access token is replaced once, then the refusal counts. */
export const request = <T>(path: string, call: Omit<Call, 'token'> = {}): Promise<T> =>
  asUser((token) => send<T>(path, { ...call, token }));

/** The same for what a page asks by itself: it does not put off the end of the session. */
export const requestByItself = <T>(path: string, call: Omit<Call, 'token'> = {}): Promise<T> =>
  asUser((token) => send<T>(path, { ...call, token }), false);

/** Fetches a file as the user who is logged in, and hands it to the browser to keep. */
export async function download(path: string, call: Omit<Call, 'token'> = {}): Promise<void> {
  const { content, name } = await asUser((token) => sendForFile(path, { ...call, token }));
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // the browser has begun to read by then
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

const listeners = new Set<() => void>();

/** Tells of each call that the server refused, whoever made it: what the user may do may have changed. */
export function onRefusal(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function asUser<T>(call: (token: string) => Promise<T>, prolongs = true): Promise<T> {
  try {
    return await withToken(call, prolongs);
  } catch (failure) {
    if (failure instanceof ApiError && failure.status === 403) for (const listener of [...listeners]) listener();
    throw failure;
  }
}

async function withToken<T>(call: (token: string) => Promise<T>, prolongs: boolean): Promise<T> {
  const session = await freshSession(prolongs);
  if (!session) throw new ApiError(401, { message: 'notLoggedIn' });
  try {
    return await call(session.token);
  } catch (failure) {
    if (!(failure instanceof ApiError) || failure.status !== 401) throw failure;
    // another call, or another tab, may have replaced the token meanwhile
    const current = sessionStore.get();
    const next = current && current.token !== session.token ? current : await (prolongs ? refresh() : renew());
    if (!next) throw failure;
    return call(next.token);
  }
}
