// SPDX-License-Identifier: Apache-2.0
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const server = process.env.SMARTEMS_URL ?? 'https://localhost:8443';
const proxy = { target: server, secure: false, changeOrigin: true };

/** The real server answers the login addresses with the same page; the dev server knows only its base. */
function loginAddresses(): Plugin {
  return {
    name: 'login-addresses',
    configureServer(dev) {
      dev.middlewares.use((request, _response, next) => {
        if (request.url === '/' || request.url?.startsWith('/authentication')) request.url = '/web/';
        next();
      });
    },
  };
}

export default defineConfig({
  base: '/web/',
  plugins: [react(), loginAddresses()],
  server: { proxy: { '/web/api': proxy, '/web/tus': proxy, '/web/doc': proxy } },
  build: {
    // straight to where the jar is made from: a copy there would keep the files of earlier builds
    outDir: '../target/classes/META-INF/resources/console',
    emptyOutDir: true,
    target: ['chrome114', 'edge114', 'firefox115', 'safari16.5'],
    license: { fileName: 'third-party.txt' },
    // an inlined data: address would need more from the Content-Security-Policy than 'self'
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  test: {
    environment: 'jsdom',
    environmentOptions: { jsdom: { url: 'https://ems.example/web/' } },
    globals: false,
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/test-setup.ts'],
    // jsdom and all modules made anew for each file take three times as long as the tests
    isolate: false,
    // a page is drawn in milliseconds, but not where ten builds share two cores
    testTimeout: 30_000,
    restoreMocks: true,
    unstubGlobals: true,
  },
});
