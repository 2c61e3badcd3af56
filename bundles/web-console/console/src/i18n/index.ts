// SPDX-License-Identifier: Apache-2.0
import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './en.json';
import { files } from './files';

const English = 'en';

/** The languages that there are words in, by the names of their files. */
export const languages = (): string[] => [English, ...Object.keys(files).map((path) => path.slice(2, -5))].sort();

/** What a language calls itself. */
export function languageName(code: string): string {
  try {
    const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
    return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
  } catch {
    return code;
  }
}

/** The first language somebody wants and there is a file for: that very one, or else the same without its region. */
export function chooseLanguage(wanted: readonly string[]): string {
  const known = new Map(languages().map((code) => [code.toLowerCase(), code]));
  for (const tag of wanted) {
    const found = known.get(tag.toLowerCase()) ?? known.get(tag.slice(0, 2).toLowerCase());
    if (found) return found;
  }
  return English;
}

async function wordsOf(language: string): Promise<object | undefined> {
  return (await files[`./${language}.json`]?.())?.default;
}

export async function initI18n(wanted: readonly string[]): Promise<void> {
  const language = chooseLanguage(wanted);
  // without its file the page speaks English
  const words = await wordsOf(language).catch(() => undefined);
  await i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: English,
    resources: { [English]: { translation: en }, ...(words && { [language]: { translation: words } }) },
    // React escapes
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = language;
}

export async function changeLanguage(wanted: readonly string[]): Promise<void> {
  const language = chooseLanguage(wanted);
  const words = await wordsOf(language);
  if (words) i18n.addResourceBundle(language, 'translation', words);
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
}
