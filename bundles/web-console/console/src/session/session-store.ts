// SPDX-License-Identifier: Apache-2.0
import type { LoginAnswer } from '../api/authentication';

/** Times are of this computer's clock, counted from the moment of receipt: the server's clock may differ. */
export interface Session {
  token: string;
  refreshToken: string;
  username: string;
  representation: string;
  roles: string[];
  lastLoginAt: string | null;
  timeout: number;
  tokenEndsAt: number;
  endsAt: number;
}

export type EndReason = 'expired' | 'refused' | 'loggedOut' | 'passwordChanged';

type Stored = { session: Session } | { ended: EndReason };

const KEY = 'smartems.session';
const listeners = new Set<() => void>();
let current: Session | null = null;
let reason: EndReason | null = null;

export function toSession(answer: LoginAnswer, sentAt: number): Session {
  return {
    token: answer.token,
    refreshToken: answer.refreshToken,
    username: answer.username,
    representation: answer.representation || answer.username,
    roles: answer.roles,
    lastLoginAt: answer.lastLoginAt ?? null,
    timeout: answer.sessionTimeout * 1000,
    // counted from the sending, so never later than the server's own end
    tokenEndsAt: sentAt + answer.accessTokenTtl * 1000,
    endsAt: sentAt + answer.sessionTimeout * 1000,
  };
}

/** The session of this browser: all tabs share it through the local storage, and follow when one of them changes it. */
export const sessionStore = {
  get: (): Session | null => current,

  /** Why the last session ended, when it ended while this page was open. */
  endReason: (): EndReason | null => reason,

  set(session: Session): void {
    write({ session });
    adopt(session, null);
  },

  end(why: EndReason): void {
    write({ ended: why });
    adopt(null, why);
  },

  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  /** Takes over what another tab stored; must be called at the start, too. */
  reread(): void {
    const stored = read();
    if (stored === undefined) return;
    if (stored === null) adopt(null, current ? 'loggedOut' : reason);
    else if ('ended' in stored) adopt(null, current ? stored.ended : reason);
    else if (stored.session.endsAt > Date.now()) adopt(stored.session, null);
    else adopt(null, current ? 'expired' : reason);
  },
};

/** Keeps this page in step with the other tabs, also after it was frozen or restored by the back button. */
export function followOtherTabs(): void {
  const reread = (): void => sessionStore.reread();
  window.addEventListener('storage', (event) => {
    if (event.key === KEY || event.key === null) reread();
  });
  window.addEventListener('pageshow', reread);
  document.addEventListener('visibilitychange', reread);
}

function adopt(session: Session | null, why: EndReason | null): void {
  const unchanged = session?.refreshToken === current?.refreshToken && session?.token === current?.token;
  if (unchanged && why === reason) return;
  current = session;
  reason = why;
  for (const listener of [...listeners]) listener();
}

/** Undefined where storage is refused: the session then lives in this tab alone. */
function read(): Stored | null | undefined {
  try {
    const text = localStorage.getItem(KEY);
    if (text === null) return null;
    const stored = JSON.parse(text) as Stored;
    return 'ended' in stored || typeof stored.session.refreshToken === 'string' ? stored : null;
  } catch (failure) {
    return failure instanceof DOMException ? undefined : null;
  }
}

function write(stored: Stored): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(stored));
  } catch {
    // refused or full: see read()
  }
}
