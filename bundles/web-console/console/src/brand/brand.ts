// SPDX-License-Identifier: Apache-2.0
import i18n from 'i18next';

const folder = '/web/brand/';

/** What an installation is called and looks like; the files of the folder say it, and an administrator can replace them. */
export const brand = { name: 'Smart EMS', owner: 'The Smart EMS authors', logo: `${folder}logo.svg` };

interface BrandFile {
  name?: unknown;
  owner?: unknown;
  logo?: unknown;
  /** Words of the console that are worded otherwise, by language and then as in the language file. */
  words?: unknown;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** Takes what is told; without an answer, and for what makes no sense, the console is called as ever. */
export async function loadBrand(): Promise<Record<string, object>> {
  const file = await fetch(`${folder}brand.json`, { credentials: 'omit' })
    .then((response) => (response.ok ? (response.json() as Promise<BrandFile | null>) : {}))
    .catch(() => ({}));
  const { name, owner, logo, words }: BrandFile = file ?? {};
  if (isText(name)) brand.name = name;
  if (isText(owner)) brand.owner = owner;
  // one of the folder, and nothing of another place
  if (isText(logo) && /^[\w-]+\.(svg|png)$/.test(logo)) brand.logo = folder + logo;
  document.querySelector('link[rel=icon]')?.setAttribute('href', brand.logo);
  return Object.fromEntries(Object.entries(words ?? {}).filter(([, some]) => typeof some === 'object' && some !== null)) as Record<string, object>;
}

/** Puts the words of the brand over those of the language files, also of a language that is chosen later. */
export function speakAs(words: Record<string, object>): void {
  const put = (): void => Object.entries(words).forEach(([language, some]) => i18n.addResourceBundle(language, 'translation', some, true, true));
  put();
  i18n.on('languageChanged', put);
}
