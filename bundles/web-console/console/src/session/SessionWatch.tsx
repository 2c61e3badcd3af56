// SPDX-License-Identifier: Apache-2.0
import { type ReactElement, useEffect, useState } from 'react';
import { loadQuietly } from '../reload-after-update';
import { useNow } from '../util/use-now';
import { endIfOver } from './session-service';
import { type Session } from './session-store';
import { useActivity } from './use-activity';

const WARNING = 60_000;
const AGAIN = 5_000;

/** Answers nothing while the dialog cannot be loaded. */
type LoadWarning = () => Promise<typeof import('./EndWarning') | undefined>;
type Drawing = (left: number) => ReactElement;

const fromServer: LoadWarning = () => loadQuietly(() => import('./EndWarning'));

/** The dialog: not before what the page itself needs, but long before its time, when the server may be away. */
function useEndWarning(loadWarning: LoadWarning): Drawing | null {
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  useEffect(() => {
    if (drawing) return;
    const load = (): void => {
      void loadWarning().then((loaded) => {
        if (loaded) setDrawing(() => (left: number) => <loaded.EndWarning left={left} />);
      });
    };
    const timer = setInterval(load, AGAIN);
    return () => clearInterval(timer);
  }, [drawing, loadWarning]);
  return drawing;
}

interface Props {
  session: Session;
  loadWarning?: LoadWarning;
}

/** Keeps the session alive while it is used, warns before its end, and ends it in time. */
export function SessionWatch({ session, loadWarning = fromServer }: Props): ReactElement | null {
  const left = session.endsAt - useNow();
  const warning = Math.min(WARNING, session.timeout / 4);
  const warned = left <= warning;
  // without it there is no dialog, but the countdown and the end
  const warn = useEndWarning(loadWarning);
  // once warned, only the answer to the dialog counts: a stray key must not close it unread
  useActivity(!warned);

  useEffect(() => {
    if (left <= 0) endIfOver();
  }, [left]);

  return warned && warn ? warn(left) : null;
}
