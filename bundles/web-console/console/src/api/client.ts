// SPDX-License-Identifier: Apache-2.0
import { freshSession, refresh } from '../session/session-service';
import { sessionStore } from '../session/session-store';
import { ApiError, type Call, send } from './http';

/** A call as the user who is logged in. A refused access token is replaced once, then the refusal counts. */
export async function request<T>(path: string, call: Omit<Call, 'token'> = {}): Promise<T> {
  const session = await freshSession();
  if (!session) throw new ApiError(401, { message: 'notLoggedIn' });
  try {
    return await send<T>(path, { ...call, token: session.token });
  } catch (failure) {
    if (!(failure instanceof ApiError) || failure.status !== 401) throw failure;
    // another call, or another tab, may have replaced the token meanwhile
    const current = sessionStore.get();
    const next = current && current.token !== session.token ? current : await refresh();
    if (!next) throw failure;
    return send<T>(path, { ...call, token: next.token });
  }
}
