// SPDX-License-Identifier: Apache-2.0
import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './en.json';

/** Another language is one more file here; English stays in the main chunk, as the words for what is not translated. */
const others = import.meta.glob<{ default: object }>(['./*.json', '!./en.json']);

/** Takes the first language somebody wants and there is a file for. */
export async function initI18n(wanted: readonly string[]): Promise<void> {
  const languages = wanted.map((tag) => tag.slice(0, 2).toLowerCase());
  const language = languages.find((code) => code === 'en' || others[`./${code}.json`]) ?? 'en';
  const file = await others[`./${language}.json`]?.();
  await i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, ...(file && { [language]: { translation: file.default } }) },
    // React escapes
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = language;
}
