// SPDX-License-Identifier: Apache-2.0

const KEY = 'smartems.reloadedAt';

/** A page opened before an update of the server asks for files that are gone: load it anew, but never in a circle. */
export function reloadAfterUpdate(): void {
  window.addEventListener('vite:preloadError', () => {
    const last = Number(sessionStorage.getItem(KEY));
    if (Date.now() - last < 60_000) return;
    sessionStorage.setItem(KEY, String(Date.now()));
    window.location.reload();
  });
}
