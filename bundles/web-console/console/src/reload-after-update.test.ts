// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { loadQuietly, reloadAfterUpdate } from './reload-after-update';
import { fakeServer, ok, refused } from './testing/fake-server';

const reload = vi.fn();
const page = (script: string): string => `<script type='module' src='${script}'></script>`;

/** What the build makes of an import that fails. */
function failToLoad(): Event {
  const event = new Event('vite:preloadError', { cancelable: true });
  window.dispatchEvent(event);
  return event;
}

const asked = (calls: unknown[]): Promise<void> => vi.waitFor(() => expect(calls).toHaveLength(1));
const settled = (): Promise<void> => new Promise((done) => setTimeout(done));

beforeAll(() => reloadAfterUpdate(reload));
beforeEach(() => {
  reload.mockReset();
  sessionStorage.clear();
  document.head.innerHTML = page('/web/assets/main-1.js');
});
afterEach(() => {
  document.head.innerHTML = '';
});

it('loads the page anew when the server has another one, but not in a circle', async () => {
  fakeServer({ '/web/': () => ok(page('/web/assets/main-2.js')) });
  failToLoad();
  await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
  failToLoad();
  await settled();
  expect(reload).toHaveBeenCalledOnce();
});

it.each([
  ['is away', () => 'unreachable' as const],
  ['starts', () => refused(503)],
  ['has the same one', () => ok(page('/web/assets/main-1.js'))],
])('leaves the page when the server %s', async (_, answer) => {
  const calls = fakeServer({ '/web/': answer });
  failToLoad();
  await asked(calls);
  await settled();
  expect(reload).not.toHaveBeenCalled();
});

it('leaves the page when nobody asked for what cannot be loaded', async () => {
  const calls = fakeServer({ '/web/': () => ok(page('/web/assets/main-2.js')) });
  const loaded = await loadQuietly(async () => {
    if (!failToLoad().defaultPrevented) throw new TypeError('Failed to fetch');
    return undefined;
  });
  expect(loaded).toBeUndefined();
  expect(await loadQuietly(() => Promise.reject(new TypeError('Failed to fetch')))).toBeUndefined();
  await settled();
  expect(calls).toEqual([]);
  expect(reload).not.toHaveBeenCalled();
});
