// SPDX-License-Identifier: Apache-2.0
import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { type Api, api } from './api.ts';
import { expectAccessible, logIn, test } from './console.ts';

const lists = [
  'accesstag', 'auditlogchange', 'batchjob', 'communicationlog', 'config', 'configlog', 'customdatafield', 'deviceauthentication',
  'devicecommand', 'devicefailedloginattempt', 'devicetype', 'diagnoselog', 'firmware', 'firmwarehardware', 'firmwarerule', 'hardware',
  'label', 'plugin', 'template', 'user', 'userloginattempt',
];
const forms = [
  'accesstag', 'config', 'customdatafield', 'device', 'deviceauthentication', 'devicetype', 'firmware', 'firmwarerule', 'hardware',
  'template', 'user',
];
const key = Date.now().toString(36);

/** Wide and light, then narrow and dark. */
async function look(page: Page, path: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('Loading', { exact: true })).toHaveCount(0);
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 400, height: 800 });
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
}

/** One of each that has a page of its own. */
async function things(request: APIRequestContext): Promise<{ server: Api; paths: string[] }> {
  const server = await api(request);
  const types = await server.get<{ id: number; representation: string }[]>('options/available/device/types');
  const deviceType = types.find(({ representation }) => representation === 'TK800')?.id;
  const [device, template, firmware] = await Promise.all([
    server.post<{ id: number }>('device/create', { deviceType, name: `Pages ${key}`, serialNumber: `PAGES${key.toUpperCase()}` }),
    server.post<{ id: number }>('template/create', { deviceType, name: `Pages ${key}` }),
    server.post<{ id: number }>('firmware/create', {
      deviceType, feature: '1', name: `Pages ${key}`, version: 'V1', sourceType: 'externalUrl', externalUrl: 'https://example.com/f.bin', md5: '0'.repeat(32),
    }),
  ]);
  return { server, paths: [`device/${device.id}`, `template/${template.id}`, `firmware/${firmware.id}`] };
}

test('everybody can read and reach every page, in the dark and on a phone too', async ({ page, request }) => {
  test.setTimeout(180_000);
  const { server, paths } = await things(request);
  const details = [...paths.map((path) => `${path}/details`), ...paths, 'user/1'];
  await logIn(page);
  for (const path of ['/web/', '/web/profile', '/web/settings', ...[...lists, ...forms.map((name) => `${name}/create`), ...details].map((path) => `/web/list/${path}`)]) {
    await test.step(path, () => look(page, path));
  }
  await Promise.all(paths.map((path) => server.remove(path)));
});
