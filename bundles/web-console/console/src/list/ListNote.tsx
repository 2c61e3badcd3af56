// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure, requestIdOf } from '../components/failure';
import classes from './ListPage.module.css';

interface Props {
  failure: unknown;
  loading: boolean;
  filtered: boolean;
  onRetry(): void;
  onClearFilters(): void;
}

/** Why there are no rows. */
export function ListNote({ failure, loading, filtered, onRetry, onClearFilters }: Props): ReactElement {
  const { t } = useTranslation();
  const request = requestIdOf(failure);
  const clear = filtered && (
    <Button variant="default" onClick={onClearFilters}>
      {t('list.clearFilters')}
    </Button>
  );
  if (failure) {
    return (
      <div role="alert">
        <p className={classes.failure}>{t('list.failed')}</p>
        <p>
          {describeFailure(failure, t)} {request && t('failed.requestId', { id: request })}
        </p>
        <span className={classes.choices}>
          <Button onClick={onRetry}>{t('list.retry')}</Button>
          {clear}
        </span>
      </div>
    );
  }
  if (loading) return <p role="status">{t('loading')}</p>;
  return (
    <div role="status">
      <p>{filtered ? t('list.noneFiltered') : t('list.none')}</p>
      {clear}
    </div>
  );
}
