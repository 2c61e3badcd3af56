// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, NativeSelect } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { FirstIcon, LastIcon, NextIcon, PreviousIcon } from '../components/icons';
import { formatTimestamp } from '../util/format';
import classes from './ListPage.module.css';
import { rowsChoices } from './list-state';

interface Props {
  page: number;
  rows: number;
  /** How many there are on this page. */
  shown: number;
  rowCount: number | undefined;
  exact: boolean;
  /** Where a log begins that was not filtered by time. */
  since: string | undefined;
  onPage(page: number): void;
  onRows(rows: number): void;
}

export function Pager({ page, rows, shown, rowCount, exact, since, onPage, onRows }: Props): ReactElement {
  const { t, i18n } = useTranslation();
  const number = (value: number): string => value.toLocaleString(i18n.language);
  const from = (page - 1) * rows + 1;
  const last = Math.max(1, Math.ceil((rowCount ?? 0) / rows));
  const words = { from: number(from), to: number(from + shown - 1), total: number(rowCount ?? 0) };
  const steps = [
    { label: t('list.firstPage'), icon: FirstIcon, to: 1, off: page <= 1 },
    { label: t('list.previousPage'), icon: PreviousIcon, to: page - 1, off: page <= 1 },
    // an estimate may be too small, so a full page can always be followed by another one
    { label: t('list.nextPage'), icon: NextIcon, to: page + 1, off: exact ? page >= last : shown < rows },
    { label: t('list.lastPage'), icon: LastIcon, to: last, off: page >= last },
  ];
  return (
    <nav className={classes.pager} aria-label={t('list.pages')}>
      {since && <span className={classes.since}>{t('list.since', { time: formatTimestamp(since) })}</span>}
      <label className={classes.rows}>
        {t('list.rowsPerPage')}
        <NativeSelect
          size="xs"
          value={String(rows)}
          data={rowsChoices.map(String)}
          onChange={(event) => onRows(Number(event.currentTarget.value))}
        />
      </label>
      <span role="status">
        {rowCount !== undefined && shown > 0 && (exact ? t('list.fromTo', words) : t('list.fromToAbout', words))}
      </span>
      <span className={classes.steps}>
        {steps.map(({ label, icon: Icon, to, off }) => (
          <ActionIcon
            key={label}
            variant="default"
            aria-label={label}
            title={label}
            data-disabled={off || undefined}
            aria-disabled={off || undefined}
            onClick={() => !off && onPage(to)}
          >
            <Icon />
          </ActionIcon>
        ))}
      </span>
    </nav>
  );
}
