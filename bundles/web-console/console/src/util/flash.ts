// SPDX-License-Identifier: Apache-2.0
import { useSyncExternalStore } from 'react';

export interface Flash {
  kind: 'success' | 'info' | 'error';
  text: string;
  /** It is for the page that comes next, as this one is about a thing that is gone. */
  carried?: boolean;
}

let current: Flash | null = null;
const listeners = new Set<() => void>();

/** What became of the last thing somebody did, shown above the list it led to. */
export const flash = {
  get: (): Flash | null => current,
  show(next: Flash | null): void {
    current = next;
    for (const listener of [...listeners]) listener();
  },
  /** A page that shows it is there: from now on it goes with that page. */
  arrive(): void {
    if (current?.carried) current = { ...current, carried: false };
  },
  /** The page that showed it is left. */
  leave(): void {
    if (!current?.carried) flash.show(null);
  },
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useFlash = (): Flash | null => useSyncExternalStore(subscribe, flash.get);
