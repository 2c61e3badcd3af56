// SPDX-License-Identifier: Apache-2.0
import { gzipSync } from 'node:zlib';
import { expect, type Page, type Response } from '@playwright/test';
import { logIn, test } from './console.ts';

/** Compressed bytes of all scripts that a page load fetches. */
async function scripts(page: Page, load: () => Promise<void>): Promise<number> {
  const seen: Promise<number>[] = [];
  const count = (response: Response): void => {
    if (response.request().resourceType() !== 'script') return;
    seen.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  };
  page.on('response', count);
  await load();
  await page.waitForLoadState('networkidle');
  page.off('response', count);
  return (await Promise.all(seen)).reduce((sum, size) => sum + size, 0);
}

test('log in and the first list stay small', async ({ page }) => {
  const size = await scripts(page, async () => {
    await logIn(page, '/web/list/device');
    await expect(page.getByRole('table', { name: 'Devices' })).toHaveAttribute('aria-busy', 'false');
  });
  expect(size).toBeGreaterThan(50_000);
  expect(size).toBeLessThan(260_000);
});

test('log in and the home page stay small', async ({ page }) => {
  const size = await scripts(page, () => logIn(page));
  expect(size).toBeGreaterThan(50_000);
  expect(size).toBeLessThan(280_000);
});
