// SPDX-License-Identifier: Apache-2.0
import { Button, Stack } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure, requestIdOf } from './failure';
import { Notice } from './Notice';

/** As much of a query as says whether something can be shown. */
export interface Asked {
  data: unknown;
  error: unknown;
  refetch(): unknown;
}

/**
 * In place of a page while something of it is not there. A failure stays on screen while it is asked again, so that a
 * page that asks by itself does not change its mind every few seconds.
 */
export function Waiting({ on }: { on: readonly Asked[] }): ReactElement {
  const { t } = useTranslation();
  const missing = on.filter(({ data }) => data === undefined);
  const failure = missing.find(({ error }) => error)?.error;
  const [last, setLast] = useState(failure);
  if (failure && failure !== last) setLast(failure);
  const told = failure ?? last;
  if (!told) return <p role="status">{t('loading')}</p>;
  const request = requestIdOf(told);
  return (
    <Stack align="flex-start">
      <Notice kind="error" title={t('failed.title')}>
        {describeFailure(told, t)} {request && t('failed.requestId', { id: request })}
      </Notice>
      <Button onClick={() => missing.forEach((query) => void query.refetch())}>{t('list.retry')}</Button>
    </Stack>
  );
}
