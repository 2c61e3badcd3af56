// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page, test as base } from '@playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Fixtures {
  /** Complaints of the browser the test expects, such as the line about a status of 401. */
  expected: RegExp[];
  complaints: void;
}

/** A test that fails as well when the browser complains: a policy violation, a console error, an uncaught error. */
export const test = base.extend<Fixtures>({
  expected: async ({}, use) => use([]),
  complaints: [
    async ({ context, expected }, use) => {
      const complaints: string[] = [];
      context.on('console', (message) => {
        const bad = message.type() === 'error' || /Content Security Policy|TrustedHTML/.test(message.text());
        if (bad) complaints.push(message.text());
      });
      context.on('weberror', (error) => complaints.push(error.error().message));
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (violation) => {
          console.error(`Content Security Policy: ${violation.effectiveDirective} refused ${violation.blockedURI}`);
        });
      });
      await use();
      expect(complaints.filter((text) => !expected.some((pattern) => pattern.test(text)))).toEqual([]);
    },
    { auto: true },
  ],
});

export const admin = 'admin';

export function adminPassword(): string {
  const file = process.env.SMARTEMS_ADMIN_PASSWORD_FILE;
  if (!file) throw new Error('SMARTEMS_ADMIN_PASSWORD_FILE must name the file with the password of the first administrator');
  return readFileSync(file, 'utf8').trim();
}

export async function submitLogin(page: Page, username: string, password: string): Promise<void> {
  await page.getByRole('textbox', { name: 'User name' }).fill(username);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
}

export async function logIn(page: Page, address = '/web/'): Promise<void> {
  await page.goto(address);
  await submitLogin(page, admin, adminPassword());
  await expect(page.getByRole('button', { name: /^Menu of / })).toBeVisible();
}

/** No finding of axe; evaluated by the debugger, as the page's policy refuses a script element. */
export async function expectAccessible(page: Page): Promise<void> {
  // a half-faded text has too little contrast
  await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running'));
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const findings = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run({ resultTypes: ['violations'], preload: false });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  });
  expect(findings).toEqual([]);
}
