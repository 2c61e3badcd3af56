// SPDX-License-Identifier: Apache-2.0
import { expect } from '@playwright/test';
import { admin, adminPassword, expectAccessible, logIn, submitLogin, test } from './console.ts';

test('logs in, shows who it is and counts down', async ({ page }) => {
  await logIn(page);

  await expect(page).toHaveURL(/\/web\/?$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Welcome');
  await expect(page.locator('dd').first()).toHaveText(admin);
  const timer = page.getByRole('timer');
  await expect(timer).toHaveText(/^\d{2,}:\d{2}$/);
  const before = await timer.innerText();
  await expect(timer).not.toHaveText(before);

  await page.reload();
  await expect(page.getByRole('button', { name: /^Menu of / })).toBeVisible();
});

test('a second tab is logged in, and logged out with the first', async ({ page, context }) => {
  await logIn(page);
  const second = await context.newPage();
  await second.goto('/web/');
  await expect(second.getByRole('button', { name: /^Menu of / })).toBeVisible();

  await page.getByRole('button', { name: /^Menu of / }).click();
  await page.getByRole('menuitem', { name: 'Log out' }).click();

  await expect(page.getByText('You are logged out.')).toBeVisible();
  await expect(second.getByRole('heading', { name: 'Log in' })).toBeVisible();
});

test('the back button does not show the frame after the log out', async ({ page }) => {
  await logIn(page);
  await page.getByRole('button', { name: /^Menu of / }).click();
  await page.getByRole('menuitem', { name: 'Change password' }).click();
  await expect(page.getByRole('heading', { name: 'Change password' })).toBeVisible();
  await page.getByRole('button', { name: /^Menu of / }).click();
  await page.getByRole('menuitem', { name: 'Log out' }).click();
  await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible();

  await page.goBack();

  await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible();
});

test('leads to the page one asked for', async ({ page }) => {
  await logIn(page, '/web/no/such/page?of=mine');
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
  await expect(page).toHaveURL(/\/web\/no\/such\/page\?of=mine$/);
});

test.describe('with a wrong password', () => {
  test.use({ expected: [/status of 401/] });

  // an unknown name, because three attempts with a known one lock that account
  test('says so on the form', async ({ page }) => {
    await page.goto('/web/');
    await submitLogin(page, 'nobody-of-this-name', 'wrong');
    await expect(page.getByRole('alert')).toContainText('User name or password is wrong.');
    await expect(page.getByRole('textbox', { name: 'Password' })).toBeFocused();
    await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue('');
    await expectAccessible(page);
  });
});

test('everybody can read and reach the login and the frame', async ({ page }) => {
  const inBoth = async (): Promise<void> => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
    }
  };
  await page.goto('/web/');
  await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible();
  await inBoth();
  await page.setViewportSize({ width: 400, height: 700 });
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 800 });

  await submitLogin(page, admin, adminPassword());
  await page.getByRole('button', { name: /^Menu of / }).click();
  await expect(page.getByRole('menuitem', { name: 'Log out' })).toBeVisible();
  await inBoth();
  await page.keyboard.press('Escape');

  await page.setViewportSize({ width: 380, height: 700 });
  await page.getByRole('button', { name: 'Open the navigation' }).click();
  await expect(page.getByRole('link', { name: 'Home' }).first()).toBeVisible();
  await inBoth();
});
