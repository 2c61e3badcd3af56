// SPDX-License-Identifier: Apache-2.0
// Sets the colours before the first paint; a file of its own because the Content-Security-Policy refuses inline scripts.
(function () {
  let scheme = 'auto';
  try {
    scheme = localStorage.getItem('mantine-color-scheme-value') || scheme;
  } catch {
    // storage is refused: follow the system
  }
  if (scheme === 'auto') {
    scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
})();
