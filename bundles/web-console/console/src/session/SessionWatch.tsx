// SPDX-License-Identifier: Apache-2.0
import { lazy, type ReactElement, Suspense, useEffect } from 'react';
import { useNow } from '../util/use-now';
import { endIfOver } from './session-service';
import { type Session } from './session-store';
import { useActivity } from './use-activity';

const WARNING = 60_000;
const AHEAD = 120_000;

const load = async (): Promise<{ default: (props: { left: number }) => ReactElement | null }> => {
  try {
    return { default: (await import('./EndWarning')).EndWarning };
  } catch {
    // without the server there is no dialog, but the countdown and the end
    return { default: () => null };
  }
};
const EndWarning = lazy(load);

/** Keeps the session alive while it is used, warns before its end, and ends it in time. */
export function SessionWatch({ session }: { session: Session }): ReactElement | null {
  const left = session.endsAt - useNow();
  const warning = Math.min(WARNING, session.timeout / 4);
  const warned = left <= warning;
  const near = left <= warning + AHEAD;
  // once warned, only the answer to the dialog counts: a stray key must not close it unread
  useActivity(!warned);

  useEffect(() => {
    if (near) void load();
  }, [near]);

  useEffect(() => {
    if (left <= 0) endIfOver();
  }, [left]);

  return warned ? (
    <Suspense fallback={null}>
      <EndWarning left={left} />
    </Suspense>
  ) : null;
}
