// SPDX-License-Identifier: Apache-2.0
import { expect, type Locator, type Page } from '@playwright/test';

/** A list, filtered so that nothing of other tests is in it. */
export const listOf = (resource: string, filterBy: string, filterType: string, filterValue: unknown): string =>
  `/web/list/${resource}?filters=${encodeURIComponent(JSON.stringify([{ filterBy, filterType, filterValue }]))}`;

/** The input of a field, which is a combobox once it has choices. */
export const input = (of: Page | Locator, label: RegExp | string): Locator => {
  const name = typeof label === 'string' ? new RegExp(`^${label}`) : label;
  return of.getByRole('combobox', { name }).or(of.getByRole('textbox', { name }));
};

export async function fill(of: Page | Locator, label: RegExp | string, text: string): Promise<void> {
  await of.getByRole('textbox', { name: typeof label === 'string' ? new RegExp(`^${label}`) : label }).last().fill(text);
}

/** Chooses other things by their names. */
export async function choose(page: Page, of: Page | Locator, label: RegExp | string, ...options: string[]): Promise<void> {
  for (const option of options) {
    const field = input(of, label).first();
    await field.click();
    await field.fill(option);
    await page.getByRole('option', { name: option, exact: true }).click();
  }
  await page.keyboard.press('Tab');
}

export async function submit(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(page.getByText(`${name} is created.`)).toBeVisible();
}

/** Does something with all rows of a page and waits for one result each. */
export async function massAction(page: Page, action: string, answer: (dialog: Locator) => Promise<void>, successful: number): Promise<void> {
  await page.getByRole('checkbox', { name: 'Select all rows of this page' }).check();
  await page.getByRole('button', { name: `Mass actions (${successful})` }).click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await answer(dialog);
  await dialog.getByRole('button', { name: 'Submit' }).click();
  await expect(dialog.getByText(`${successful} successful`)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
}

/** Looks again until it is so: a list does not renew itself. */
export async function reloadUntil(page: Page, so: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.reload();
    await so();
  }).toPass({ timeout: 60_000, intervals: [500] });
}
