// SPDX-License-Identifier: Apache-2.0
import { readFileSync, writeFileSync } from 'node:fs';
import { type Browser, expect, type Page } from '@playwright/test';
import { expectAccessible, logIn, submitLogin, test } from './console.ts';
import { Simulator } from './devices.ts';
import { choose, fill, input, listOf, massAction, reloadUntil, submit } from './forms.ts';
import { rowsOf } from './xlsx.ts';

const simulator = new Simulator();
test.afterAll(() => simulator.stop());

const key = Date.now().toString(36).toUpperCase();
const name = (of: string): string => `${of} ${key}`;
const password = `Day-${key}-pass`;
const routerPrefix = `R${key}`;
const gatewayPrefix = `G${key}`;
const gateways = listOf('device', 'serialNumber', 'startsWith', gatewayPrefix);

async function createConfig(page: Page): Promise<void> {
  await page.goto('/web/list/config/create');
  await fill(page, 'Name', name('Startup'));
  await choose(page, page, 'Device type', 'TK800');
  await input(page, 'Feature').selectOption('1');
  await input(page, 'Generator').selectOption('twig');
  await page.getByRole('textbox', { name: 'Content' }).fill('hostname {{ site }}\n');
  await submit(page, name('Startup'));
}

async function createFirmware(page: Page, directory: string): Promise<void> {
  const file = `${directory}/gateway-v2.0.0.bin`;
  writeFileSync(file, 'v2.0.0\n'.repeat(20_000));
  await page.goto('/web/list/firmware/create');
  await fill(page, 'Name', name('Release'));
  await choose(page, page, 'Device type', 'Edge gateway');
  await input(page, 'Feature').selectOption('1');
  await input(page, 'Source type').selectOption('upload');
  await fill(page, 'Version', 'v2.0.0');
  await page.getByLabel('File').setInputFiles(file);
  await expect(page.getByText('The file is complete.')).toBeVisible();
  await submit(page, name('Release'));
}

/** A template whose first version is in production. */
async function createTemplate(page: Page, template: string, type: string, content: () => Promise<void>): Promise<void> {
  await page.goto('/web/list/template/create');
  await fill(page, 'Name', template);
  await choose(page, page, 'Device type', type);
  await submit(page, template);
  await page.goto(listOf('template', 'name', 'equal', template));
  await page.getByRole('link', { name: template, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${template} (${type})` })).toBeVisible();
  await page.getByRole('link', { name: 'Create' }).click();
  await fill(page, 'Name', 'First');
  await content();
  await submit(page, 'First');
  for (const action of ['Select for staging', 'Select for production']) {
    await page.getByRole('button', { name: 'More actions: First' }).click();
    await page.getByRole('menuitem', { name: action, exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Submit' }).click();
    await expect(page.getByText(`${action}: First is done.`)).toBeVisible();
  }
}

/** A colleague who manages devices, logged in at an address. */
async function colleague(browser: Browser, page: Page, address: string): Promise<Page> {
  await page.goto('/web/list/accesstag/create');
  await fill(page, 'Name', name('Site'));
  await submit(page, name('Site'));
  await page.goto('/web/list/user/create');
  await fill(page, 'User name', `eve-${key}`);
  await page.getByLabel(/^Password\b/).first().fill(password);
  await page.getByLabel(/^Repeat password/).fill(password);
  for (const label of ['Enabled', 'Device management', 'Password does not expire']) {
    const box = page.getByLabel(label, { exact: true });
    if (!(await box.isChecked())) await page.locator('label').filter({ hasText: new RegExp(`^${label}$`) }).last().click();
  }
  await choose(page, page, 'Access tags', name('Site'));
  await submit(page, `eve-${key}`);

  const context = await browser.newContext({ ignoreHTTPSErrors: true, baseURL: new URL(page.url()).origin });
  const theirs = await context.newPage();
  await theirs.goto(address);
  await submitLogin(theirs, `eve-${key}`, password);
  await expect(theirs.getByRole('button', { name: /^Menu of / })).toBeVisible();
  return theirs;
}

test("an operator's day", async ({ page, browser }, info) => {
  test.setTimeout(240_000);
  const directory = info.outputPath('devices');

  await test.step('logs in, and creates a credential, a config and a template', async () => {
    await logIn(page, '/web/list/deviceauthentication/create');
    await fill(page, 'User name', `day-${key}`);
    await page.getByLabel(/^Password/).first().fill(password);
    await choose(page, page, 'Device types', 'TK800', 'Edge gateway');
    const enabled = page.getByLabel('Enabled', { exact: true });
    if (!(await enabled.isChecked())) await page.locator('label').filter({ hasText: /^Enabled$/ }).last().click();
    await submit(page, `day-${key}`);
    await createConfig(page);
    await createTemplate(page, name('Plant'), 'TK800', async () => {
      await choose(page, page, /config/i, name('Startup'));
      await page.getByRole('button', { name: 'Add to Variables' }).click();
      await fill(page, 'Name', 'site');
      await page.getByRole('textbox', { name: /^Value/ }).fill('Roof');
    });
  });

  await test.step('watches an unknown router appear, enables it, and applies the template', async () => {
    simulator.start({ directory, dialect: 'tk800', user: `day-${key}`, password, count: 1, serialPrefix: routerPrefix });
    await page.goto(listOf('device', 'serialNumber', 'startsWith', routerPrefix));
    const row = page.getByRole('row').filter({ hasText: routerPrefix });
    await reloadUntil(page, () => expect(row).toHaveCount(1, { timeout: 2000 }));
    await row.getByRole('link').first().click();
    await expect(page.getByText('Disabled', { exact: true }).first()).toBeVisible();
    await page.getByRole('button', { name: 'Actions' }).click();
    await page.getByRole('menuitem', { name: 'Enable' }).click();
    await page.getByRole('button', { name: 'Apply template' }).click();
    const dialog = page.getByRole('dialog');
    await choose(page, dialog, 'Template', name('Plant'));
    for (const flag of await dialog.getByRole('group', { name: 'Copy from the template' }).getByRole('checkbox').all()) await flag.check();
    await dialog.getByRole('group', { name: 'Send again' }).getByRole('checkbox', { name: /config/i }).first().check();
    await dialog.getByRole('button', { name: 'Apply', exact: true }).click();
    await expect(dialog).toHaveCount(0);
  });

  await test.step('follows it live until it reports the config', async () => {
    // nobody touches the page
    const reported = page.getByRole('region', { name: 'Configs and firmware' }).getByRole('button', { name: /^\d/ }).first();
    await reported.click({ timeout: 60_000 });
    await expect(page.getByRole('dialog')).toContainText('hostname Roof');
    await page.keyboard.press('Escape');
    await expectAccessible(page);
  });

  await test.step('rolls a firmware to ten gateways by a mass action', async () => {
    await createFirmware(page, directory);
    await createTemplate(page, name('Cells'), 'Edge gateway', () => choose(page, page, /firmware/i, name('Release')));
    const gateway = { directory, dialect: 'edge-gateway' as const, user: `day-${key}`, password, serialPrefix: gatewayPrefix };
    simulator.start({ ...gateway, count: 9 });
    simulator.start({ ...gateway, count: 1, firstNumber: 10, more: { 'fault.commandError': '1' } });
    await page.goto(gateways);
    await reloadUntil(page, () => expect(page.getByText('1–10 of 10')).toBeVisible({ timeout: 2000 }));
    await massAction(page, 'Enable', async () => {}, 10);
    await massAction(page, 'Apply template', (dialog) => choose(page, dialog, 'Template', name('Cells')), 10);
    await massAction(page, 'Reinstall primary firmware', async (dialog) => dialog.locator('label').filter({ hasText: 'firmware' }).last().click(), 10);
  });

  const failing = `${gatewayPrefix}000010`;
  await test.step('finds the one that failed, and why', async () => {
    const done = [{ filterBy: 'serialNumber', filterType: 'startsWith', filterValue: gatewayPrefix }, { filterBy: 'firmwareVersion1', filterType: 'equal', filterValue: 'v2.0.0' }];
    await page.goto(`/web/list/device?filters=${encodeURIComponent(JSON.stringify(done))}`);
    await reloadUntil(page, () => expect(page.getByText('1–9 of 9')).toBeVisible({ timeout: 2000 }));
    await expect(page.getByRole('row').filter({ hasText: failing })).toHaveCount(0);
    await page.goto('/web/');
    await page.getByRole('link', { name: /Failed commands/ }).click();
    const row = page.getByRole('row').filter({ hasText: failing }).first();
    await expect(row).toContainText('update_firmware');
    await row.getByRole('link').first().click();
    await expect(page.getByText('Last command failed')).toBeVisible();
    await page.getByRole('region', { name: 'Device commands' }).getByText('simulated error of update_firmware').first().waitFor();
  });

  await test.step('exports the list', async () => {
    await page.goto(gateways);
    await page.getByRole('button', { name: 'Export' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: /CSV/ }).click();
    const lines = readFileSync(await (await download).path(), 'utf8').trim().split('\r\n');
    expect(lines).toHaveLength(11);
    expect(lines.filter((line) => line.includes('v2.0.0'))).toHaveLength(9);

    await page.getByRole('button', { name: 'Export' }).click();
    const excel = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: /Excel/ }).click();
    const file = await excel;
    expect(file.suggestedFilename()).toBe('Devices.xlsx');
    const rows = rowsOf(readFileSync(await file.path()));
    expect(rows).toHaveLength(11);
    expect(rows.filter((row) => row.includes('v2.0.0'))).toHaveLength(9);
  });

  await test.step('hands a link to a colleague, who sees only the own devices', async () => {
    const theirs = await colleague(browser, page, gateways);
    await expect(theirs.getByText('No results for these filters')).toBeVisible();
    await page.goto(listOf('device', 'serialNumber', 'equal', failing));
    await massAction(page, 'Add access tags', (dialog) => choose(page, dialog, 'Access tags', name('Site')), 1);
    await theirs.reload();
    await expect(theirs.getByText('1–1 of 1')).toBeVisible();
    await expect(theirs.getByRole('row').filter({ hasText: failing })).toHaveCount(1);
    await theirs.goto('/web/');
    await expect(theirs.getByRole('link', { name: '1 Devices' })).toBeVisible();
    await expectAccessible(theirs);
    await theirs.context().close();
  });
});
