// SPDX-License-Identifier: Apache-2.0

/** The page to go to after the login. Only pages of the console itself: a link must not lead to somebody else's site. */
export function safeReturnPath(wanted: unknown): string {
  if (typeof wanted !== 'string') return '/web/';
  try {
    const url = new URL(wanted, window.location.origin);
    const own = url.origin === window.location.origin && /^\/web(\/|$)/.test(url.pathname);
    return own && wanted.startsWith('/web') ? url.pathname + url.search + url.hash : '/web/';
  } catch {
    return '/web/';
  }
}
