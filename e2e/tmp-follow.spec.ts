import { expect } from '@playwright/test';
import { api } from './api.ts';
import { submitLogin, test } from './console.ts';

test.use({ expected: [/40[034]/] });
test('follows', async ({ page, request }) => {
  test.setTimeout(150_000);
  const admin = await api(request);
  const name = `u${Date.now()}`;
  const password = 'Long-enough-9';
  const tag = await admin.post<{ id: number }>('accesstag/create', { name });
  await admin.post<{ id: number }>('user/create', { username: name, plainPassword: password, plainPasswordRepeat: password, roleSmartems: true, enabled: true, accessTags: [tag.id] }).catch((e) => { console.log(String(e)); throw e; });
  await page.goto('/web/list/device');
  await submitLogin(page, name, password);
  await expect(page.getByRole('heading', { level: 1, name: 'Devices' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Templates' })).toBeVisible();
  await admin.post('maintenance/mode/enable', {});
  try {
    await expect(page.getByText(/^Maintenance is going on/)).toBeVisible({ timeout: 70_000 });
    await expect(page.getByRole('link', { name: 'Templates' })).toHaveCount(0);
    await page.screenshot({ path: '/tmp/h1c-maint.png' });
  } finally {
    await admin.post('maintenance/mode/disable', {});
  }
  await expect(page.getByText(/^Maintenance is going on/)).toHaveCount(0, { timeout: 70_000 });
  await expect(page.getByRole('link', { name: 'Templates' })).toBeVisible();
});
