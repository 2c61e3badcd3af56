// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';

/** The time of this computer, renewed every second while somebody looks at it. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const tick = (): void => setNow(Date.now());
    const timer = setInterval(tick, 1000);
    // a hidden page's timer may be stopped
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, []);
  return now;
}
