// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { api } from './api.ts';
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

test('an administrator hides the description of the REST API and shows it again', async ({ page, request }) => {
  const path = 'configuration/documentation';
  const { get, post, status } = await api(request);
  const stored = await get<object>(path);
  await logIn(page, '/web/settings');
  const settings = page.locator('section').filter({ has: page.getByRole('heading', { name: 'REST API documentation' }) });
  const hidden = settings.getByRole('switch', { name: 'Hide REST API documentation from administrators' });
  const menu = page.getByRole('button', { name: /^Menu of / });
  const entry = page.getByRole('menuitem', { name: 'REST API documentation' });
  try {
    await hidden.click();
    await settings.getByRole('button', { name: 'Submit' }).click();
    await expect(settings.getByText('Stored.')).toBeVisible();
    await menu.click();
    await expect(page.getByRole('menuitem', { name: 'Settings' })).toBeVisible();
    await expect(entry).toHaveCount(0);
    await page.goto('/web/api-documentation');
    await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
    for (const format of ['yaml', 'json']) expect(await status(`/web/doc/admin.${format}`)).toBe(404);

    await page.goto('/web/settings');
    await hidden.click();
    await settings.getByRole('button', { name: 'Submit' }).click();
    await expect(settings.getByText('Stored.')).toBeVisible();
    expect(await status('/web/doc/admin.yaml')).toBe(200);
    await menu.click();
    await entry.click();
    await expect(page.getByText(/^\d+ calls$/)).toBeVisible();
  } finally {
    await post(path, stored);
  }
});
