// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { expectAccessible, logIn, test } from './console.ts';

const unique = (): string => Date.now().toString(36);

async function openList(page: Page, title: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name: title, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

async function create(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Create' }).click();
  await page.getByRole('textbox', { name: /^Name/ }).fill(name);
}

async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Submit' }).click();
}

async function filterByName(page: Page, name: string): Promise<void> {
  const filter = page.getByRole('form', { name: 'Filters' }).getByRole('textbox', { name: 'Name', exact: true });
  if (!(await filter.isVisible())) await page.getByRole('button', { name: 'Show filters' }).click();
  await filter.fill(name);
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL(/filters=/);
}

async function remove(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Delete: ${name}`, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText(`${name} is deleted.`)).toBeVisible();
  await expect(page.getByRole('cell', { name, exact: true })).toHaveCount(0);
}

async function massAction(page: Page, action: string): Promise<void> {
  await page.getByRole('button', { name: /^Mass actions/ }).click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

test('a label is created, found, renamed and deleted', async ({ page }) => {
  const name = `Roof ${unique()}`;
  await logIn(page, '/web/list/label');
  await create(page, name);
  await submit(page);
  await expect(page.getByText(`${name} is created.`)).toBeVisible();

  await filterByName(page, name);
  await expect(page.getByRole('cell', { name, exact: true })).toBeVisible();
  await expect(page.getByText('1–1 of 1')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('form', { name: 'Filters' }).getByRole('textbox', { name: 'Name' })).toHaveValue(name);
  await expectAccessible(page);

  await page.getByRole('button', { name: `Edit: ${name}` }).click();
  await page.getByRole('textbox', { name: /^Name/ }).fill(`${name} north`);
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Stay here' }).click();
  await submit(page);
  await expect(page.getByText(`${name} north is saved.`)).toBeVisible();
  // the way back leads to the same filter
  await expect(page.getByText('1–1 of 1')).toBeVisible();
  await remove(page, `${name} north`);
  await expect(page.getByText('No results for these filters')).toBeVisible();
});

test.describe('with a name that is taken', () => {
  test.use({ expected: [/status of 400/] });

  test('says so at the field', async ({ page }) => {
    const name = `Site ${unique()}`;
    await logIn(page, '/web/list/accesstag');
    await create(page, name);
    await submit(page);
    await expect(page.getByText(`${name} is created.`)).toBeVisible();
    await create(page, name);
    await submit(page);
    const field = page.getByRole('textbox', { name: /^Name/ });
    await expect(field).toBeFocused();
    await expect(field).toHaveAccessibleDescription('This is used already.');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('button', { name: 'Leave without saving' }).click();
    await remove(page, name);
  });
});

test('a device is created, labelled by a mass action and deleted', async ({ page }) => {
  test.slow();
  const name = `Pump ${unique()}`;
  await logIn(page, '/web/list/label');
  await create(page, name);
  await submit(page);
  await expect(page.getByText(`${name} is created.`)).toBeVisible();
  await openList(page, 'Devices');
  await page.getByRole('link', { name: 'Create' }).click();
  // the type says which fields there are
  await page.getByRole('combobox', { name: /^Device type/ }).or(page.getByRole('textbox', { name: /^Device type/ })).click();
  await page.getByRole('option', { name: 'TK800' }).first().click();
  await page.getByRole('textbox', { name: /^Name/ }).fill(name);
  await page.getByRole('textbox', { name: /^Serial number/ }).fill(`E2E${unique()}`.toUpperCase());
  await expectAccessible(page);
  await submit(page);
  await expect(page.getByText(`${name} is created.`)).toBeVisible();

  await filterByName(page, name);
  await page.getByRole('checkbox', { name: `Select ${name}` }).check();
  await massAction(page, 'Add labels');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').or(dialog.getByRole('textbox')).first().fill(name);
  await page.getByRole('option', { name, exact: true }).click();
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: 'Submit' }).click();
  await expect(dialog.getByText('1 successful')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('button', { name: 'Reset to defaults' }).click();
  await page.getByRole('searchbox', { name: 'Search for a column' }).fill('Labels');
  await page.getByRole('checkbox', { name: 'Labels', exact: true }).check();
  await expectAccessible(page);
  await page.getByRole('searchbox', { name: 'Search for a column' }).fill('');
  const handle = page.getByRole('button', { name: /^Move Labels: drag/ });
  await handle.press('ArrowUp');
  const items = page.getByRole('dialog').getByRole('listitem');
  const place = await items.filter({ has: handle }).evaluate((item) => [...(item.parentElement?.children ?? [])].indexOf(item));
  await handle.hover();
  await page.mouse.down();
  const { x = 0, y = 0 } = (await items.nth(place - 2).boundingBox()) ?? {};
  await page.mouse.move(x + 20, y + 10, { steps: 4 });
  await page.mouse.up();
  await expect(items.nth(place - 2)).toContainText('Labels');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.reload();
  await expect(page.getByRole('columnheader', { name: 'Labels' })).toBeVisible();
  await expect(page.getByRole('row', { name: new RegExp(name) }).getByText(name)).toHaveCount(2);

  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('button', { name: 'Reset to defaults' }).click();
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('columnheader', { name: 'Labels' })).toHaveCount(0);

  await page.getByRole('button', { name: `More actions: ${name}` }).click();
  await expect(page.getByRole('menuitem', { name: /^Disable.*It is disabled already/ })).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('menuitem', { name: 'Enable', exact: true }).click();
  await expect(page.getByText(`Enable: ${name} is done.`)).toBeVisible();
  await remove(page, name);
  await openList(page, 'Labels');
  await filterByName(page, name);
  await remove(page, name);
});

test('an export has the columns that are seen', async ({ page }) => {
  await logIn(page, '/web/list/config');
  await expect(page.getByRole('columnheader', { name: 'Name' })).toBeVisible();
  const heads = await page.getByRole('columnheader').allInnerTexts();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Export CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('Configs.csv');
  const [first] = readFileSync(await file.path(), 'utf8').split('\r\n');
  expect(first?.replace('\uFEFF', '').split(',')).toEqual(heads.filter((head) => head !== '' && head !== 'Actions'));
});

test('everybody can read and reach the list of devices with its filters', async ({ page }) => {
  await logIn(page, '/web/list/device');
  await expect(page.getByRole('table', { name: 'Devices' })).toHaveAttribute('aria-busy', 'false');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Show filters' }).click();
  await expect(page.getByRole('form', { name: 'Filters' })).toBeVisible();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page);
  await page.setViewportSize({ width: 400, height: 800 });
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
});
