// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';
import { servesNow } from './session-service';

const every = 5000;

/**
 * How often a page may ask anew by itself, in milliseconds, or false: only while somebody looks at it and the access
 * token serves. What the user does renews the token; this must not, or a session nobody uses would never end.
 */
export function useLive(): number | false {
  const [live, setLive] = useState(mayAsk);
  useEffect(() => {
    const look = (): void => setLive(mayAsk());
    const timer = setInterval(look, 1000);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return live ? every : false;
}

const mayAsk = (): boolean => document.visibilityState === 'visible' && servesNow();
