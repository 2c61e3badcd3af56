// SPDX-License-Identifier: Apache-2.0
import type { TFunction } from 'i18next';
import type { PublicConfiguration } from '../api/configuration';

export interface Rule {
  text: string;
  /** Undefined where only the server can tell. */
  met: boolean | undefined;
}

/** The rules of the server's settings, and which of them what is typed already meets. */
export function passwordRules(configuration: PublicConfiguration, typed: string, t: TFunction): Rule[] {
  const rules: Rule[] = [];
  const length = configuration.passwordMinimumLength ?? 0;
  const reuse = configuration.passwordBlockReuseOldPasswordCount ?? 0;
  if (length > 0) rules.push({ text: t('rule.length', { count: length }), met: [...typed].length >= length });
  if (configuration.passwordDigitRequired) rules.push({ text: t('rule.digit'), met: /\d/.test(typed) });
  if (configuration.passwordBigSmallCharRequired) {
    rules.push({ text: t('rule.letters'), met: /\p{Ll}/u.test(typed) && /\p{Lu}/u.test(typed) });
  }
  if (configuration.passwordSpecialCharRequired) {
    rules.push({ text: t('rule.special'), met: /[!-/:-@[-`{-~]/.test(typed) });
  }
  if (reuse > 0) rules.push({ text: t('rule.reuse', { count: reuse }), met: undefined });
  return rules;
}
