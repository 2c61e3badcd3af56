// SPDX-License-Identifier: Apache-2.0
import { expect, type Page } from '@playwright/test';
import { api, database } from './api.ts';
import { expectAccessible, logIn, submitLogin, test } from './console.ts';

const key = Date.now().toString(36);
const password = `Gate-${key}-pass`;

test.describe('at the login', () => {
  test.use({ expected: [/status of 40[13]/] });

  test('who is disabled or locked is told so, and whose password is due sets a new one first', async ({ page, request }) => {
    const server = await api(request);
    const create = (username: string, more: object): Promise<{ id: number }> =>
      server.post('user/create', { username, plainPassword: password, plainPasswordRepeat: password, roleAdmin: true, enabled: true, ...more });
    const users = await Promise.all([
      create(`off-${key}`, { enabled: false }),
      create(`locked-${key}`, {}),
      create(`due-${key}`, {}),
    ]);
    for (let attempt = 0; attempt < 3; attempt++) {
      await request.post('/web/api/authentication/login_check', { data: { username: `locked-${key}`, password: 'wrong' } });
    }
    const settings = await server.get<Record<string, unknown>>('configuration/general');
    try {
      await page.goto('/web/');
      await submitLogin(page, `off-${key}`, password);
      await expect(page.getByRole('alert')).toContainText('This account is disabled.');
      await submitLogin(page, `locked-${key}`, password);
      await expect(page.getByRole('alert')).toContainText('This account is locked after too many failed attempts.');
      await expectAccessible(page);

      database(`update platform_user set password_changed_at = now() - interval '9001 days' where username = 'due-${key}'`);
      await server.post('configuration/general', { ...settings, passwordExpireDays: 9000 });
      await setDuePassword(page);
    } finally {
      await server.post('configuration/general', settings);
      await Promise.all(users.map(({ id }) => server.remove(`user/${id}`)));
    }
  });
});

async function setDuePassword(page: Page): Promise<void> {
  await submitLogin(page, `due-${key}`, password);
  await expect(page.getByRole('heading', { name: 'Set a new password' })).toBeVisible();
  await page.goto('/web/list/device');
  await expect(page.getByRole('heading', { name: 'Set a new password' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'New password', exact: true }).fill(`${password}-2`);
  await page.getByRole('textbox', { name: 'New password again' }).fill(`${password}-2`);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Devices' })).toBeVisible();
}

test('a session goes on while it is used, and warns before it ends', async ({ page }) => {
  await page.clock.install();
  await logIn(page, '/web/list/label');
  // a call of the page with an old token lets the session go on
  await page.waitForLoadState('networkidle');
  const timer = page.getByRole('timer');
  await page.clock.fastForward('05:00');
  await expect(timer).toHaveText(/^(09|10):/);
  await page.keyboard.press('Shift');
  await expect(timer).toHaveText(/^(14:5|15:0)/);

  await page.clock.fastForward('14:10');
  const warning = page.getByRole('dialog', { name: 'Your session is about to end' });
  await expect(warning).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Shift');
  await warning.getByRole('button', { name: 'Stay logged in' }).click();
  await expect(warning).toHaveCount(0);
  await expect(timer).toHaveText(/^(14:5|15:0)/);

  await page.clock.fastForward('15:10');
  await expect(page.getByText('Your session ended because nothing was done for a while.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible();
});
