// SPDX-License-Identifier: Apache-2.0
import { Input } from '@mantine/core';
import { type ChangeEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { defaultOptions } from 'tus-js-client';
import classes from './FileUpload.module.css';
import { type Progress, type Resumable, resumable, type Unfinished, unfinished } from './resumable';
import { percent, Sending } from './Sending';

interface Props {
  name: string;
  label: string;
  /** What the file is for: the server takes it for nothing else. */
  purpose: string;
  value: string;
  error: string | undefined;
  required: boolean;
  /** The token of the upload once it is complete, an empty text before. */
  onChange(token: string): void;
}

/** A file that is sent at once, while the rest of the form is filled in; it survives a lost line and a reload. */
export function FileUpload({ name, label, purpose, value, error, required, onChange }: Props): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const [progress, setProgress] = useState<Progress>({ phase: 'starting', sent: 0 });
  const [begun, setBegun] = useState<Unfinished[]>([]);
  const upload = useRef<Resumable | null>(null);
  const sending = file !== null && ['starting', 'running', 'waiting'].includes(progress.phase);

  useEffect(() => {
    let here = true;
    const storage = defaultOptions.urlStorage;
    if (storage) void unfinished(purpose, storage).then((found) => here && setBegun(found));
    return () => {
      here = false;
      upload.current?.pause();
    };
  }, [purpose]);

  // the browser asks before it closes the page; where the user goes on with it is kept
  useEffect(() => {
    if (!sending) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [sending]);

  // the line is back
  useEffect(() => {
    if (progress.phase !== 'waiting') return undefined;
    const goOn = (): void => upload.current?.start();
    window.addEventListener('online', goOn);
    return () => window.removeEventListener('online', goOn);
  }, [progress.phase]);

  function choose(event: ChangeEvent<HTMLInputElement>): void {
    const chosen = event.currentTarget.files?.[0];
    if (!chosen) return;
    setFile(chosen);
    setBegun([]);
    upload.current = resumable(chosen, purpose, setProgress, onChange);
    upload.current.start();
  }

  function cancel(): void {
    // what the server keeps for want of an answer, it removes after a day
    upload.current?.cancel().catch(() => {});
    upload.current = null;
    setFile(null);
    onChange('');
  }

  // of a file that is chosen it is no help that one is required
  const fault = error && file && value === '' ? t('upload.incomplete') : error;
  return (
    <Input.Wrapper id={id} label={label} required={required} error={fault} labelProps={file ? { htmlFor: undefined } : undefined}>
      {file ? (
        <Sending file={file} progress={progress} label={label} onPause={() => upload.current?.pause()} onGoOn={() => upload.current?.start()} onCancel={cancel} />
      ) : (
        <input
          id={id}
          className={classes.choice}
          type="file"
          name={name}
          required={required}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          data-value={value || undefined}
          onChange={choose}
        />
      )}
      {begun.length > 0 && (
        <ul className={classes.begun} role="status">
          {begun.map((one) => (
            <li key={`${one.name} ${one.size}`}>{t('upload.begun', { name: one.name, part: percent(one.sent, one.size) })}</li>
          ))}
        </ul>
      )}
    </Input.Wrapper>
  );
}
