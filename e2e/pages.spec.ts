// SPDX-License-Identifier: Apache-2.0
import { expect } from '@playwright/test';
import { expectAccessible, logIn, test } from './console.ts';

const lists = [
  'accesstag', 'auditlogchange', 'batchjob', 'communicationlog', 'config', 'configlog', 'deviceauthentication', 'devicecommand',
  'devicefailedloginattempt', 'devicetype', 'diagnoselog', 'firmware', 'firmwarehardware', 'firmwarerule', 'hardware', 'label',
  'template', 'user', 'userloginattempt',
];
const forms = ['accesstag', 'config', 'deviceauthentication', 'devicetype', 'firmware', 'template', 'user'];

test('everybody can read and reach every list and every form, in the dark and on a phone too', async ({ page }) => {
  test.setTimeout(180_000);
  await logIn(page);
  for (const path of ['/web/', '/web/profile', ...lists.map((name) => `/web/list/${name}`), ...forms.map((name) => `/web/list/${name}/create`)]) {
    await test.step(path, async () => {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByText('Loading', { exact: true })).toHaveCount(0);
      await expectAccessible(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      await expectAccessible(page);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 400, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
    });
  }
});
