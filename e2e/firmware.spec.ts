// SPDX-License-Identifier: Apache-2.0
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { expectAccessible, logIn, test } from './console.ts';
import { choose, fill, input, listOf, submit } from './forms.ts';

const MiB = 1024 * 1024;

async function describe(page: Page, name: string): Promise<void> {
  await fill(page, 'Name', name);
  await choose(page, page, 'Device type', 'TK800');
  await input(page, 'Feature').selectOption('1');
  await input(page, 'Source type').selectOption('upload');
  await fill(page, 'Version', `V9.${Date.now()}`);
}

test.describe('a large firmware', () => {
  test.use({ expected: [/ERR_/] });

  test('goes on after a pause, a lost line and a reload, and comes back as it was', async ({ page }, info) => {
    test.slow();
    const name = `Image ${Date.now().toString(36)}`;
    mkdirSync(info.outputDir, { recursive: true });
    const file = info.outputPath('image.bin');
    const content = randomBytes(20 * MiB);
    writeFileSync(file, content);
    const offsets: number[] = [];
    let line = true;
    await page.route('**/web/tus/upload/*', async (route) => {
      const request = route.request();
      if (request.method() !== 'PATCH') return route.continue();
      const offset = Number(request.headers()['upload-offset']);
      if (!line && offset > 0) return route.abort('connectionfailed');
      offsets.push(offset);
      return route.continue();
    });

    await logIn(page, '/web/list/firmware/create');
    await describe(page, name);
    line = false;
    await page.getByLabel('File').setInputFiles(file);
    await expect(page.getByText(/^Waiting for the server/)).toBeVisible();
    await expect(page.getByText('8.0 MB of 20.0 MB (40 %)')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect(page.getByText('Paused.')).toBeVisible();

    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await describe(page, name);
    await expect(page.getByText('40 % of image.bin is on the server already', { exact: false })).toBeVisible();
    line = true;
    await page.getByLabel('File').setInputFiles(file);
    await expect(page.getByText('The file is complete.')).toBeVisible();
    expect(offsets).toEqual([0, 8 * MiB, 16 * MiB]);
    await submit(page, name);

    await page.goto(listOf('firmware', 'name', 'equal', name));
    await page.getByRole('link', { name, exact: true }).click();
    await expect(page.getByText(createHash('md5').update(content).digest('hex'))).toBeVisible();
    await expect(page.getByText(createHash('sha256').update(content).digest('hex'))).toBeVisible();
    await expectAccessible(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download' }).click();
    const got = await download;
    expect(got.suggestedFilename()).toBe('image.bin');
    expect(readFileSync(await got.path()).equals(content)).toBe(true);
    await page.setViewportSize({ width: 400, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Firmwares' })).toBeVisible();
  });
});

test('an upload that is cancelled is gone from the server', async ({ page }, info) => {
  mkdirSync(info.outputDir, { recursive: true });
  const file = info.outputPath('short.bin');
  writeFileSync(file, 'short');
  await logIn(page, '/web/list/firmware/create');
  await input(page, 'Source type').selectOption('upload');
  const deleted = page.waitForResponse((response) => response.request().method() === 'DELETE');
  await page.getByLabel('File').setInputFiles(file);
  await expect(page.getByText('The file is complete.')).toBeVisible();
  await page.getByRole('button', { name: 'Choose another file' }).click();
  expect((await deleted).status()).toBe(204);
  await expect(page.getByLabel('File')).toBeVisible();
});
