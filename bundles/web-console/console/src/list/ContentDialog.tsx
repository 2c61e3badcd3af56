// SPDX-License-Identifier: Apache-2.0
import { Button, Modal, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client';
import { describeFailure } from '../components/failure';
import { Notice } from '../components/Notice';
import { TextDialog } from '../components/TextDialog';
import { type Action, actionLabel, pathFor } from '../resource/actions';
import { nameOf, type Thing } from '../resource/metadata';
import { ChangesDialog } from './ChangesDialog';
import { changesOf } from './changes';
import { contentText } from './content-text';

interface Props {
  resource: string;
  action: Action;
  row: Thing;
  onClose(): void;
}

/** What a call about one row answers, to read: the content of a log, a generated config, values of variables. */
export function ContentDialog({ resource, action, row, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const path = pathFor(action, row.id);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['content', path],
    queryFn: async ({ signal }) => ({ answer: await request<unknown>(path, { signal, ...(action.method === 'POST' && { body: {} }) }) }),
    gcTime: 0,
    // each call is told in the audit log: once for each time that somebody opens it
    staleTime: Infinity,
    retry: false,
  });
  const title = `${actionLabel(t, resource, action)}: ${nameOf(row)}`;
  const changes = data && changesOf(data.answer);
  if (changes) return <ChangesDialog title={title} changes={changes} onClose={onClose} />;
  if (data) return <TextDialog title={title} text={contentText(data.answer) || t('list.empty')} onClose={onClose} />;
  return (
    <Modal opened closeOnClickOutside onClose={onClose} title={title} size="xl" closeButtonProps={{ 'aria-label': t('close') }}>
      {isPending && <p role="status">{t('loading')}</p>}
      {error && (
        <Stack align="flex-start">
          <Notice kind="error" title={t('failed.title')}>
            {describeFailure(error, t)}
          </Notice>
          <Button onClick={() => void refetch()}>{t('list.retry')}</Button>
        </Stack>
      )}
    </Modal>
  );
}
