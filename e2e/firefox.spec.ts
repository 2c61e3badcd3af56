// SPDX-License-Identifier: Apache-2.0
import { expect, test } from '@playwright/test';
import { launch } from 'puppeteer-core';
import { admin, adminPassword } from './console.ts';

/** Playwright has a Firefox of its own only; this is the one of the system, over WebDriver BiDi. */
test('Firefox shows the home page, a list and the editor without a complaint', async ({ baseURL }) => {
  const browser = await launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
    headless: true,
    acceptInsecureCerts: true,
  });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(30_000);
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(`${baseURL}/web/`);
    await page.locator('input[name=username]').fill(admin);
    await page.locator('input[name=password]').fill(adminPassword());
    await page.locator('button[type=submit]').click();
    await page.locator('aria/The fleet').wait();

    await page.goto(`${baseURL}/web/list/device`);
    await page.waitForSelector('table[aria-busy=false]');
    await page.locator('aria/Show filters').click();
    await page.locator('form[aria-label=Filters]').wait();

    await page.goto(`${baseURL}/web/list/config/create`);
    await page.locator('>>> .cm-content').fill('hostname {{ name }}');
    // the browser itself tells of what the policy refused as an error in its console
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
  }
});
