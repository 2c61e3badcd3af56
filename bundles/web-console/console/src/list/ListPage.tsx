// SPDX-License-Identifier: Apache-2.0
import { Button, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure } from '../components/failure';
import { Notice } from '../components/Notice';
import { NotFoundPage } from '../components/NotFoundPage';
import { hasList, metadataQuery } from '../resource/metadata';
import { listTitle } from '../resource/words';
import { ListView } from './ListView';

/** The list of anything the server declares. */
export function ListPage(): ReactElement {
  const { t } = useTranslation();
  const { resource } = useParams({ from: '/web/list/$resource/' });
  const { data, error, refetch } = useQuery(metadataQuery);
  const meta = data?.[resource];
  if (meta && hasList(resource, meta)) return <ListView key={resource} resource={resource} meta={meta} />;
  if (data) return <NotFoundPage />;
  return (
    <Stack align="flex-start">
      <Title order={1} size="h2">
        {listTitle(t, resource)}
      </Title>
      {error ? (
        <>
          <Notice kind="error" title={t('failed.title')}>
            {describeFailure(error, t)}
          </Notice>
          <Button onClick={() => void refetch()}>{t('list.retry')}</Button>
        </>
      ) : (
        <p role="status">{t('loading')}</p>
      )}
    </Stack>
  );
}
