// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';
import { renew, servesNow } from './session-service';

const every = 5000;

/**
 * How often a page may ask anew by itself, in milliseconds, or false: only while somebody can see it. It gets itself
 * access tokens that serve, but only what the user does puts off the end of the session.
 */
export function useLive(): number | false {
  const [live, setLive] = useState(mayAsk);
  useEffect(() => {
    let asked = 0;
    const look = (): void => {
      setLive(mayAsk());
      if (!visible() || servesNow() || Date.now() - asked < every) return;
      asked = Date.now();
      // without an answer a later look tries again
      renew().then(() => setLive(mayAsk()), () => {});
    };
    const timer = setInterval(look, 1000);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return live ? every : false;
}

const visible = (): boolean => document.visibilityState === 'visible';
const mayAsk = (): boolean => visible() && servesNow();
