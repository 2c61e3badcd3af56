// SPDX-License-Identifier: Apache-2.0
import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeAll } from 'vitest';
import { initI18n } from './i18n';
import { preferences } from './profile/preferences';
import { sessionStore } from './session/session-store';

// jsdom lacks these; Mantine asks for them
window.matchMedia ??= ((media: string) => ({
  matches: false,
  media,
  addEventListener() {},
  removeEventListener() {},
})) as never;
window.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
} as never;
window.scrollTo = () => {};

configure({ asyncUtilTimeout: 20_000 });

beforeAll(() => initI18n(['en']));
afterEach(() => {
  cleanup();
  localStorage.clear();
  sessionStore.end('loggedOut');
  localStorage.clear();
  preferences.reread();
});
