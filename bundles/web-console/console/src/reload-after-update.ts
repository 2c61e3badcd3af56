// SPDX-License-Identifier: Apache-2.0

const KEY = 'smartems.reloadedAt';
let quiet = 0;

/**
 * A page opened before an update of the server asks for files that are gone: load it anew, but never in a circle, and
 * not while the server is away: what is on the page would be lost for nothing.
 */
export function reloadAfterUpdate(reload: () => void = () => window.location.reload()): void {
  window.addEventListener('vite:preloadError', (event) => {
    if (quiet > 0) {
      event.preventDefault();
      return;
    }
    void isUpdated().then((updated) => {
      const last = Number(sessionStorage.getItem(KEY));
      if (!updated || Date.now() - last < 60_000) return;
      sessionStorage.setItem(KEY, String(Date.now()));
      reload();
    });
  });
}

/** Loads what the user did not ask for, so the page stays as it is when that fails: then the answer is undefined. */
export async function loadQuietly<T>(load: () => Promise<T>): Promise<T | undefined> {
  quiet += 1;
  try {
    return await load();
  } catch {
    return undefined;
  } finally {
    quiet -= 1;
  }
}

/** The name of the first script changes with every build. */
async function isUpdated(): Promise<boolean> {
  const mine = document.querySelector('script[type="module"][src]')?.getAttribute('src');
  try {
    const answer = await fetch('/web/', { cache: 'no-store' });
    return answer.ok && !(await answer.text()).includes(mine ?? '');
  } catch {
    return false;
  }
}
