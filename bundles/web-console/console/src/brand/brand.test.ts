// SPDX-License-Identifier: Apache-2.0
import i18n from 'i18next';
import { afterEach, expect, it, vi } from 'vitest';
import en from '../i18n/en.json';
import { brand, loadBrand, speakAs } from './brand';

const usual = { ...brand };
const words = structuredClone(en);
const answering = (body: unknown, status = 200): void =>
  void vi.stubGlobal('fetch', () => Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status })));

// files share their modules
afterEach(() => {
  Object.assign(brand, usual);
  i18n.off('languageChanged');
  i18n.addResourceBundle('en', 'translation', words, true, true);
});

it('is called and worded as its file says', async () => {
  answering({ name: 'Acme Fleet', owner: 'Acme', logo: 'acme.png', words: { en: { login: { submit: 'Enter' } }, de: 3 } });
  const own = await loadBrand();
  expect(brand).toEqual({ name: 'Acme Fleet', owner: 'Acme', logo: '/web/brand/acme.png' });
  speakAs(own);
  expect(i18n.t('login.submit')).toBe('Enter');
  expect(i18n.t('login.username')).toBe(words.login.username);
});

it.each([[{ name: ' ', owner: 4, logo: '../../x.svg', words: null }], [null], ['no json'], [{ logo: 'https://evil.example/x.svg' }]])(
  'stays as ever with %j',
  async (body) => {
    answering(body);
    expect(await loadBrand()).toEqual({});
    expect(brand).toEqual(usual);
  },
);

it('stays as ever without an answer', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  expect(await loadBrand()).toEqual({});
  answering('gone', 404);
  expect(await loadBrand()).toEqual({});
  expect(brand).toEqual(usual);
});
