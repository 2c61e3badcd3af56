// SPDX-License-Identifier: Apache-2.0
import { expect } from '@playwright/test';
import { expectAccessible, logIn, test } from './console.ts';

test.describe('the text of a config', () => {
  test.use({ expected: [/status of 400/] });

  test('has colours, a search, a plain input, and says in which line it is wrong', async ({ page }) => {
    const name = `Config ${Date.now().toString(36)}`;
    await logIn(page, '/web/list/config/create');
    await page.getByRole('textbox', { name: /^Name/ }).fill(name);
    await page.getByRole('combobox', { name: /^Device type/ }).or(page.getByRole('textbox', { name: /^Device type/ })).click();
    await page.getByRole('option', { name: 'TK800' }).first().click();
    await page.getByRole('combobox', { name: /^Feature/ }).selectOption('1');
    await page.getByRole('combobox', { name: /^Generator/ }).selectOption('twig');
    const editor = page.getByRole('textbox', { name: 'Content' });
    await editor.fill('hostname {{ name }}\n{% if name %}\nend');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Submit' }).click();
    const mistake = page.getByText(/^Line \d+: /).first();
    await expect(mistake).toBeVisible();
    await expect(page.locator('.cm-lintRange')).toHaveCount(1);
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await expect(page.getByRole('textbox', { name: 'Search' })).toBeFocused();
    await page.keyboard.press('Escape');
    await page.locator('label').filter({ hasText: 'Plain' }).click();
    await page.getByRole('textbox', { name: 'Content' }).fill('hostname {{ name }}\n');
    await page.getByRole('button', { name: 'Submit' }).click();
    await expect(page.getByText(`${name} is created.`)).toBeVisible();

    await page.goto(`/web/list/config?filters=${JSON.stringify([{ filterBy: 'name', filterType: 'equal', filterValue: name }])}`);
    await page.getByRole('button', { name: `Edit: ${name}` }).click();
    await expect(page.getByRole('textbox', { name: 'Content' })).toContainText('hostname {{ name }}');
    await expect(page.getByRole('region', { name: 'Preview for a device' })).toBeVisible();
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('button', { name: `Delete: ${name}`, exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByText(`${name} is deleted.`)).toBeVisible();
  });
});
