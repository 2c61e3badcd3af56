// SPDX-License-Identifier: Apache-2.0
import { Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type BatchJob, stopBatch } from './batch';
import classes from './MassDialog.module.css';

/** How far a large batch is, with a button that stops it. */
export function BatchProgress({ job }: { job: BatchJob }): ReactElement {
  const { t } = useTranslation();
  const stop = useMutation({ mutationFn: () => stopBatch(job) });
  const words = t('mass.progress', { done: job.done, total: job.total });
  return (
    <Stack>
      <progress className={classes.progress} value={job.done} max={job.total} aria-label={t('mass.running')} />
      <Text role="status">{words}</Text>
      <Text>{t('mass.goesOn')}</Text>
      <div className="buttons">
        <Button variant="default" onClick={() => stop.mutate()} loading={stop.isPending}>
          {t('mass.stop')}
        </Button>
      </div>
    </Stack>
  );
}
