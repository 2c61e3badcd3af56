// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../api/client';
import { describeFailure } from '../components/failure';
import { DownloadIcon } from '../components/icons';
import { Notice } from '../components/Notice';
import classes from '../device/Device.module.css';
import { type DeviceType, slotName } from '../device/device';
import { Pair, Section } from '../device/Facts';
import type { Thing } from '../resource/metadata';
import { optionLabel } from '../resource/words';
import { formatTimestamp } from '../util/format';

export interface Firmware extends Thing {
  name?: string;
  version?: string;
  feature?: '1' | '2' | '3';
  sourceType?: 'upload' | 'externalUrl';
  filename?: string;
  /** Of an upload the SHA-256 of the file. */
  filepath?: string;
  md5?: string;
  externalUrl?: string;
  downloadUrl?: string;
  deviceType?: DeviceType;
  createdAt?: string;
  updatedAt?: string;
}

/** The file, what proves it, and a way to get it. */
export function FirmwareFile({ firmware }: { firmware: Firmware }): ReactElement {
  const { t } = useTranslation();
  const slot = Number(firmware.feature) as 1 | 2 | 3;
  const own = firmware.sourceType === 'upload';
  const code = (text: string | undefined): ReactElement => <code className="wrap-anywhere">{text || '–'}</code>;
  return (
    <Section title={t('firmware.file')}>
      <dl className={classes.facts}>
        <Pair label={t('fields.version')}>{firmware.version ?? '–'}</Pair>
        <Pair label={t('fields.feature')}>{slotName(t, firmware.deviceType, 'Firmware', slot)}</Pair>
        <Pair label={t('fields.sourceType')}>{optionLabel(t, 'sourceType', String(firmware.sourceType))}</Pair>
        <Pair label={t('fields.filename')}>
          <span className="wrap-anywhere">{firmware.filename || '–'}</span>
        </Pair>
        <Pair label={t('firmware.md5')}>{code(firmware.md5)}</Pair>
        {own && <Pair label={t('firmware.sha256')}>{code(firmware.filepath)}</Pair>}
        <Pair label={t('fields.updatedAt')}>{formatTimestamp(firmware.updatedAt ?? firmware.createdAt ?? '–')}</Pair>
      </dl>
      {own ? <Download firmware={firmware} /> : <ExternalLink address={firmware.externalUrl ?? ''} />}
    </Section>
  );
}

/** The file is for those with a session alone, so the console fetches it and hands it to the browser. */
function Download({ firmware }: { firmware: Firmware }): ReactElement {
  const { t } = useTranslation();
  const path = (firmware.downloadUrl ?? '').replace(/^\/web\/api\//, '');
  const fetching = useMutation({ mutationFn: () => download(path) });
  return (
    <>
      <Button variant="default" size="xs" leftSection={<DownloadIcon />} loading={fetching.isPending} onClick={() => fetching.mutate()}>
        {t('firmware.download')}
      </Button>
      {fetching.error && <Notice kind="error">{describeFailure(fetching.error, t)}</Notice>}
    </>
  );
}

function ExternalLink({ address }: { address: string }): ReactElement {
  const { t } = useTranslation();
  // an address of another kind is shown and leads nowhere
  if (!/^https?:\/\//i.test(address)) return <code className="wrap-anywhere">{address}</code>;
  return (
    <a className="wrap-anywhere" href={address} target="_blank" rel="noreferrer">
      {t('firmware.external', { address })}
    </a>
  );
}
