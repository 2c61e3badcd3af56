// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { expectAccessible, logIn, test } from './console.ts';

test('the REST API is described, tried and downloaded', async ({ page }) => {
  await logIn(page);
  await page.getByRole('button', { name: /^Menu of / }).click();
  await page.getByRole('menuitem', { name: 'REST API documentation' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'REST API documentation' })).toBeVisible();
  await expect(page.getByText(/^\d+ calls$/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('searchbox', { name: 'Search calls' }).fill('post /label/list');
  const call = page.locator('details').filter({ has: page.getByText('/label/list', { exact: true }) }).last();
  await call.getByText('/label/list', { exact: true }).click();
  await expect(call.getByRole('heading', { name: 'Body' })).toBeVisible();
  await expectAccessible(page);
  await call.getByRole('textbox', { name: 'Body' }).fill('{"page": 1, "rowsPerPage": 5}');
  await call.getByRole('button', { name: 'Send' }).click();
  await expect(call.getByRole('status')).toContainText('200');
  await expect(call.getByLabel('Answer')).toContainText('"rowCount"');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as YAML' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('smart-ems-admin.yaml');
  expect(readFileSync(await file.path(), 'utf8')).toMatch(/^openapi: /);

  await page.setViewportSize({ width: 400, height: 800 });
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
});
