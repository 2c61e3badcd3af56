// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../util/bytes';
import classes from './FileUpload.module.css';
import { type Progress, unreadable } from './resumable';

interface Props {
  file: File;
  progress: Progress;
  label: string;
  onPause(): void;
  onGoOn(): void;
  onCancel(): void;
}

const failures = [401, 403, 413, 429, 507] as const;
/** The same file would be refused again. */
const hopeless: readonly number[] = [403, 413, unreadable];

export const percent = (sent: number, size: number): number => (size === 0 ? 100 : Math.floor((sent * 100) / size));

/** How far a file is, what it waits for, and what can be done with it. */
export function Sending({ file, progress, label, onPause, onGoOn, onCancel }: Props): ReactElement {
  const { t } = useTranslation();
  const { phase, sent, status = 0 } = progress;
  const words = { sent: formatBytes(sent), size: formatBytes(file.size), part: percent(sent, file.size) };
  const goOn = phase === 'paused' ? t('upload.continue') : t('list.retry');
  return (
    <div className={classes.sending} data-phase={phase}>
      <b>{file.name}</b>
      <progress aria-label={label} max={Math.max(file.size, 1)} value={phase === 'done' ? Math.max(file.size, 1) : sent} />
      <span>{t('upload.sent', words)}</span>
      <span role={phase === 'failed' ? 'alert' : 'status'} className={classes.phase}>
        {phase === 'failed' ? failure() : t(`upload.phase.${phase}`)}
      </span>
      <span className={classes.buttons}>
        {(['paused', 'waiting'].includes(phase) || (phase === 'failed' && !hopeless.includes(status))) && (
          <Button size="xs" onClick={onGoOn}>
            {goOn}
          </Button>
        )}
        {['starting', 'running', 'waiting'].includes(phase) && (
          <Button variant="default" size="xs" onClick={onPause}>
            {t('upload.pause')}
          </Button>
        )}
        <Button variant="default" size="xs" onClick={onCancel}>
          {t(phase === 'done' ? 'upload.another' : 'upload.cancel')}
        </Button>
      </span>
    </div>
  );

  function failure(): string {
    if (status === unreadable) return t('upload.failed.unreadable');
    const known = failures.find((one) => one === status);
    return t(known === undefined ? 'upload.failed.other' : `upload.failed.${known}`, { status });
  }
}
