// SPDX-License-Identifier: Apache-2.0
import { expect, type Page } from '@playwright/test';
import { expectAccessible, logIn, test } from './console.ts';

async function createDevice(page: Page): Promise<string> {
  const name = `Valve ${Date.now().toString(36)}`;
  await logIn(page, '/web/list/device/create');
  // the type says which fields there are
  await page.getByRole('combobox', { name: /^Device type/ }).or(page.getByRole('textbox', { name: /^Device type/ })).click();
  await page.getByRole('option', { name: 'TK800' }).first().click();
  await page.getByRole('textbox', { name: /^Name/ }).fill(name);
  await page.getByRole('textbox', { name: /^Serial number/ }).fill(name.replace(' ', '').toUpperCase());
  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(page.getByText(`${name} is created.`)).toBeVisible();
  return name;
}

test('the page of a device tells what is known, acts on it, and says before a delete what is lost', async ({ page }) => {
  const name = await createDevice(page);
  await page.goto(`/web/list/device?filters=${JSON.stringify([{ filterBy: 'name', filterType: 'equal', filterValue: name }])}`);
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('Never seen yet').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Communication logs' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Send again: Firmware' }).click();
  await expect(page.getByText('Waits until the device is enabled')).toBeVisible();
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Enable' }).click();
  await expect(page.getByText('Is sent at the next contact')).toBeVisible();

  await page.getByRole('button', { name: 'Configs' }).click();
  await expect(page.getByRole('dialog').getByText('The device has no template.')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Apply template' }).click();
  await expect(page.getByRole('dialog').getByRole('group', { name: 'Send again' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await page.setViewportSize({ width: 400, height: 800 });
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);

  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(page.getByRole('dialog').getByText('it appears as a new, disabled device')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('No results for these filters')).toBeVisible();
});
