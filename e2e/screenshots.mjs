// SPDX-License-Identifier: Apache-2.0
// node screenshots.mjs DIRECTORY [NAME...]: pictures of whole pages, light and dark, 1280 and 400 pixels wide.
// Needs a server with devices, such as ./smartems run --demo; SMARTEMS_URL and SMARTEMS_ADMIN_PASSWORD_FILE as in run.sh.
import { mkdirSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';

const base = process.env.SMARTEMS_URL ?? 'https://localhost:8443';
const password = readFileSync(process.env.SMARTEMS_ADMIN_PASSWORD_FILE, 'utf8').trim();
const [directory = 'screenshots', ...wanted] = process.argv.slice(2);

const press = (role, name) => (page) => page.getByRole(role, { name }).first().click();
const open = (role, name) => async (page) => {
  await press(role, name)(page);
  await page.getByRole('dialog').waitFor();
};
const massDialog = async (page) => {
  await page.getByRole('checkbox', { name: 'Select all rows of this page' }).check();
  await page.getByRole('button', { name: /^Mass actions/ }).click();
  await page.getByRole('menuitem', { name: 'Add labels' }).click();
  await page.getByRole('dialog').waitFor();
};
const lists = [
  'accesstag', 'auditlogchange', 'batchjob', 'communicationlog', 'config', 'configlog', 'customdatafield', 'device', 'deviceauthentication',
  'devicecommand', 'devicefailedloginattempt', 'devicetype', 'diagnoselog', 'firmware', 'firmwarehardware', 'firmwarerule', 'hardware',
  'label', 'plugin', 'template', 'user', 'userloginattempt',
];
const forms = [
  'accesstag', 'config', 'customdatafield', 'device', 'deviceauthentication', 'devicetype', 'firmware', 'firmwarehardware', 'firmwarerule',
  'hardware', 'label', 'template', 'user',
];
const pages = [
  { name: 'home', path: '/web/' },
  { name: 'device-details', path: '/web/list/device/2/details' },
  { name: 'gateway-details', path: '/web/list/device/1/details' },
  { name: 'device-configs', path: '/web/list/device/2/details', act: open('button', 'Configs') },
  { name: 'apply-template', path: '/web/list/device/2/details', act: open('button', 'Apply template') },
  { name: 'device-filters', path: '/web/list/device', act: press('button', 'Show filters') },
  { name: 'device-columns', path: '/web/list/device', act: open('button', 'Columns') },
  { name: 'device-mass', path: '/web/list/device', act: massDialog },
  { name: 'device-edit', path: '/web/list/device/2' },
  { name: 'device-type-edit', path: '/web/list/devicetype/1' },
  { name: 'user-edit', path: '/web/list/user/1' },
  { name: 'template-details', path: '/web/list/template/1/details' },
  { name: 'template-version-create', path: '/web/list/templateversion/create?template=1' },
  { name: 'config-editor', path: '/web/list/config/1' },
  { name: 'firmware-details', path: '/web/list/firmware/1/details' },
  { name: 'firmware-create', path: '/web/list/firmware/create', act: (page) => page.getByRole('combobox', { name: /^Source type/ }).selectOption('upload') },
  { name: 'audit-changes', path: '/web/list/auditlogchange', act: open('button', /^Show values/) },
  { name: 'api-documentation', path: '/web/api-documentation', act: (page) => page.getByRole('searchbox').fill('device enable') },
  { name: 'profile', path: '/web/profile' },
  { name: 'settings', path: '/web/settings' },
  { name: 'not-found', path: '/web/no/such/page' },
  ...lists.map((name) => ({ name: `list-${name}`, path: `/web/list/${name}` })),
  ...forms.map((name) => ({ name: `create-${name}`, path: `/web/list/${name}/create` })),
].filter(({ name }) => wanted.length === 0 || wanted.includes(name));

mkdirSync(directory, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
for (const colorScheme of ['light', 'dark']) {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, colorScheme, viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${base}/web/`);
  await page.getByRole('button', { name: 'Log in' }).waitFor();
  for (const width of pages.length > 5 ? [400, 1280] : []) {
    await page.setViewportSize({ width, height: 800 });
    await page.screenshot({ path: `${directory}/login-${width}-${colorScheme}.png` });
  }
  await page.getByRole('textbox', { name: 'User name' }).fill('admin');
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('button', { name: /^Menu of / }).waitFor();
  for (const { name, path, act } of pages) {
    for (const width of [1280, 400]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(base + path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      if (act) await act(page);
      // what an action has opened may have to be fetched
      await page.waitForLoadState('networkidle');
      await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running'));
      await page.screenshot({ path: `${directory}/${name}-${width}-${colorScheme}.png`, fullPage: true });
    }
  }
  await context.close();
}
await browser.close();
