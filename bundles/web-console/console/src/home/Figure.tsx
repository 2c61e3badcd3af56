// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure } from '../components/failure';
import { Notice } from '../components/Notice';
import classes from './Dashboard.module.css';

interface Props<T> {
  title: string;
  answer: UseQueryResult<T>;
  /** Until when it counts, or nothing where that need not be said. */
  until?: (data: T) => string | undefined;
  children(data: T): ReactNode;
}

/** A picture with a caption; what cannot be loaded says so in its place and lets the others be. */
export function Figure<T>({ title, answer, until, children }: Props<T>): ReactElement {
  const { t } = useTranslation();
  const caption = useId();
  const { data, error, refetch } = answer;
  const counted = data === undefined ? undefined : until?.(data);
  return (
    <figure className={classes.figure} aria-labelledby={caption} aria-busy={data === undefined && !error}>
      <figcaption>
        <span id={caption}>{title}</span>
        {counted && <small>{t('dashboard.until', { time: clock(counted) })}</small>}
      </figcaption>
      {error && data === undefined ? (
        <>
          <Notice kind="error">{describeFailure(error, t)}</Notice>
          <Button className={classes.retry} variant="default" size="xs" onClick={() => void refetch()}>
            {t('list.retry')}
          </Button>
        </>
      ) : (
        data !== undefined && children(data)
      )}
    </figure>
  );
}

/** hh:mm where the reader is. */
export function clock(moment: string): string {
  const at = new Date(moment);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}
