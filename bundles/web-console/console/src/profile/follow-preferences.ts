// SPDX-License-Identifier: Apache-2.0
import { changeLanguage } from '../i18n';
import { sessionStore } from '../session/session-store';
import { stageOf } from '../session/stage';
import { preferences } from './preferences';

/** Brings the preferences of whoever is logged in, and speaks the language among them. */
export function followPreferences(): () => void {
  let user: string | undefined;
  let language = preferences.get().language;

  function load(): void {
    const session = sessionStore.get();
    const next = stageOf(session) === 'full' ? session?.username : undefined;
    if (next === user) return;
    user = next;
    // without an answer the copy of this browser counts
    if (next !== undefined) preferences.load().catch(() => undefined);
  }

  function speak(): void {
    const next = preferences.get().language;
    if (next === language) return;
    language = next;
    void changeLanguage(wantedLanguages());
  }

  load();
  const ends = [sessionStore.subscribe(load), preferences.subscribe(speak)];
  return () => ends.forEach((end) => end());
}

/** The chosen language, and else what the browser asks for. */
export const wantedLanguages = (): string[] => [preferences.get().language ?? [], navigator.languages].flat();
