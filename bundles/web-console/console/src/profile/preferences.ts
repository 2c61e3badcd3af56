// SPDX-License-Identifier: Apache-2.0
import { useSyncExternalStore } from 'react';
import { request } from '../api/client';
import { type DateFormat, isDateFormat, usualFormat } from './date-format';

/** How somebody wants to see the console; what is missing is as usual. */
export interface Preferences {
  dateFormat?: DateFormat;
  language?: string;
  rowsPerPage?: number;
}

type Change = { [K in keyof Preferences]: Preferences[K] | null };

const KEY = 'smartems.preferences';
const PATH = 'profile/preferences';
const listeners = new Set<() => void>();
let current = read();
let revision = 0;

/**
 * The server keeps them with the user; the browser has a copy, so that the first paint and the page to log in are right.
 */
export const preferences = {
  get: (): Preferences => current,
  dateFormat: (): DateFormat => current.dateFormat ?? usualFormat,
  /** Another number whenever pages that are drawn already may be out of date. */
  revision: (): number => revision,

  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  /** Takes what the server keeps for the user who has just logged in. */
  async load(): Promise<void> {
    const stored = parse(await request<unknown>(PATH));
    if (JSON.stringify(stored) === JSON.stringify(current)) return;
    revision += 1;
    adopt(stored);
  },

  /** Null is as usual, what is not named stays. It counts at once, and fails when the server does not store it. */
  async change(change: Change): Promise<void> {
    const kept = Object.entries({ ...current, ...change }).filter(([, value]) => value !== null);
    adopt(Object.fromEntries(kept));
    await request(PATH, { body: change });
  },

  reread(): void {
    current = read();
  },
};

export const usePreferences = (): Preferences => useSyncExternalStore(preferences.subscribe, preferences.get);
export const usePreferenceRevision = (): number => useSyncExternalStore(preferences.subscribe, preferences.revision);

function adopt(next: Preferences): void {
  current = next;
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // refused: the server knows it
  }
  for (const listener of [...listeners]) listener();
}

function read(): Preferences {
  try {
    return parse(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
  } catch {
    return {};
  }
}

function parse(stored: unknown): Preferences {
  const { dateFormat, language, rowsPerPage } = (stored ?? {}) as Record<string, unknown>;
  return {
    ...(isDateFormat(dateFormat) && { dateFormat }),
    ...(typeof language === 'string' && { language }),
    ...(typeof rowsPerPage === 'number' && { rowsPerPage }),
  };
}
