// SPDX-License-Identifier: Apache-2.0
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useEveryMinute } from '../session/use-every-minute';
import classes from './Dashboard.module.css';
import { type Question, useCount } from './fleet-counts';

const troubles = ['failedCommands', 'refusedLogins'];

/** One number, which leads to the rows that it counts. */
export function Tile({ question }: { question: Question }): ReactElement {
  const { t, i18n } = useTranslation();
  const { key, resource, filters } = question;
  const { data, error } = useCount(question, useEveryMinute());
  const figure = data ? data.rowCount.toLocaleString(i18n.language) : '…';
  return (
    <Link
      className={classes.tile}
      to="/web/list/$resource"
      params={{ resource }}
      search={filters.length > 0 ? { filters } : {}}
      data-bad={(troubles.includes(key) && (data?.rowCount ?? 0) > 0) || undefined}
    >
      <span className={classes.number}>{data?.rowCountExact === false ? t('dashboard.about', { figure }) : error && !data ? '–' : figure}</span>{' '}
      <span>{t(`dashboard.${key}`)}</span>{' '}
      {error && <small className={classes.fault}>{t('dashboard.notCounted')}</small>}
    </Link>
  );
}
