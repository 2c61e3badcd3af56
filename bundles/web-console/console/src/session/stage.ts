// SPDX-License-Identifier: Apache-2.0
import type { Session } from './session-store';

/** How far somebody has come: what a session permits before everything the server asks for is done. */
export type Stage = 'none' | 'passwordDue' | 'full';

export function stageOf(session: Session | null): Stage {
  if (!session) return 'none';
  return session.roles.includes('ROLE_CHANGEPASSWORDREQUIRED') ? 'passwordDue' : 'full';
}

/** Users of another directory have no password here. */
export function hasOwnPassword(session: Session): boolean {
  return !session.roles.some((role) => role === 'ROLE_RADIUSUSER' || role === 'ROLE_SSOUSER');
}
