// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';
import { useLive } from '../session/use-live';

/** Each minute, but never so that it would keep a session alive which nobody uses. */
export const useEveryMinute = (): number | false => useLive() !== false && 60_000;

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
