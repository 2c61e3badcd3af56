// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { configurationQuery } from '../api/configuration';
import { CheckIcon } from '../components/icons';
import { passwordRules } from './rules';
import classes from './RuleList.module.css';

/** Nothing while the settings are unknown: the server judges anyway. */
export function RuleList({ typed }: { typed: string }): ReactElement | null {
  const { t } = useTranslation();
  const { data } = useQuery(configurationQuery);
  const rules = data ? passwordRules(data, typed, t) : [];
  if (rules.length === 0) return null;
  return (
    <div className={classes.rules}>
      <p id="password-rules">{t('password.rules')}</p>
      <ul aria-labelledby="password-rules">
        {rules.map(({ text, met }) => (
          <li key={text} data-met={met || undefined} aria-label={met ? t('password.ruleMet', { rule: text }) : undefined}>
            <span className={classes.mark}>{met && <CheckIcon />}</span>
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
