// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client';
import { describeFailure } from '../components/failure';
import { Notice } from '../components/Notice';
import { metadataQuery } from '../resource/metadata';
import { ReferenceInput } from '../resource/ReferenceInput';
import { type Reference, sourceOfFilter } from '../resource/references';
import classes from './Form.module.css';

const calls: Record<string, string> = { 1: 'primary', 2: 'secondary', 3: 'tertiary' };

/** What a chosen device would get from its template in the slot of this config, as everything is stored now. */
export function ConfigPreview({ feature }: { feature: string }): ReactElement {
  const { t } = useTranslation();
  const { data: metadata = {} } = useQuery(metadataQuery);
  const [device, setDevice] = useState<Reference[]>([]);
  const path = `device/${device[0]?.id ?? ''}/generate/config/${calls[feature] ?? 'primary'}`;
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['content', path],
    queryFn: ({ signal }) => request<string>(path, { signal }),
    enabled: device.length > 0,
    retry: false,
    gcTime: 0,
    staleTime: 0,
  });
  return (
    <section className={classes.preview} aria-label={t('code.preview')}>
      <h2>{t('code.preview')}</h2>
      <p>{t('code.previewHint')}</p>
      <div className={classes.previewChoice}>
        <ReferenceInput
          name="previewDevice"
          label={t('fields.device')}
          multiple={false}
          source={sourceOfFilter({ resource: 'device', choices: 'options/devices' }, metadata)}
          value={device}
          onChange={setDevice}
        />
        {device.length > 0 && (
          <Button variant="default" loading={isFetching} onClick={() => void refetch()}>
            {t('code.again')}
          </Button>
        )}
      </div>
      {error && <Notice kind="error">{describeFailure(error, t)}</Notice>}
      {!error && data !== undefined && (
        <pre tabIndex={0} aria-label={t('code.preview')}>
          {data}
        </pre>
      )}
    </section>
  );
}
