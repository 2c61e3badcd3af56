// SPDX-License-Identifier: Apache-2.0
import { expect } from '@playwright/test';
import { expectAccessible, logIn, test } from './console.ts';

test('a template gets a version, which goes to staging, to production and out again', async ({ page }) => {
  test.slow();
  const name = `Plant ${Date.now().toString(36)}`;
  await logIn(page, '/web/list/template/create');
  await page.getByRole('textbox', { name: /^Name/ }).fill(name);
  await page.getByRole('combobox', { name: /^Device type/ }).or(page.getByRole('textbox', { name: /^Device type/ })).click();
  await page.getByRole('option', { name: 'TK800' }).first().click();
  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(page.getByText(`${name} is created.`)).toBeVisible();
  await page.goto(`/web/list/template?filters=${JSON.stringify([{ filterBy: 'name', filterType: 'equal', filterValue: name }])}`);
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${name} (TK800)` })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Create' }).click();
  await page.getByRole('textbox', { name: /^Name/ }).fill('First');
  await page.getByRole('button', { name: 'Add to Variables' }).click();
  await page.getByRole('textbox', { name: /^Name/ }).last().fill('site');
  await page.getByRole('textbox', { name: /^Value/ }).fill('Roof');
  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(page.getByText('First is created.')).toBeVisible();

  const act = async (action: string): Promise<void> => {
    await page.getByRole('button', { name: 'More actions: First' }).click();
    await page.getByRole('menuitem', { name: action, exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Submit' }).click();
    await expect(page.getByText(`${action}: First is done.`)).toBeVisible();
  };
  await act('Select for staging');
  await expect(page.getByRole('region', { name: 'Staging', exact: true }).getByText('site = Roof')).toBeVisible();
  await act('Select for production');
  await expect(page.getByRole('region', { name: 'Production', exact: true }).getByText('site = Roof')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Edit: First \(/ })).toHaveAttribute('aria-disabled', 'true');
  await expectAccessible(page);
  await act('Detach from production');
  await expect(page.getByRole('region', { name: 'Production', exact: true }).getByText(/^No version is chosen/)).toBeVisible();

  await page.setViewportSize({ width: 400, height: 800 });
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByRole('dialog').getByText('All its versions are deleted with it.')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Templates' })).toBeVisible();
});
