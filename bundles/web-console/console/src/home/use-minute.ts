// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';
import { useEveryMinute } from '../session/use-every-minute';

/** The time, of the same minute for a figure and the rows that it leads to. */
export function useMinute(): number {
  const every = useEveryMinute();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (every === false) return;
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
