// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { authentication } from '../api/authentication';
import { begin } from '../session/session-service';
import { type LoginFailure, toLoginFailure } from './login-failure';

export interface Attempt {
  busy: boolean;
  failure: (LoginFailure & { waitUntil: number }) | null;
  /** True while the server wants to be left alone. */
  waiting: boolean;
  logIn(username: string, password: string): Promise<LoginFailure | null>;
}

export function useLogin(): Attempt {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Attempt['failure']>(null);
  const [waiting, setWaiting] = useState(false);

  useEffect(() => {
    if (!failure?.wait) return;
    const timer = setTimeout(() => setWaiting(false), failure.wait * 1000);
    return () => clearTimeout(timer);
  }, [failure]);

  async function logIn(username: string, password: string): Promise<LoginFailure | null> {
    setBusy(true);
    setFailure(null);
    try {
      await begin(() => authentication.login(username, password));
      return null;
    } catch (cause) {
      const found = toLoginFailure(cause, t);
      setFailure({ ...found, waitUntil: Date.now() + found.wait * 1000 });
      setWaiting(found.wait > 0);
      return found;
    } finally {
      setBusy(false);
    }
  }
  return { busy, failure, waiting, logIn };
}
